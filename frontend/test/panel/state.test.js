// The meaning of clicks in the panel.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {meaning, withState} from '../../src/panel/state.js';

const tell = event => ({do: 'tell', event});
const selected = value => tell({do: 'set', name: 'selected', value});

for (const [marks, href, expected] of [
  [{select: 'BY-MI'}, undefined, selected('BY-MI')],
  [{select: ''}, undefined, selected(null)],
  [{select: 'BY-MI'}, 'dossier?selected=BY-MI', selected('BY-MI')],
  [{act: 'reset'}, undefined, tell({do: 'reset'})],
  [{act: 'reset', sector: 'tea'}, undefined, tell({do: 'reset', sector: 'tea'})],
  [{open: 'sectors', select: '', sector: 'tea'}, 'sectors?sectors=tea', tell({do: 'open', page: 'sectors', selected: '', sector: 'tea'})],
  [{act: 'print'}, undefined, {do: 'print', brief: false}],
  [{act: 'print', brief: ''}, undefined, {do: 'print', brief: true}],
  [{act: 'link'}, 'insights?lang=en#years', {do: 'link'}],
  [{act: 'explode'}, undefined, null],
  [{open: 'dossier'}, 'dossier?lang=en', tell({do: 'open', page: 'dossier'})],
  [{open: 'dossier', select: 'BY-MI'}, 'dossier?lang=en#events', tell({do: 'open', page: 'dossier', selected: 'BY-MI', part: 'events'})],
  [{open: 'explore', select: ''}, '.', tell({do: 'open', page: 'explore', selected: ''})],
  [{address: ''}, './?story=tea&step=2&lang=en', tell({do: 'address', path: '', query: 'story=tea&step=2&lang=en'})],
  [{page: 'insights'}, 'insights', tell({do: 'open', page: 'insights'})],
  [{set: 'language', value: 'zh'}, undefined, tell({do: 'set', name: 'language', value: 'zh'})],
  [{set: 'side', value: ''}, undefined, tell({do: 'set', name: 'side', value: null})],
  [{set: 'side'}, undefined, tell({do: 'set', name: 'side', value: null})],
  [{set: 'compare', value: 'BY-MI BY-BR'}, undefined, tell({do: 'set', name: 'compare', value: ['BY-MI', 'BY-BR']})],
  [{set: 'compare', value: ''}, undefined, tell({do: 'set', name: 'compare', value: null})],
  [{tab: 'events'}, undefined, {do: 'tab', tab: 'events'}],
  [{}, '#s7', {do: 'jump', id: 's7'}],
  [{}, 'https://example.org/#s7', null],
  [{}, undefined, null],
]) test(`${JSON.stringify(marks)} at ${href} means ${JSON.stringify(expected)}`, () => {
  assert.deepEqual(meaning(marks, href), expected);
});

test('a link to a page takes the state of the address along', () => {
  const address = 'https://example.org/atlas/insights?lang=en#top';
  assert.equal(withState(address, '?lang=ru&sectors=tea'), 'https://example.org/atlas/insights?lang=ru&sectors=tea#top');
  assert.equal(withState(address, ''), 'https://example.org/atlas/insights#top');
});
