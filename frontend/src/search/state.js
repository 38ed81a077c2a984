// The search box without a browser: the prepared index and the ranking of finds.
import {fold, onOtherKeyboard} from './fold.js';
import {Vocabulary} from './vocabulary.js';

export const LIMIT = 12;

// Grades of finds, the best first: a name is what was typed, begins with it, or has words that begin so; the same for an
// alias (+ ALIAS); a name or an alias has the words in another form; the entry has them only together with its kind and
// location. A name in another language than that of the page comes after one that fits as well (+ FOREIGN).
const EXACT = 0, BEGINNING = 10, WORDS = 20, ALIAS = 30, STEMS = 52, AROUND = 90, FOREIGN = 1;
const LATER = 35; // a group is shown after the others if its best find is so much worse than the best of all

/**
 * @typedef {import('../contract.js').SearchEntry} Entry
 * @typedef {import('./vocabulary.js').Read} Read
 * @typedef {{folded: string, stems: string}} Compared a text with its words and with their stems, a space before and after each
 * @typedef {Compared & {text: string, close: string, language: string | undefined}} Name close: the folded name without spaces; aliases have no language
 * @typedef {Entry & {group: string, texts: Name[], around: Compared[]}} Prepared around: for each language, all texts
 * @typedef {(group: string, entry: Entry) => Prepared} Prepare
 * @typedef {{groups: Prepared[][], vocabulary: Vocabulary, stems: Map<string, string>, prepared: Prepare}} Index
 * @typedef {{entry: Prepared, text: string, grade: number}} Find text: the name that matched
 */

/**
 * The entries of a published index with their folded and stemmed texts, group by group.
 * @param {import('../contract.js').SearchIndex} published
 * @returns {Index}
 */
export function prepare(published) {
  const stems = new Map(Object.entries(published.stems)), prepared = preparing(stems);
  const groups = Object.entries(published.groups).map(([group, entries]) => entries.map(entry => prepared(group, entry)));
  return {groups, vocabulary: new Vocabulary(groups.flat().flatMap(linesOf), stems), stems, prepared};
}

/**
 * All folded texts of an entry.
 * @param {Prepared} entry
 */
export const linesOf = ({around}) => around.flatMap(({folded}) => folded.split('\n'));

/**
 * @param {Map<string, string>} stems by word
 * @returns {Prepare}
 */
function preparing(stems) {
  /** @type {Map<string, string>} */
  const known = new Map(); // a name occurs in many entries
  const foldOnce = (/** @type {string} */ text) => {
    const folded = known.get(text) ?? fold(text);
    known.set(text, folded);
    return folded;
  };
  const compared = (/** @type {string[]} */ texts) => {
    const folded = `${texts.map(foldOnce).join(' \n')} `;
    return {folded, stems: folded.replace(/\S+/g, word => stems.get(word) ?? word)};
  };
  const named = (/** @type {string} */ text, /** @type {string | undefined} */ language) => (
    {text, language, close: foldOnce(text).replaceAll(' ', ''), ...compared([text])});
  return (group, entry) => ({
    ...entry,
    group,
    texts: [...Object.entries(entry.names).map(([language, name]) => named(name, language)), ...entry.aliases.map(alias => named(alias, undefined))],
    around: Object.entries(entry.names).map(([language, name]) => compared([name, entry.where[language] ?? '', ...entry.aliases])),
  });
}

/**
 * At most LIMIT finds for what was typed, group by group, the best first.
 * @param {Index} index
 * @param {string} typed
 * @param {string} language to show the finds in
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
const holds = ({folded, stems}, word) => folded.includes(word.folded) || word.stems.some(stem => stems.includes(` ${stem} `));

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
    const around = best.grade === Infinity && entry.around.some(text => words.every(word => holds(text, word)));
    return {entry, text: byOwn ? own : best.text, grade: around ? AROUND : best.grade};
  };
  const found = groups.map(entries => entries.map(judge).filter(({grade: fit}) => fit < Infinity)
    .sort((a, b) => a.grade - b.grade).map((each, turn) => ({...each, turn}))).filter(finds => finds.length);
  const best = Math.min(...found.map(([first]) => first.grade));
  const late = (/** @type {Find} */ first) => Number(first.grade - best >= LATER);
  const finds = found.sort(([a], [b]) => late(a) - late(b)).flat();
  // Every group in turn gives its next best, so that none crowds out the others.
  const kept = new Set([...finds].sort((a, b) => late(a) - late(b) || a.turn - b.turn).slice(0, LIMIT));
  return finds.filter(each => kept.has(each)).map(({entry, text, grade: fit}) => ({entry, text, grade: fit}));
}
