// Folding of texts for comparison, in the search box here and in Python's text filter; tests/cases/fold.json tests both.
//
// A text is folded as follows:
// 1. Unicode's compatibility decomposition (NFKD), then lower case.
// 2. These are removed: marks (category M, so that ё is е) except the breve of й, modifier letters (Lm), format characters
//    (Cf: soft hyphens, zero-width spaces and joiners) and apostrophes.
// 3. э becomes е, ł becomes l, and traditional Chinese characters are simplified.
// 4. Every run of letters and numbers (categories L and N) is a word, and every Chinese character is a word by itself.
//    Everything else only separates words.
// 5. Every word is preceded by a space, so that ` x` in a folded text means: a word begins with x.
import forms from './traditional.json' with {type: 'json'};

const LEFT_OUT = /[\p{M}\p{Lm}\p{Cf}'’‘`′]/gu;
const IDEOGRAPH = '[\\u2e80-\\u2fdf\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{323af}]';
const CHINESE = new RegExp(IDEOGRAPH, 'gu');
const WORD = new RegExp(`${IDEOGRAPH}+|(?:(?!${IDEOGRAPH})\\S)+`, 'gu');
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;
const LATIN_KEYS = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.' + '~{}:"<>';
const RUSSIAN_KEYS = 'ёйцукенгшщзхъфывапролджэячсмитьбю' + 'ёхъжэбю';

/**
 * @param {string} from
 * @param {string} to
 * @returns {(text: string) => string} replaces each character of `from` by that of `to` at the same index
 */
function replacing(from, to) {
  const others = [...to];
  const table = new Map([...from].map((letter, at) => [letter, others[at]]));
  return text => Array.from(text, letter => table.get(letter) ?? letter).join('');
}

const simplified = replacing(`эł${forms.traditional}`, `еl${forms.simplified}`);
const otherKeys = replacing(LATIN_KEYS + RUSSIAN_KEYS, RUSSIAN_KEYS + LATIN_KEYS);

/** @param {string} text */
function plain(text) {
  const letters = text.normalize('NFKD').toLowerCase().replaceAll('и\u0306', 'й').replace(LEFT_OUT, '');
  return simplified(letters).replace(BETWEEN_WORDS, ' ').trim();
}

/** @param {string} text */
export function fold(text) {
  const words = plain(text).replace(CHINESE, ' $& ').split(' ').filter(Boolean);
  return words.map(word => ` ${word}`).join('');
}

/**
 * The words of a typed text; Chinese characters in a row are one: "中医 Great-Stone" is 中医, great, stone.
 * @param {string} text
 * @returns {string[]}
 */
export const typedWords = text => plain(text).match(WORD) ?? [];

/**
 * The text with the letters of the same keys on the other keyboard, Latin or Russian: "vbycr" gives "минск".
 * @param {string} text
 */
export const onOtherKeyboard = text => otherKeys(text.toLowerCase());

/** @param {string} word */
export const isChinese = word => word.search(CHINESE) === 0;
