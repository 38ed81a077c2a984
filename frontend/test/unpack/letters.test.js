// Bytes are read from the letters that Python writes for them.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bytesOf} from '../../src/unpack/letters.js';

test('a letter of ASCII holds seven bits, and another one sixteen', () => {
  assert.deepEqual([...bytesOf('AB')], [0b10000011]); // 1000001 1000010: what makes no byte is filled up
  assert.deepEqual([...bytesOf('\u00a0')], [0, 0]);
  assert.deepEqual([...bytesOf(String.fromCharCode(0xa0 + 512 + 5))], [0b00011010, 0b00000101]);
  assert.deepEqual([...bytesOf(String.fromCharCode(0xa0 + 1024 + 511))], [0b01111001, 0b11111111]);
});

test('every byte is read', () => {
  const text = // page.letters(bytes(range(256)))
    '\u00a1\u0001\u0222\u0001 `8 \u0012\u000a\u0005C\u0001Pp\u0520D$\u0013\u000a\u0005"a8`2\u001a\u03bc\u000eGCr\u0001' +
    '\u0004D#\u0012\u0009$b9 R*\u0015K\u0005Rq\u0621Dd3\u001a\u033b\u043c\u000e\u0027#Ypz>\u001fP\u0008\u0014\u0012\u02c2' +
    '\u0015\u000cG$\u0012)$Z1\u001aN\u0027T\u000a\u0015\u0012M(U+\u0015k\u0005Ji6\u005c.WKv\u0003\u0005Dc2\u0019,f;!Rj5[' +
    '\u03fbMw\u0003Eds:\u001d.g;arz=_\u000fWs~\u0001\u0001A pH,\u001a\u000f\u0008DbQ8d6\u001d\u000fH$2)\u001cR+\u0016Kf' +
    '\u0013\u0019Tn9\u001dO\u0027t\u000a\u02ca\u001d\u0012K&Sj\u0015\u001aU.Y-W+v\u000b\u03cb\u001dRk6[n\u0017\u001bUny=_/x' +
    '\u000c\u000e\u000b\u0007DbqX|F\u0027\u0015Kf39l~C#Riu\u001a]6_1Ym6{Mn{?`px\u005c>\u0027\u0017Mgt:=._3[nw|\u001e\u001f' +
    '\u0017Oiu{=\u007f\u000fOkw|~\u007f_p';
  assert.deepEqual([...bytesOf(text)].slice(0, 256), Array.from({length: 256}, (_, i) => i));
});
