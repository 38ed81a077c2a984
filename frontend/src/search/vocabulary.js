// The words of texts with their stems, and the interpretation of typed words.
//
// A typed word is taken for the first of these that exists: a word of the texts in any of its forms; such a word with a
// space too many, or two with a space too few; the beginning of words; a word in a form that the texts lack; a word with
// one wrong letter. dashboard/catalogue/vocabulary.py does the same in Python; tests/cases/vocabulary.json tests both.
import {fold, isChinese, typedWords} from './fold.js';

const BEGINNING = 4; // minimum length of a beginning and of a stem: "tea" does not find "teaching"
const LONG = 6; // minimum length of a word that is also taken as a beginning: "Шанхай" finds "шанхайский", "count" not "country"
const PART = 3; // minimum length of a word within one that lacks a space
const MISTAKABLE = 5; // minimum length of a word in which one letter may be wrong
const JOINED = [4, 3, 2]; // numbers of words that are tried as one

/** @typedef {{folded: string, stems: string[]}} Read a typed word, corrected, and the stems of the words it is taken for */

export class Vocabulary {
  #chinese = '';
  /** @type {Map<string, string>} */
  #stems = new Map();
  /** @type {Set<string>} */
  #families = new Set();
  /** @type {Set<string>} */
  #endings = new Set();
  /** @type {Set<string>} */
  #letters = new Set();

  /**
   * @param {Iterable<string>} texts folded
   * @param {Map<string, string>} stems by word; a word that is not listed is its own stem
   */
  constructor(texts, stems) {
    const lines = [...new Set([...texts].flatMap(text => text.split('\n')))];
    this.addChinese(lines);
    this.addWords(lines.flatMap(line => line.split(' ')), stems);
  }

  /**
   * Take in Chinese texts.
   * @param {string[]} lines folded
   */
  addChinese(lines) {
    const fresh = lines.filter(line => line.split(' ').some(isChinese) && !this.#chinese.includes(line));
    this.#chinese = [this.#chinese, ...new Set(fresh)].join('\n');
  }

  /**
   * Take in words with their stems.
   * @param {string[]} words
   * @param {Map<string, string>} stems
   */
  addWords(words, stems) {
    for (const word of new Set(words)) {
      if (!word || isChinese(word) || this.#stems.has(word)) continue;
      const stem = stems.get(word) ?? word;
      this.#stems.set(word, stem);
      this.#families.add(stem);
      if (word.startsWith(stem)) this.#endings.add(word.slice(stem.length));
      for (const letter of word.match(/\p{L}/gu) ?? []) this.#letters.add(letter);
    }
  }

  /**
   * The typed words; one that is taken for nothing has no stems.
   * @param {string} typed
   * @returns {Read[]}
   */
  read(typed) {
    return [...this.#joined(typedWords(typed))].flatMap(word => this.#parted(word)).map(word => this.#meant(word));
  }

  /**
   * @param {string} word
   * @returns {Read}
   */
  #meant(word) {
    const known = this.#known(word), begun = !known || word.length >= LONG ? this.#begun(word) : [];
    const stems = known ? [known, ...begun] : begun;
    if (stems.length || !/^\p{L}+$/u.test(word)) return {folded: fold(word), stems: [...new Set(stems)]};
    const family = this.#family(word);
    if (family) return {folded: fold(word), stems: [family]};
    const others = word.length < MISTAKABLE ? [] : this.#mistaken(word);
    return {folded: fold(others[0] ?? word), stems: [...new Set(others.map(other => this.#stems.get(other) ?? other))]};
  }

  /**
   * The stem of a word; a Chinese one has no forms, and a space between its characters.
   * @param {string} word
   * @returns {string | undefined}
   */
  #known(word) {
    if (!isChinese(word)) return this.#stems.get(word);
    const phrase = [...word].join(' ');
    return this.#chinese.includes(` ${phrase}`) ? phrase : undefined;
  }

  /**
   * The stems of the words that begin with a word.
   * @param {string} word
   */
  #begun(word) {
    if (word.length < BEGINNING) return [];
    return [...this.#stems].filter(([each]) => each.startsWith(word)).map(([, stem]) => stem);
  }

  /**
   * The longest stem that a word has before a known ending.
   * @param {string} word
   */
  #family(word) {
    for (let end = word.length - 1; end >= BEGINNING; end--) {
      if (this.#families.has(word.slice(0, end)) && this.#endings.has(word.slice(end))) return word.slice(0, end);
    }
    return undefined;
  }

  /**
   * The words that differ in one letter, or have two in another order.
   * @param {string} word
   */
  #mistaken(word) {
    /** @type {Set<string>} */
    const others = new Set();
    for (let at = 0; at <= word.length; at++) {
      const head = word.slice(0, at), tail = word.slice(at);
      others.add(head + tail.slice(1)).add(head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2));
      for (const letter of this.#letters) others.add(head + letter + tail).add(head + letter + tail.slice(1));
    }
    return [...others].filter(other => this.#stems.has(other));
  }

  /**
   * Joins neighbouring words if not all of them are known and together they are, or begin, a word.
   * @param {string[]} words
   */
  *#joined(words) {
    for (let at = 0; at < words.length;) {
      const together = JOINED.map(size => words.slice(at, at + size)).find(some => some.length > 1
        && !some.every(word => this.#known(word)) && (this.#known(some.join('')) || this.#begun(some.join('')).length));
      yield together?.join('') ?? words[at];
      at += together?.length ?? 1;
    }
  }

  /**
   * Parts a word that is not known, and begins none, into two known words if possible.
   * @param {string} word
   */
  #parted(word) {
    const least = isChinese(word) ? 1 : PART;
    if (!this.#known(word) && !this.#begun(word).length) {
      for (let at = word.length - least; at >= least; at--) {
        if (this.#known(word.slice(0, at)) && this.#known(word.slice(at))) return [word.slice(0, at), word.slice(at)];
      }
    }
    return [word];
  }
}
