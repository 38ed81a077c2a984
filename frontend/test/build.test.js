// The committed build: all components share one line to Python, and the manifest names existing files.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

const folder = new URL('../../dashboard/static/build/', import.meta.url);
const files = readdirSync(folder);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));

test('every file of the manifest is there with what it imports, and nothing of another build', () => {
  const wanted = new Set(Object.values(manifest).flatMap(Object.values));
  for (const file of wanted) { // what is added on the way is followed too
    for (const [, imported] of readFileSync(new URL(file, folder), 'utf8').matchAll(/(?:from|import\(|import)"\.\/([\w-]+\.js)"/g)) wanted.add(imported);
  }
  assert.deepEqual(files.toSorted(), [...wanted, 'LICENSES.txt', 'manifest.json'].toSorted());
});

test('the one shared script alone writes the address, since it keeps Streamlit from writing; a hand-out has one of its own', () => {
  const writers = files.filter(file => file.endsWith('.js') && readFileSync(new URL(file, folder), 'utf8').includes('history.pushState'));
  assert.deepEqual(writers.map(file => file.split('-')[0]).toSorted(), ['onefile', 'shared']);
});

test('every component imports the one shared script, and no other', () => {
  const {shared} = manifest, apart = ['shared', 'onefile', 'unpack', 'still']; // a hand-out has no other file, and a still no page
  const scripts = Object.entries(manifest).flatMap(([name, {js}]) => (apart.includes(name) ? [] : js ?? []));
  assert.ok(scripts.length > 1);
  for (const script of scripts) {
    const imported = readFileSync(new URL(script, folder), 'utf8').match(/(?<=from")\.\/[\w-]+\.js(?=")/g);
    assert.deepEqual([...new Set(imported)], [`./${shared.js}`], script);
  }
});

test('the scripts of a hand-out need no other file, and can stand in any HTML', () => {
  for (const {js} of [manifest.onefile, manifest.unpack]) {
    const script = readFileSync(new URL(js, folder), 'utf8');
    assert.doesNotMatch(script, /\bimport\(|\bimport\.meta|^import\b/m);
    assert.doesNotMatch(script, /<\/script|<!--/i);
  }
});
