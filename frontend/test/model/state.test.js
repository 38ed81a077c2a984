// State, address and events; `tests/model` compares many more with Python.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {after, fromQuery, parsed, toQuery, written} from '../../src/model/state.js';
import {table} from './tiny.js';

const stateOf = address => fromQuery(table, parsed(address), 'en');
const address = state => written(toQuery(table, state));
const next = (from, ...events) => address(events.reduce((state, event) => after(table, state, event), stateOf(from)));

test('only what is not usual stands in the address, in one order', () => {
  assert.equal(address(stateOf('')), 'lang=en');
  assert.equal(address(stateOf('text=x&years=2002-2003&sectors=trade&sectors=medicine&layout=geographic&lang=fr&extent=filtered')),
    'lang=fr&layout=geographic&sectors=medicine&sectors=trade&years=2002-2003&text=x');
});

test('values are escaped as Python escapes them', () => {
  assert.equal(next('', {do: 'set', name: 'text', value: " it's (1*2)! ~-_. é茶 & "}),
    'lang=en&text=it%27s+%281%2A2%29%21+~-_.+%C3%A9%E8%8C%B6+%26');
});

for (const nonsense of ['lang=tlh', 'layout=', 'selected=nobody', 'side=A-1', 'sectors=alchemy', 'years=2005-2002', 'years=2001-2017',
  'years=0-99999', 'compare=A-1', 'compare=A-1&compare=A-1', 'compare=A-1&compare=A-1_B-1', 'compare=A_B-1&compare=A-1_B-1',
  'compare=A-1&compare=A-2&compare=B-1', 'unheard=of', '?years_by=in_force', '%zz', '__proto__=x']) {
  test(`"${nonsense}" is ignored`, () => assert.equal(address(stateOf(nonsense)), 'lang=en'));
}

for (const [left, right] of [['', '%20'], ['', '.'], ['“', '”'], ['<', '>'], ['', ').'], ['%E2%80%8B', '%C2%A0']]) {
  test(`"${left}…${right}" around a link on its way is left out`, () => {
    const mangled = `amp;selected=${left}town${right}&amp;years=${left}2002-2003${right}&text=(tea).`;
    assert.equal(address(stateOf(mangled)), 'lang=en&selected=town&years=2002-2003&text=%28tea%29.');
  });
}

test('events change the state', () => {
  const choose = (option, on) => ({do: 'choose', dimension: 'sectors', option, on});
  assert.equal(next('', choose('trade', true), choose('medicine', true), choose('trade', false)), 'lang=en&sectors=medicine');
  assert.equal(next('lang=en', {do: 'set', name: 'language', value: 'fr'}), 'lang=fr');
  assert.equal(next('', {do: 'set', name: 'years', value: [2002, 2005]}), 'lang=en&years=2002-2005');
  assert.equal(next('years=2002-2005', {do: 'set', name: 'years', value: null}), 'lang=en');
  assert.equal(next('', {do: 'set', name: 'compare', value: ['A-2', 'A-1']}), 'lang=en&compare=A-2&compare=A-1');
  assert.equal(next('selected=town', {do: 'open', page: 'dossier'}), 'lang=en&selected=town');
  assert.equal(next('selected=town', {do: 'open', page: 'dossier', selected: ''}), 'lang=en');
  assert.equal(next('sectors=trade&text=x', {do: 'open', page: 'sectors', sector: 'medicine'}), 'lang=en&sectors=medicine&text=x');
  assert.equal(next('sectors=trade', {do: 'open', page: 'sectors', sector: ''}), 'lang=en');
  assert.equal(next('sectors=trade&text=x', {do: 'reset', sector: 'trade'}), 'lang=en&sectors=trade');
  assert.equal(next('lang=fr&text=x', {do: 'address', path: '', query: 'side=B'}), 'lang=fr&side=B');
  assert.equal(next('layout=geographic&sectors=trade&years=2002-2003&years_by=in_force&text=x', {do: 'reset'}),
    'lang=en&layout=geographic&years_by=in_force');
});

test('a story has a step and perhaps a kiosk, and ends where a page is opened', () => {
  const told = {...table, stories: ['tale']};
  const read = query => address(fromQuery(told, parsed(query), 'en'));
  assert.equal(read('story=tale'), 'lang=en&story=tale&step=1');
  assert.equal(read('story=tale&step=12&kiosk=20'), 'lang=en&story=tale&step=12&kiosk=20');
  assert.equal(read('story=tale&step=0&kiosk=0'), 'lang=en&story=tale&step=1');
  assert.equal(read('story=other&step=2&kiosk=20'), 'lang=en');
  const state = fromQuery(told, parsed('story=tale&step=2&kiosk=20&layout=geographic'), 'en');
  assert.equal(address(after(told, state, {do: 'open', page: 'data'})), 'lang=en&layout=geographic');
  assert.equal(address(after(told, state, {do: 'set', name: 'story', value: null})), 'lang=en&layout=geographic');
});
