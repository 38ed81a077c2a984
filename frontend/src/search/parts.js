// The long groups of the search index: their entries are fetched in parts, once they are looked for.
import {fetchOnce} from '../shared/json.js';
import {fold, isChinese, onOtherKeyboard, typedWords} from './fold.js';
import {find, LIMIT, linesOf} from './state.js';

const STEP = 24, TRIED = 240; // entries of a group that are fetched at once, and at most

/**
 * @typedef {import('../contract.js').SearchParts} Published
 * @typedef {import('./state.js').Index} Index
 * @typedef {import('./state.js').Prepared} Prepared
 * @typedef {{begun: number[], others: number[]}} Numbers of entries of which a name begins with a word, and of others that have it
 */

/** The number of the file of a folded word, as in dashboard/published/searchparts.py. */
export const shardOf = (/** @type {string} */ word, /** @type {number} */ shards) => {
  const [first, second] = [...`${word} `].map(letter => /** @type {number} */ (letter.codePointAt(0)));
  return (31 * first + second) % shards;
};

export class Parts {
  /** @type {Map<string, Numbers>} by word, of all files that were fetched */
  #words = new Map();
  /** @type {Set<string>} files of which the words are known */
  #read = new Set();

  /**
   * @param {Index} index of the other groups, which learns the words that are fetched
   * @param {Published} published
   */
  constructor(index, published) {
    this.index = index;
    this.published = published;
  }

  /**
   * The index with those entries of the long groups that are looked for.
   * @param {string} typed
   * @param {string} language of the page
   * @returns {Promise<Index>}
   */
  async gather(typed, language) {
    for (const spelling of [typed, onOtherKeyboard(typed)]) {
      const groups = await this.#gathered(spelling, language);
      if (groups.length) return {...this.index, groups: [...this.index.groups, ...groups]};
    }
    return this.index;
  }

  /**
   * @param {string} typed
   * @param {string} language
   */
  async #gathered(typed, language) {
    const words = typedWords(typed).flatMap(word => (isChinese(word) ? [...word] : [word]));
    await this.#learn(words);
    const {vocabulary} = this.index, apart = this.#having(words.flatMap(word => vocabulary.read(word)));
    return this.#grouped(apart.length ? apart : this.#having(vocabulary.read(typed)), typed, language); // "great stone" may be one word
  }

  /**
   * The entries that have all of some words somewhere, in the order of the first word.
   * @param {import('./vocabulary.js').Read[]} words
   */
  #having(words) {
    const [first, ...others] = words.map(({folded, stems}) => ({begins: folded.trim(), stems: new Set(stems)}))
      .filter(({begins}) => isLooked(begins)).map(({begins, stems}) => this.#numbers(begins, stems));
    return [...first ?? []].filter(number => others.every(numbers => numbers.has(number)));
  }

  /**
   * Fetch the files of some words.
   * @param {string[]} words
   */
  async #learn(words) {
    const {words: files} = this.published, {vocabulary, stems} = this.index;
    const wanted = new Set(words.map(word => fold(word).trim()).filter(isLooked).map(word => files[shardOf(word, files.length)]));
    await Promise.all([...wanted].filter(file => !this.#read.has(file)).map(async file => {
      /** @type {Record<string, [string, number[], number[]]>} */
      const found = await fetchOnce(file);
      for (const [word, [stem, begun, others]] of Object.entries(found)) {
        if (stem) stems.set(word, stem);
        this.#words.set(word, {begun: summed(begun), others: summed(others)});
      }
      vocabulary.addWords(Object.keys(found), stems);
      this.#read.add(file);
    }));
  }

  /**
   * The entries that have a word with this beginning, first those of which a name begins so; then those with one of the stems.
   * @param {string} begins
   * @param {Set<string>} stems
   */
  #numbers(begins, stems) {
    const known = [...this.#words], like = known.filter(([word]) => word.startsWith(begins)).map(([, numbers]) => numbers);
    const akin = known.filter(([word]) => stems.has(this.index.stems.get(word) ?? word)).map(([, numbers]) => numbers);
    return new Set([...like.map(({begun}) => begun), ...like.map(({others}) => others), ...akin.flatMap(({begun, others}) => [begun, others])].flat());
  }

  /**
   * The best entries, group by group.
   * @param {number[]} numbers of those that have all words somewhere
   * @param {string} typed
   * @param {string} language
   */
  async #grouped(numbers, typed, language) {
    let start = 0;
    const groups = await Promise.all(Object.entries(this.published.sizes).map(([group, size]) => {
      const from = start, before = start += size;
      return this.#best(group, numbers.filter(number => number >= from && number < before), typed, language);
    }));
    return groups.filter(group => group.length);
  }

  /**
   * Fetch entries until enough of them are what is looked for: the words may stand in several languages, or in another order.
   * @param {string} group
   * @param {number[]} numbers
   * @param {string} typed
   * @param {string} language
   */
  async #best(group, numbers, typed, language) {
    /** @type {Prepared[]} */
    const best = [];
    for (let at = 0; at < Math.min(numbers.length, TRIED) && best.length < LIMIT; at += STEP) {
      const entries = await Promise.all(numbers.slice(at, at + STEP).map(number => this.#entry(group, number)));
      this.index.vocabulary.addChinese(entries.flatMap(linesOf));
      best.push(...find({...this.index, groups: [entries]}, typed, language).map(({entry}) => entry));
    }
    return best;
  }

  /**
   * @param {string} group
   * @param {number} number
   */
  async #entry(group, number) {
    const {block, entries: files} = this.published;
    return this.index.prepared(group, (await fetchOnce(files[Math.floor(number / block)]))[number % block]);
  }
}

/** A single letter begins too many words. */
const isLooked = (/** @type {string} */ word) => [...word].length > 1 || isChinese(word);

/** @param {number[]} gaps */
function summed(gaps) {
  let sum = 0;
  return gaps.map(gap => (sum += gap));
}
