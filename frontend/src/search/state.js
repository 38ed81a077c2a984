// The search box without a browser: the index as it is compared, and the ranking of what is found.
import {fold, onOtherKeyboard} from './fold.js';
import {Vocabulary} from './vocabulary.js';

const LIMIT = 12;
const LATER = 4; // a group whose best find is so many grades worse than the best of all is shown after the others

// The grades of a find, the best first: a name is what was typed, it begins so, it has words that begin so, the same of an
// alias, it has the words in another form; then all that of a name in another language than that of the page. Last come
// entries that are named so only together with what and where they are.
const EXACT = 0, BEGINNING = 1, WORDS = 2, ALIAS = 3, STEMS = 6, FOREIGN = 7, AROUND = 14;

/**
 * @typedef {import('../contract.js').SearchEntry} Entry
 * @typedef {import('./vocabulary.js').Read} Read
 * @typedef {{folded: string, stems: string}} Compared both with a space after the last word as well
 * @typedef {Compared & {text: string, close: string, language: string | undefined}} Name close: folded without spaces
 * @typedef {Entry & {group: string, texts: Name[], around: Compared[]}} Prepared around: all that is said, by language
 * @typedef {{groups: Prepared[][], vocabulary: Vocabulary}} Index
 * @typedef {{entry: Prepared, text: string, grade: number}} Find text: the name that matched
 */

/**
 * A published index with what is compared of its entries, group by group.
 * @param {import('../contract.js').SearchIndex} published
 * @returns {Index}
 */
export function prepare({groups, stems}) {
  const compared = (/** @type {string[]} */ texts) => {
    const folded = texts.map(fold).join(' |');
    return {folded: `${folded} `, stems: `${folded.replace(/[^ ]+/g, word => stems[word] ?? word)} `};
  };
  const named = (/** @type {string} */ text, /** @type {string=} */ language) => (
    {text, language, close: fold(text).replaceAll(' ', ''), ...compared([text])});
  const prepared = Object.entries(groups).map(([group, entries]) => entries.map(entry => ({
    ...entry,
    group,
    texts: [...Object.entries(entry.names).map(([language, name]) => named(name, language)), ...entry.aliases.map(alias => named(alias))],
    around: Object.entries(entry.names).map(([language, name]) => compared([name, entry.where[language] ?? '', ...entry.aliases])),
  })));
  const texts = prepared.flat().flatMap(({around}) => around.map(({folded}) => folded));
  return {groups: prepared, vocabulary: new Vocabulary(texts, stems)};
}

/**
 * At most LIMIT finds for what was typed, group by group, the best first.
 * @param {Index} index
 * @param {string} typed
 * @param {string} language in which the finds are shown
 * @returns {Find[]}
 */
export function find({groups, vocabulary}, typed, language) {
  for (const spelling of [typed, onOtherKeyboard(typed)]) {
    const words = vocabulary.read(spelling);
    const finds = words.length ? search(groups, words, language) : [];
    if (finds.length) return finds;
  }
  return [];
}

/**
 * @param {Compared} text
 * @param {Read} word
 */
const holds = ({folded, stems}, word) => folded.includes(word.folded) || [...word.stems].some(stem => stems.includes(` ${stem} `));

/**
 * @param {Name} name
 * @param {Read[]} words
 * @param {string} close the words without spaces
 * @param {string} language
 * @returns {number} Infinity: not what is looked for
 */
function grade(name, words, close, language) {
  const foreign = name.language && name.language !== language ? FOREIGN : 0;
  const alias = name.language ? 0 : ALIAS;
  if (name.close === close) return EXACT + alias + foreign;
  if (name.close.startsWith(close)) return BEGINNING + alias + foreign;
  if (words.every(({folded}) => name.folded.includes(folded))) return WORDS + alias + foreign;
  return words.every(word => holds(name, word)) ? STEMS + foreign : Infinity;
}

/**
 * @param {Prepared[][]} groups
 * @param {Read[]} words
 * @param {string} language
 * @returns {Find[]}
 */
function search(groups, words, language) {
  const close = words.map(({folded}) => folded.replaceAll(' ', '')).join('');
  const judge = (/** @type {Prepared} */ entry) => {
    const graded = entry.texts.map(name => ({text: name.text, grade: grade(name, words, close, language)}));
    const best = graded.reduce((a, b) => (b.grade < a.grade ? b : a));
    const own = entry.names[language];
    const byOwn = best.grade === Infinity || graded.some(({text, grade: fit}) => text === own && fit < Infinity);
    const around = entry.around.some(text => words.every(word => holds(text, word))) ? AROUND : Infinity;
    return {entry, text: byOwn ? own : best.text, grade: Math.min(best.grade, around)};
  };
  const found = groups.map(entries => entries.map(judge).filter(({grade: fit}) => fit < Infinity)
    .sort((a, b) => a.grade - b.grade).map((find, turn) => ({...find, turn}))).filter(finds => finds.length);
  const best = Math.min(...found.map(([first]) => first.grade));
  const late = (/** @type {Find} */ first) => Number(first.grade - best >= LATER);
  const finds = found.sort(([a], [b]) => late(a) - late(b)).flat();
  // Every group in turn gives its next best, so that none crowds out the others.
  const kept = new Set([...finds].sort((a, b) => late(a) - late(b) || a.turn - b.turn).slice(0, LIMIT));
  return finds.filter(each => kept.has(each)).map(({entry, text, grade: fit}) => ({entry, text, grade: fit}));
}
