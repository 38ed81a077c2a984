// Files inside a page: what Python packs is read as it was.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {unpack} from '../../src/shared/packed.js';

test('a file is unpacked with every letter of every language', async () => {
  const value = {en: 'Minsk </script>', ru: 'Минск\u2028', zh: ['明斯克', '\u{1F9ED}']};
  assert.deepEqual(await unpack(gzipSync(JSON.stringify(value)).toString('base64')), value);
});

test('a file that is cut is an error', async () => {
  await assert.rejects(unpack(gzipSync('{"a": 1}').subarray(0, 12).toString('base64')));
});
