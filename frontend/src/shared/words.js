// Texts of the interface in the visitor's language, with plural forms and numbers: the same as dashboard/text/translator.py.

/** @typedef {{[key: string]: string | Texts}} Texts groups of texts, or the plural forms of one */

/**
 * A function that returns the text with a dotted key, in the form for `n` if it has forms. `{n}` in a text is a number
 * with the separators of the language, `{year:d}` one without.
 * @param {Pick<import('../contract.js').Words, 'language' | 'locale' | 'grouped' | 'ui'>} words
 */
export function speaker({language, locale, grouped, ui}) {
  const plural = new Intl.PluralRules(language);
  /** @type {Intl.NumberFormat | undefined} made for the first number with separators: a browser takes 10 ms to begin */
  let separated;
  const number = (/** @type {number} */ n) => (Number.isInteger(n) && n >= 0 && n < 1000 ? String(n)
    : (separated ??= new Intl.NumberFormat(locale.replaceAll('_', '-'), {useGrouping: grouped})).format(n));
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
      text = text[`=${n}`] ?? text[plural.select(n)] ?? text.other;
    }
    if (typeof text !== 'string') throw new Error(`no text ${key}`);
    return text.replace(/\{(\w+)(:\w+)?\}/g, (_, name, how) => {
      const value = values[name];
      return typeof value === 'number' && how !== ':d' ? number(value) : String(value);
    });
  };
}
