// Links to pages: what a click does, and at which address another tab opens.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import '../page.js'; // first, since others need a page to begin with
import {own} from '../../src/shared/tell.js';
import {isForBrowser, wayTo} from '../../src/shared/way.js';

const plain = {button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, preventDefault: () => {}};
const others = [{button: 1}, {ctrlKey: true}, {metaKey: true}, {shiftKey: true}, {altKey: true}];

test('only a plain click is not for the browser', () => {
  assert.equal(isForBrowser(plain), false);
  for (const other of others) assert.equal(isForBrowser({...plain, ...other}), true);
});

test('a plain click is heard, and another tab opens at the address of the moment when it is asked for', () => {
  const heard = [];
  let theme = '';
  own({hear: event => heard.push(event), addressAfter: ({page}) => `${page}?lang=ru${theme}`, words: () => null});
  const {href, onclick, onpointerover, onfocus} = wayTo({page: 'about'});
  assert.equal(href, 'about?lang=ru');
  theme = '&theme=dark';
  for (const refresh of [onpointerover, onfocus]) {
    const link = {href};
    refresh({currentTarget: link});
    assert.equal(link.href, 'about?lang=ru&theme=dark');
  }
  for (const other of others) onclick({...plain, ...other});
  assert.deepEqual(heard, []);
  onclick(plain);
  assert.deepEqual(heard, [{do: 'open', page: 'about'}]);
});
