// Unpacks LZMA, whose window is not 32 kB as that of gzip, which browsers have: what three languages share is kept once.
// See the specification, https://www.7-zip.org/sdk.html (lzma-specification.txt), whose names are used here.

const STATES = 12, LITERAL = 0x300, LC = 3; // bits of the byte before that choose the probabilities of a literal

// Where each kind of probability begins in one array. There is one `pos_state`, since texts have no fixed step (lp = pb = 0).
const IS_MATCH = 0, IS_REP = STATES, IS_REP_G0 = 2 * STATES, IS_REP_G1 = 3 * STATES, IS_REP_G2 = 4 * STATES, IS_REP0_LONG = 5 * STATES;
const POS_SLOT = 6 * STATES, POS = POS_SLOT + 4 * 64, ALIGN = POS + 115, LENGTH = ALIGN + 16, REP_LENGTH = LENGTH + 274;
const LITERALS = REP_LENGTH + 274;

/**
 * @param {Uint8Array} packed a stream without header, packed with lc = 3, lp = 0 and pb = 0
 * @param {number} size of what is in it, bytes
 */
export function unpack(packed, size) {
  const out = new Uint8Array(size), chances = new Uint16Array(LITERALS + (LITERAL << LC)).fill(1024);
  let read = 1, range = 2 ** 32 - 1, code = 0; // the first byte is always 0
  for (let i = 0; i < 4; i++) code = (code << 8 | packed[read++]) >>> 0;
  let at = 0, state = 0, rep0 = 0, rep1 = 0, rep2 = 0, rep3 = 0;

  const renew = () => {
    if (range >= 2 ** 24) return;
    range = (range << 8) >>> 0;
    code = (code << 8 | packed[read++]) >>> 0;
  };
  /** @param {number} i */
  const bit = i => {
    const chance = chances[i], bound = (range >>> 11) * chance, one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      chances[i] -= chance >>> 5;
    } else {
      range = bound;
      chances[i] += (2048 - chance) >>> 5;
    }
    renew();
    return Number(one);
  };
  /** @param {number} from @param {number} bits */
  const tree = (from, bits) => {
    let m = 1;
    for (let i = 0; i < bits; i++) m = m << 1 | bit(from + m);
    return m - (1 << bits);
  };
  /** @param {number} from @param {number} bits */
  const reverse = (from, bits) => {
    let m = 1, value = 0;
    for (let i = 0; i < bits; i++) {
      const next = bit(from + m);
      m = m << 1 | next;
      value |= next << i;
    }
    return value;
  };
  /** @param {number} bits that are as often 0 as 1 */
  const direct = bits => {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      range >>>= 1;
      const one = code >= range;
      if (one) code -= range;
      value = value << 1 | Number(one);
      renew();
    }
    return value;
  };
  /** @param {number} from */
  const length = from => 2 + (!bit(from) ? tree(from + 2, 3) : !bit(from + 1) ? 8 + tree(from + 10, 3) : 16 + tree(from + 18, 8));
  /** @param {number} long */
  const distance = long => {
    const slot = tree(POS_SLOT + 64 * Math.min(long - 2, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1, start = (2 | slot & 1) << bits;
    return start + (slot < 14 ? reverse(POS + start - slot, bits) : direct(bits - 4) * 16 + reverse(ALIGN, 4));
  };
  const literal = () => {
    const from = LITERALS + LITERAL * ((at && out[at - 1]) >> (8 - LC));
    let m = 1;
    if (state >= 7) { // after a match, the byte that would have followed it is unlikely
      for (let likely = out[at - rep0 - 1], same = true; m < 256 && same;) {
        likely <<= 1;
        const expected = likely >> 8 & 1, next = bit(from + ((1 + expected) << 8) + m);
        m = m << 1 | next;
        same = next === expected;
      }
    }
    while (m < 256) m = m << 1 | bit(from + m);
    return m; // its lowest eight bits
  };

  while (at < size) {
    if (!bit(IS_MATCH + state)) {
      out[at] = literal();
      at++;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count = 1;
    const after = state < 7;
    if (!bit(IS_REP + state)) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      count = length(LENGTH);
      rep0 = distance(count);
      state = after ? 7 : 10;
    } else {
      let short = false;
      if (!bit(IS_REP_G0 + state)) short = !bit(IS_REP0_LONG + state);
      else if (!bit(IS_REP_G1 + state)) [rep1, rep0] = [rep0, rep1];
      else if (!bit(IS_REP_G2 + state)) [rep2, rep1, rep0] = [rep1, rep0, rep2];
      else [rep3, rep2, rep1, rep0] = [rep2, rep1, rep0, rep3];
      if (!short) count = length(REP_LENGTH);
      state = after ? (short ? 9 : 8) : 11;
    }
    for (; count && at < size; count--, at++) out[at] = out[at - rep0 - 1];
  }
  return out;
}
