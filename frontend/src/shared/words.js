// Texts of the interface in the visitor's language, with plural forms and numbers: the same as dashboard/text/translator.py.

import {isolated, lender} from './borrowed.js';
import {numerals} from './numbers.js';

/** @typedef {{[key: string]: string | Texts}} Texts groups of texts, or the plural forms of one */

/**
 * A function that returns the text with a dotted key, in the form for `n` if it has forms. `{n}` in a text is a number
 * with the separators of the language, `{year:d}` one without. What is borrowed takes the plurals of its own language.
 * @param {Pick<import('../contract.js').Words, 'language' | 'direction' | 'locale' | 'grouped' | 'ui'>} words
 */
export function speaker({language, direction, locale, grouped, ui}) {
  /** @type {Map<string, Intl.PluralRules>} */
  const rules = new Map();
  const plural = (/** @type {string} */ code, /** @type {number} */ n) => {
    const rule = rules.get(code) ?? new Intl.PluralRules(code);
    rules.set(code, rule);
    return rule.select(n);
  };
  /** @type {Intl.NumberFormat | undefined} made for the first number with separators: a browser takes 10 ms to begin */
  let separated;
  const number = (/** @type {number} */ n) => (Number.isInteger(n) && n >= 0 && n < 1000 ? String(n)
    : (separated ??= new Intl.NumberFormat(numerals(locale), {useGrouping: grouped})).format(n));
  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  return (key, values = {}) => {
    /** @type {string | Texts | undefined} */
    let text = /** @type {Texts} */ (/** @type {object} */ (ui));
    for (const step of key.split('.')) text = typeof text === 'object' ? text[step] : undefined;
    if (typeof text === 'object') {
      const n = Number(values.n);
      text = text[`=${n}`] ?? text[plural(lender(String(text.other)) ?? language, n)] ?? text.other;
    }
    if (typeof text !== 'string') throw new Error(`no text ${key}`);
    return text.replace(/\{(\w+)(:\w+)?\}/g, (_, name, how) => {
      const value = values[name];
      if (typeof value === 'number' && how !== ':d') return number(value);
      return typeof value === 'string' && direction === 'rtl' ? isolated(value) : String(value);
    });
  };
}
