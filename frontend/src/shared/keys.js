// Keys that move along a row or column, as in lists, tabs and radio groups.

/**
 * The key of an event, as on a page that is not mirrored: there, the left arrow leads onward.
 * @param {KeyboardEvent} event
 */
export function keyOf({key, target}) {
  const at = target === globalThis ? document.documentElement : target;
  const mirrored = getComputedStyle(/** @type {Element} */ (at)).direction === 'rtl';
  return mirrored && /^Arrow(Left|Right)$/.test(key) ? {ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft'}[key] ?? key : key;
}

/**
 * Index that a key leads to from index `at` (-1: none) among `count`, wrapping at the ends; undefined for other keys.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @param {'row' | 'column' | 'both'} along the arrow keys that apply
 */
export function goal(key, at, count, along) {
  const last = count - 1;
  const on = (along !== 'column' && key === 'ArrowRight') || (along !== 'row' && key === 'ArrowDown');
  const back = (along !== 'column' && key === 'ArrowLeft') || (along !== 'row' && key === 'ArrowUp');
  if (on) return at < last ? at + 1 : 0;
  if (back) return at > 0 ? at - 1 : last;
  return {Home: 0, End: last}[key];
}

/**
 * Let an arrow key choose another button of a radio group, to which the listener is attached.
 * @param {KeyboardEvent} event
 */
export function chooseByKey(event) {
  const all = [.../** @type {HTMLElement} */ (event.currentTarget).children].map(each => /** @type {HTMLElement} */ (each));
  const next = goal(keyOf(event), all.findIndex(each => each === event.target), all.length, 'both');
  if (next === undefined) return;
  event.preventDefault();
  all[next].focus();
  all[next].click();
}
