// Bytes written as text that a script may hold: a character of ASCII for seven bits, or a letter for sixteen of which the
// first seven would be a character that HTML changes or ends a script with.

const REFUSED = [0, 0x0d, 0x3c], TAIL = 9, FIRST = 0xa0; // as `dashboard/handouts/page.py` has them

/** @param {string} text */
export function bytesOf(text) {
  const bytes = new Uint8Array(2 * text.length);
  let at = 0, bits = 0, count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i), rest = code - FIRST;
    bits = rest < 0 ? bits << 7 | code : bits << 7 + TAIL | REFUSED[rest >> TAIL] << TAIL | rest & (1 << TAIL) - 1;
    count += rest < 0 ? 7 : 7 + TAIL;
    for (; count >= 8; at++) {
      count -= 8;
      bytes[at] = bits >> count;
    }
  }
  return bytes.subarray(0, at);
}
