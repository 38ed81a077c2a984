// Folding of texts for comparison, in the search box here and in Python's text filter; tests/cases/fold.json tests both.
//
// A text is folded as follows:
// 1. Unicode's compatibility decomposition (NFKD), then lower case.
// 2. These are removed: marks (category M, so that ё is е), modifier letters (Lm), format characters (Cf: soft hyphens,
//    zero-width spaces and joiners) and apostrophes. ł, which does not decompose, becomes l.
// 3. Every run of letters and numbers (categories L and N) is a word, and every Chinese character is a word by itself.
//    Everything else only separates words.
// 4. Every word is preceded by a space, so that ` x` in a folded text means: a word begins with x.

const LEFT_OUT = /[\p{M}\p{Lm}\p{Cf}'’‘`′]/gu;
const CHINESE = /[\u3007\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/** @param {string} text */
export function fold(text) {
  const plain = text.normalize('NFKD').toLowerCase().replace(LEFT_OUT, '').replaceAll('ł', 'l');
  const words = plain.replace(CHINESE, ' $& ').replace(BETWEEN_WORDS, ' ').trim();
  return words && ` ${words}`;
}
