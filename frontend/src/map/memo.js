// Keeps results derived from an object for as long as the object exists.

/**
 * The same function, computing each result once. deck.gl recognises by identity that nothing needs uploading again.
 * @template {object} Source, Result
 * @template {string | number | readonly number[] | undefined} Option
 * @param {(source: Source, option: Option) => Result} derive
 * @returns {(source: Source, option?: Option) => Result}
 */
export function memo(derive) {
  /** @type {WeakMap<Source, Map<string, Result>>} */
  const known = new WeakMap();
  return (source, option) => {
    const results = known.get(source) ?? new Map();
    known.set(source, results);
    const key = String(option);
    if (!results.has(key)) results.set(key, derive(source, /** @type {Option} */ (option)));
    return results.get(key);
  };
}
