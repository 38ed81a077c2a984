// The store: what a visitor does is drawn at once, whatever Python says of it later.
import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import {columns} from '../model/tiny.js';
import {hold, written} from '../page.js';

mock.timers.enable({apis: ['setTimeout']}); // or the line to Python would go on asking for ever

/** Files that the server holds back until a test releases them. */
const waiting = new Map();
globalThis.fetch = url => new Promise(resolve => waiting.set(url.replace('http://atlas/', ''), json => resolve({ok: true, json: () => json})));
const turn = () => new Promise(setImmediate);
async function release(url, json) {
  waiting.get(url)(json);
  waiting.delete(url);
  await turn();
}

const words = language => ({language, locale: language, grouped: true, ui: {status: {away: 'Away', missing: 'Missing'}}});
const files = {table: columns, words: {en: words('en'), fr: 'fr.json'}, index: {languages: 2, stems: {}, chinese: {}}};
hold('atlas', files);
const {follow} = await import('../../src/stage/store.js');
const {addressAfter, attach, tell} = await import('../../src/shared/tell.js');

/** What has been drawn. */
const drawn = [];
follow(({page, state, table, words: {language}, view}) => drawn.push({page, state, table, language, rows: view.rows}));
const last = () => drawn.at(-1);

const ports = [true, false].map(whole => ({whole, isConnected: true}));
let tab = '', heard = 0;
/** Python says what it has heard, and the address that follows from it; then it hears what is new. */
async function say(more) {
  const said = {version: 'v1', process: 'p1', tab, seen: heard, language: 'en', ui: {away: ''}, files: listed, ...more};
  listed = said.files;
  for (const port of ports) attach(port, {...said, whole: port.whole}, hear);
  await turn();
}
function hear(_, message) {
  tab = message.tab;
  heard = message.first + message.events.length - 1;
}
const heardAll = () => mock.timers.tick(1);
let listed = files;
const choose = (option, on = true) => ({do: 'choose', dimension: 'sectors', option, on});

test('the page begins with its address, in the language of the browser', async () => {
  assert.equal(last(), undefined);
  await turn();
  await release('fr.json', words('fr'));
  assert.deepEqual([last().page, last().language, last().rows], ['explore', 'fr', [0, 1, 2, 3, 4, 5, 6]]);
  assert.deepEqual(written, [[false, '?lang=fr&theme=dark']]);
});

test('an event is drawn at once, and the address follows and keeps the theme', () => {
  tell({do: 'set', name: 'language', value: 'en'});
  tell(choose('medicine'));
  assert.deepEqual(last().rows, [1, 3, 5]);
  assert.equal(written.at(-1)[1], '?lang=en&sectors=medicine&theme=dark');
});

test('a link leads where its event would, and keeps language, filter and theme; nothing is shown yet', () => {
  const before = [drawn.length, written.length];
  assert.equal(addressAfter({do: 'open', page: 'about'}), 'about?lang=en&sectors=medicine&theme=dark');
  assert.equal(addressAfter({do: 'open', page: 'explore'}), './?lang=en&sectors=medicine&theme=dark');
  assert.equal(addressAfter({do: 'open', page: 'dossier', selected: 'A-1', part: '3'}), 'dossier?lang=en&selected=A-1&sectors=medicine&theme=dark#3');
  assert.equal(addressAfter({do: 'open', page: 'sectors', sector: 'trade'}), 'sectors?lang=en&sectors=trade&theme=dark');
  assert.equal(addressAfter({do: 'set', name: 'selected', value: 'B-1'}), './?lang=en&selected=B-1&sectors=medicine&theme=dark');
  assert.deepEqual([drawn.length, written.length], before);
});

test('another page is an entry of the history, and has the same state', () => {
  tell({do: 'open', page: 'dossier', selected: 'A-1', part: '3'});
  assert.deepEqual([last().page, last().state.selected], ['dossier', 'A-1']);
  assert.deepEqual(written.at(-1), [true, 'dossier?lang=en&selected=A-1&sectors=medicine&theme=dark']);
  tell({do: 'open', page: 'explore', selected: ''});
  assert.deepEqual([last().page, last().state.selected], ['explore', null]);
  assert.deepEqual(written.at(-1), [true, '?lang=en&sectors=medicine&theme=dark']);
});

