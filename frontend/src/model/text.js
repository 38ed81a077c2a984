// The records that hold a typed text; dashboard/catalogue/texts.py does the same in Python.
import {isChinese, onOtherKeyboard} from '../search/fold.js';
import {Vocabulary} from '../search/vocabulary.js';
/** @import {TextIndex} from '../contract.js' */

const MOST_TEXT = 200; // characters that are used

export class TextSearch {
  #languages;
  #vocabulary;
  #stems;
  #chinese;

  /** @param {TextIndex} index */
  constructor({languages, stems, chinese}) {
    const families = Object.entries(stems).map(([stem, [words, steps]]) => ({stem, words: words.split(' '), steps}));
    const stemOf = new Map(families.flatMap(({stem, words}) => words.map(word => [word, stem])));
    this.#languages = languages;
    this.#vocabulary = new Vocabulary([...stemOf.keys(), ...Object.keys(chinese)], stemOf);
    this.#stems = new Map(families.map(({stem, steps}) => [stem, numbers(steps)]));
    this.#chinese = Object.entries(chinese).map(([line, steps]) => ({line, texts: numbers(steps)}));
  }

  /**
   * The numbers of the records whose text in one language has all typed words.
   * @param {string} typed
   * @returns {Set<number> | null} null if nothing is typed
   */
  find(typed) {
    if (!typed.trim()) return null;
    const used = Array.from(typed).slice(0, MOST_TEXT).join('');
    for (const spelling of [used, onOtherKeyboard(used)]) {
      const words = this.#vocabulary.read(spelling).map(({stems}) => new Set(stems.flatMap(stem => this.#holding(stem))));
      if (!words.length) return null; // marks alone
      const [first, ...others] = words;
      const found = [...first].filter(text => others.every(texts => texts.has(text)));
      if (found.length) return new Set(found.map(text => Math.floor(text / this.#languages)));
    }
    return new Set();
  }

  /**
   * The texts with a stem, or with a Chinese phrase that has a space between its characters.
   * @param {string} stem
   * @returns {number[]}
   */
  #holding(stem) {
    if (!isChinese(stem)) return this.#stems.get(stem) ?? [];
    return this.#chinese.filter(({line}) => line.includes(` ${stem}`)).flatMap(({texts}) => texts);
  }
}

/**
 * The numbers whose differences are given.
 * @param {number[]} steps
 */
function numbers(steps) {
  let sum = 0;
  return steps.map(step => (sum += step));
}
