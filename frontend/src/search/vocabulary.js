// The words of the index by their stems, and how what people type is read against them.
//
// A typed word is, whichever comes first: a word of the index in any of its forms; such a word with a space inside, or two
// without one; the beginning of words; a word in a form that the index lacks; a word with one letter wrong.
// dashboard/catalogue/vocabulary.py says the same in Python; tests/cases/vocabulary.json holds for both.
import {fold, isChinese, typedWords} from './fold.js';

const BEGINNING = 4; // letters that a beginning or a stem needs, so that "tea" does not find "teaching"
const LONG = 6; // letters from which on a word is a beginning too: "Шанхай" finds "шанхайский", but "count" no "country"
const ENDING = 3; // the longest ending that may follow a stem
const PART = 3; // letters of a word that is found in another, typed without a space between them
const MISTAKABLE = 5; // letters of a word in which one may be wrong
const JOINED = [4, 3, 2]; // how many words are tried as one

/** @typedef {{folded: string, stems: Set<string>}} Read a word as it was typed or, with a letter wrong, meant; and the stems that it may have */

export class Vocabulary {
  #text;
  #stems;
  #families;
  #letters;

  /**
   * @param {Iterable<string>} texts folded
   * @param {Record<string, string>} stems of the words that are not their own
   */
  constructor(texts, stems) {
    this.#text = [...texts].join('\n');
    const words = new Set(this.#text.split(/\s+/).filter(word => word && !isChinese(word)));
    this.#stems = new Map([...words].map(word => [word, stems[word] ?? word]));
    this.#families = new Set(this.#stems.values());
    this.#letters = [...new Set([...words].join('').match(/\p{L}/gu))];
  }

  /**
   * The words of what was typed; one without stems is not there.
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
    const family = stems.length ? undefined : this.#family(word);
    if (family) stems.push(family);
    const others = stems.length ? [] : this.#mistaken(word);
    for (const other of others) stems.push(/** @type {string} */ (this.#stems.get(other)));
    return {folded: fold(others[0] ?? word), stems: new Set(stems)};
  }

  /**
   * The stem of a word; a Chinese one, which has no forms, with a space after each character.
   * @param {string} word
   * @returns {string | undefined}
   */
  #known(word) {
    if (!isChinese(word)) return this.#stems.get(word);
    const phrase = [...word].join(' ');
    return this.#text.includes(` ${phrase}`) ? phrase : undefined;
  }

  /**
   * The stems of the words that begin so.
   * @param {string} word
   */
  #begun(word) {
    if (word.length < BEGINNING) return [];
    return [...this.#stems].filter(([each]) => each.startsWith(word)).map(([, stem]) => stem);
  }

  /**
   * The longest stem that a word begins with.
   * @param {string} word
   */
  #family(word) {
    for (let end = word.length - 1; end >= Math.max(BEGINNING, word.length - ENDING); end--) {
      if (this.#families.has(word.slice(0, end))) return word.slice(0, end);
    }
    return undefined;
  }

  /**
   * The words that a word may have been with one letter wrong, missing or too much, or two in the wrong order.
   * @param {string} word
   */
  #mistaken(word) {
    if (word.length < MISTAKABLE || !/^\p{L}+$/u.test(word)) return [];
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
   * The words, neighbours as one where not all of them are known but together they are or begin a word.
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
   * The word, or the two known words that it is made of if it neither is nor begins one itself.
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
