// The search box without a browser: the prepared index and the ranking of finds.
import {fold} from './fold.js';

const LIMIT = 12;
const LOOSE = 3; // finds of this grade or worse are shown only after the others

/**
 * @typedef {import('../contract.js').SearchEntry} Entry
 * @typedef {{text: string, folded: string, alias: boolean}} Name
 * @typedef {Entry & {group: string, texts: Name[], all: string}} Prepared
 * @typedef {{entry: Prepared, text: string, grade: number}} Find text: the name that matched
 */

/**
 * The entries of a published index with their folded texts, group by group.
 * @param {import('../contract.js').SearchIndex} groups
 * @returns {Prepared[][]}
 */
export function prepare(groups) {
  return Object.entries(groups).map(([group, entries]) => entries.map(entry => {
    const names = Object.values(entry.names);
    const texts = [...names, ...entry.aliases].map((text, at) => ({text, folded: fold(text), alias: at >= names.length}));
    const all = [...texts.map(text => text.folded), ...Object.values(entry.where).map(fold)].join(' |');
    return {...entry, group, texts, all};
  }));
}

/**
 * At most LIMIT finds for the typed text, group by group, best first.
 * @param {Prepared[][]} index
 * @param {string} typed
 * @param {string} language to show the finds in
 * @returns {Find[]}
 */
export function find(index, typed, language) {
  const phrase = fold(typed);
  if (!phrase) return [];
  const words = typed.split(/[\s,;/_]+/).map(fold).filter(Boolean);
  const each = phrase.match(/ [^ ]+/g) ?? [];
  const loose = loosely(phrase);
  /** @type {[gradeOf: (name: Name) => number, isFar: (all: string) => boolean][]} */
  const tries = [
    [name => grade(name, phrase, words), all => words.every(word => all.includes(word))],
    // Chinese is typed without spaces: each character is a word.
    [name => grade(name, phrase, each), all => each.every(word => all.includes(word))],
    [({folded}) => (loose.test(folded) ? LOOSE : Infinity), all => loose.test(all)],
  ];
  for (const [gradeOf, isFar] of tries) {
    const found = search(index, gradeOf, isFar, language);
    if (found.length) return found;
  }
  return [];
}

/**
 * How well a name fits: 0 is the phrase, 1 begins with it, 2 has words that begin with the typed ones, 3 contains them.
 * @param {Name} name
 * @param {string} phrase
 * @param {string[]} words
 */
function grade({folded, alias}, phrase, words) {
  if (folded === phrase && !alias) return 0; // the aliases of a pair are names of its sides
  if (folded.startsWith(phrase)) return 1;
  if (words.every(word => folded.includes(word))) return 2;
  return words.every(word => word.length > 3 && folded.includes(word.slice(1))) ? LOOSE : Infinity;
}

/**
 * A phrase without its word breaks and with е for э: "hongkong", "chong qing", "Хейлунцзян".
 * @param {string} phrase
 */
const loosely = phrase => new RegExp(` ${[...phrase.replaceAll(' ', '')].join(' ?').replace(/[еэ]/g, '[еэ]')}`, 'u');

/**
 * @param {Prepared[][]} index
 * @param {(name: Name) => number} gradeOf
 * @param {(all: string) => boolean} isFar matches all texts of an entry together
 * @param {string} language
 * @returns {Find[]}
 */
function search(index, gradeOf, isFar, language) {
  const judge = (/** @type {Prepared} */ entry) => {
    const graded = entry.texts.map(name => ({text: name.text, grade: gradeOf(name)}));
    const best = graded.reduce((a, b) => (b.grade < a.grade ? b : a));
    const own = entry.names[language];
    const byOwn = best.grade === Infinity || graded.some(({text, grade: fit}) => text === own && fit < Infinity);
    return {entry, text: byOwn ? own : best.text, grade: Math.min(best.grade, isFar(entry.all) ? LOOSE + 1 : Infinity)};
  };
  const groups = index.map(entries => entries.map(judge).filter(found => found.grade < Infinity)
    .sort((a, b) => a.grade - b.grade).map((found, turn) => ({...found, turn})));
  const late = (/** @type {Find | undefined} */ found) => Number(found !== undefined && found.grade >= LOOSE);
  const finds = groups.sort((a, b) => late(a[0]) - late(b[0])).flat();
  // Groups take turns with their next best find, so that none crowds out the others.
  const kept = new Set([...finds].sort((a, b) => late(a) - late(b) || a.turn - b.turn).slice(0, LIMIT));
  return finds.filter(found => kept.has(found)).map(({entry, text, grade: fit}) => ({entry, text, grade: fit}));
}
