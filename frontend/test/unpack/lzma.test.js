// What Python's lzma packs is read as it was: letters of every language, and matches short, long, near and far.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {unpack} from '../../src/unpack/lzma.js';

const RECORD = '{"en": "Minsk </script>", "ru": "Минск, Минская область, Минск", "zh": ["明斯克", "明斯克州", "\u{1F9ED}"]} ';
const TEXT = [
  RECORD.repeat(3), 'a'.repeat(25), 'bcabcabcabXabcab, ', 'Минск и Чунцин, Чунцин и Минск; '.repeat(2), '0123456789'.repeat(30),
].join('');
const PACKED = // lzma.compress(TEXT.encode(), lzma.FORMAT_RAW, filters=[PACKING])
  'AD2IzdqP7NddOk/KL0gOhWAmdh92o/uJ0UzaY0wmc/+CwUkbiOBgVUfPip+w9lsa5cFjqUGQiABBvYounOVL2n54ORuONqFxl1irb1+gP8PYVj' +
  'PlXnA5dGsDy0s6V1dByem4Jq+kF9fUzj6PkRB+QBLfZwoe1Tua1l1qYsL1DT6CThF3WnW2gXezmv3llrpkx7ZfTE2jP1pabv/hbM2A';

test('a text is unpacked', () => {
  const {length} = new TextEncoder().encode(TEXT);
  const bytes = unpack(Uint8Array.from(Buffer.from(PACKED, 'base64')), length);
  assert.equal(new TextDecoder().decode(bytes), TEXT);
});
