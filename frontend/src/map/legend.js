// The legend and the caption at the foot of the map; entries that correspond to a filter option can be chosen.
import {el, focusedIn} from '../shared/dom.js';
/** @import {AreaKey, Choose, LegendGroup, LineKey} from '../contract.js' */

/**
 * @param {HTMLElement} foot
 * @param {{legend: LegendGroup[], caption: string}} message
 * @param {(event: Choose) => void} onChoose
 */
export function showLegend(foot, {legend, caption}, onChoose) {
  const focused = focusedIn(foot);
  const at = [...foot.querySelectorAll('button')].findIndex(button => button === focused);
  foot.replaceChildren(
    ...legend.filter(({items}) => items.length).map(({title, says, items}) =>
      el('div', {class: 'dm-legend', role: 'group', 'aria-label': title, 'aria-description': says},
        el('b', {title: says}, title), ...items.map(item => entry(item, onChoose)))),
    caption ? el('span', {class: 'dm-caption'}, caption) : '');
  foot.querySelectorAll('button')[at]?.focus(); // the entries are new, so restore the focus
}

/**
 * @param {AreaKey | LineKey} item
 * @param {(event: Choose) => void} onChoose
 */
function entry(item, onChoose) {
  if (!('line' in item && item.filter)) return el('span', {}, sample(item), item.label);
  const [dimension, option] = item.filter, on = Boolean(item.chosen);
  const onclick = () => onChoose({do: 'choose', dimension, option, on: !on});
  return el('button', {type: 'button', 'aria-pressed': on, onclick}, sample(item), item.label);
}

/** @param {AreaKey | LineKey} item */
function sample(item) {
  const kind = !('line' in item) ? 'swatch' : item.ring ? 'ring' : 'line';
  const element = el('i', {class: `dm-${kind}`, 'aria-hidden': true});
  // Set as a property, so that a value from outside can only be a colour.
  if (!('line' in item)) element.style.backgroundColor = item.color;
  else if (item.ring) element.style.borderColor = item.line;
  else {
    element.style.borderTopColor = item.line;
    element.style.borderTopStyle = item.dash ? 'dashed' : 'solid';
    element.style.borderTopWidth = `${item.width}px`;
  }
  return element;
}