test('Back leads to a page and its state', () => {
  tell({do: 'address', path: 'data', query: 'lang=en&table=links'});
  assert.deepEqual([last().page, last().state.table, last().rows.length], ['data', 'links', 7]);
  tell({do: 'address', path: '', query: 'lang=en&sectors=medicine'});
  assert.deepEqual([last().page, last().rows], ['explore', [1, 3, 5]]);
});

test('an older address of Python never overrules a newer click', async () => {
  await say({address: './?lang=en'}); // its first run knows of nothing yet
  heardAll();
  assert.equal(heard, 6);
  const draws = drawn.length;
  tell(choose('trade'));
  await say({address: './?lang=en&sectors=medicine'}); // all but the last click
  assert.deepEqual([...last().state.filter.sectors], ['medicine', 'trade']);
  assert.equal(drawn.length, draws + 1);
  assert.equal(written.at(-1)[1], '?lang=en&sectors=medicine&sectors=trade&theme=dark');
});

test('what Python says in answer to the last click is drawn only if it differs', async () => {
  heardAll();
  const draws = drawn.length, address = './?lang=en&sectors=medicine&sectors=trade';
  await say({address});
  assert.equal(drawn.length, draws);
  await say({address: './?lang=en&sectors=trade'}); // an edit has removed the other sector
  assert.deepEqual([drawn.length, ...last().state.filter.sectors], [draws + 1, 'trade']);
  assert.equal(written.at(-1)[1], '?lang=en&sectors=trade&theme=dark');
  await say({address: './?lang=en&sectors=trade'});
  assert.equal(drawn.length, draws + 1);
});

test('while the words of a language are on their way, clicks are drawn in the one before', async () => {
  const slow = {...files, words: {...files.words, fr: 'slow.json'}};
  await say({files: slow, address: './?lang=en&sectors=trade'});
  tell({do: 'set', name: 'language', value: 'fr'});
  tell(choose('trade', false));
  assert.deepEqual([last().language, last().state.language, last().rows.length], ['en', 'en', 7]);
  assert.equal(written.at(-1)[1], '?lang=fr&theme=dark');
  await release('slow.json', words('fr'));
  assert.deepEqual([last().language, last().rows.length], ['fr', 7]);
});

const edited = {...columns, records: {...columns.records, sectors: columns.records.sectors.map(() => [0])}};

test('after an edit of the table the state stays, as far as the table has it', async () => {
  tell({do: 'set', name: 'selected', value: 'A-1_B-1'});
  tell(choose('medicine'));
  const before = last();
  await say({files: {...files, table: {...edited, units: ['A-1', 'A-2', 'B-1']}}, address: './?lang=fr&selected=A-1_B-1&sectors=medicine'});
  assert.notEqual(last().table, before.table);
  assert.deepEqual(last().state, before.state);
  assert.equal(last().rows.length, 7); // by now, all name medicine
});

test('a click while a new table is on its way is applied to that table', async () => {
  tell({do: 'set', name: 'language', value: 'en'});
  await say({files: {...files, table: 'table.json', words: {...files.words, en: 'new.json'}}, address: './?lang=en&selected=A-1_B-1&sectors=medicine'});
  await release('table.json', columns); // its words are still to come
  tell({do: 'set', name: 'selected', value: 'A-2'});
  await release('new.json', words('en'));
  assert.deepEqual([last().rows, last().state.selected], [[1, 3, 5], 'A-2']);
});

test('a table that comes late does not replace a later one', async () => {
  await say({files: {...files, table: 'early.json'}, address: './?lang=en&selected=A-2&sectors=medicine'});
  await say({files: {...files, table: {...columns, years: [1999, 2017]}}, address: './?lang=en&selected=A-2&sectors=medicine'});
  await release('early.json', edited);
  assert.deepEqual([last().table.years, last().rows], [[1999, 2017], [1, 3, 5]]);
});
