// The keys that go through a row or column of things, as lists, tabs and radio buttons have them.

/**
 * Where a key leads from a place (-1: none) among `count`, round at the ends; undefined for other keys.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @param {'row' | 'column' | 'both'} along which arrows count
 */
export function goal(key, at, count, along) {
  const last = count - 1;
  const on = (along !== 'column' && key === 'ArrowRight') || (along !== 'row' && key === 'ArrowDown');
  const back = (along !== 'column' && key === 'ArrowLeft') || (along !== 'row' && key === 'ArrowUp');
  if (on) return at < last ? at + 1 : 0;
  if (back) return at > 0 ? at - 1 : last;
  return {Home: 0, End: last}[key];
}
