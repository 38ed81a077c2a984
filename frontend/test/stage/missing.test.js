// Files that are not there: asked for again, then named anew by Python, and at last told of.
import assert from 'node:assert/strict';
import {mock, test} from 'node:test';
import {columns} from '../model/tiny.js';
import {hold, textsOf} from '../page.js';

mock.timers.enable({apis: ['setTimeout']});

const there = new Map([['atlas-files', '"list.json"']]);
const asked = [];
globalThis.fetch = async url => {
  const name = String(url).replace('http://atlas/', '');
  asked.push(name);
  return there.has(name) ? {ok: true, json: async () => JSON.parse(there.get(name))} : {ok: false, status: 404};
};
const turn = () => new Promise(setImmediate);
/** Let so many pauses pass as it takes to give up. */
async function giveUp() {
  for (let tries = 0; tries < 15; tries++) {
    await turn();
    mock.timers.tick(150);
  }
  await turn();
}

const words = language => ({language, locale: language, grouped: true, ui: {status: {away: 'Away', missing: 'Missing'}}});
const files = {table: columns, words: {en: words('en'), fr: 'fr.json'}, index: {languages: 2, stems: {}, chinese: {}}};
hold('atlas', files);
there.set('list.json', JSON.stringify({...files, words: {fr: words('fr')}}));
const {follow} = await import('../../src/stage/store.js');
const {attach} = await import('../../src/shared/tell.js');
const {fetchPatiently} = await import('../../src/shared/json.js');

const drawn = [];
follow(({files: {panels}}) => {
  drawn.push(panels);
  if (panels) fetchPatiently(panels).catch(() => {});
});
const whole = {isConnected: true}, runs = [];
async function say(list) {
  const said = {whole: true, version: 'v', process: 'p', tab: '', seen: 0, language: 'fr', ui: {}, files: list, address: './?lang=fr'};
  attach(whole, said, (_, message) => runs.push(message));
  await turn();
  mock.timers.tick(1);
}
const banner = () => textsOf('div', globalThis.document.body).join('');

test('before Python speaks, the list of the copy that answers is taken, once', async () => {
  for (let turns = 0; turns < 5; turns++) await turn();
  assert.deepEqual(asked.slice(0, 3), ['fr.json', 'atlas-files', 'list.json']);
  assert.equal(drawn.length, 1);
  await giveUp(); // of a list that is no longer that of the page
  assert.deepEqual([runs, banner()], [[], '']);
  assert.equal(asked.filter(name => name === 'atlas-files').length, 1);
});

test('a file that no copy has is asked for again once Python has run, which may have made it anew', async () => {
  const list = {...files, words: {fr: words('fr')}, panels: 'panels.json'};
  await say(list);
  runs.length = 0; // of the events before
  await giveUp();
  await turn();
  mock.timers.tick(1);
  assert.equal(runs.length, 1);
  there.set('panels.json', '{}');
  const draws = drawn.length;
  await say(list);
  assert.equal(drawn.length, draws + 1);
  await giveUp();
  assert.deepEqual([runs.length, banner()], [1, '']);
});

test('if that was in vain, the page says so, until another list comes', async () => {
  const list = {...files, words: {fr: words('fr')}, panels: 'gone.json'};
  await say(list);
  await giveUp();
  await turn();
  mock.timers.tick(1);
  assert.deepEqual([runs.length, banner()], [2, '']);
  await say(list);
  await giveUp();
  assert.deepEqual([runs.length, banner()], [2, 'Missing']);
  await say({...list, panels: 'panels.json'});
  await giveUp();
  assert.deepEqual([runs.length, banner()], [2, '']);
});
