// The committed build: all components share one line to Python, and the manifest names existing files.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

const folder = new URL('../../dashboard/static/build/', import.meta.url);
const files = readdirSync(folder);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));

test('every file of the manifest is there, and nothing of another build', () => {
  const named = Object.values(manifest).flatMap(Object.values);
  const [shared, ...others] = files.filter(file => file.startsWith('shared-'));
  assert.deepEqual(others, []);
  assert.deepEqual(files.toSorted(), [...named, shared, 'LICENSES.txt', 'manifest.json'].toSorted());
});

test('every component imports the one shared script, and no other', () => {
  const imported = Object.values(manifest).filter(({js}) => js).map(({js}) =>
    [...new Set(readFileSync(new URL(js, folder), 'utf8').match(/(?<=from")\.\/[\w-]+\.js(?=")/g))].join());
  assert.equal(imported.length, 6);
  assert.deepEqual([...new Set(imported)], [`./${files.find(file => file.startsWith('shared-'))}`]);
});
