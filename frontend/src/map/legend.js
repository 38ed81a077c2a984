// The legend and the caption at the foot of the map; entries that correspond to a filter option can be chosen.
import {el, focusedIn} from '../shared/dom.js';
/** @import {AreaKey, Choose, Event, LegendGroup, LineKey} from '../contract.js' */

/**
 * True if an entry shows as chosen: as Python last reported, updated by events not confirmed yet.
 * @param {LineKey} entry
 * @param {Event[]} waiting
 */
export const isChosen = ({filter, chosen = false}, waiting) => {
  const told = waiting.findLast(/** @returns {event is Choose} */ event =>
    event.do === 'choose' && event.dimension === filter?.[0] && event.option === filter[1]);
  return told ? told.on : chosen;
};

/**
 * @param {HTMLElement} foot
 * @param {{legend: LegendGroup[], caption: string}} message
 * @param {Event[]} waiting
 * @param {(event: Choose) => void} onChoose
 */
export function showLegend(foot, {legend, caption}, waiting, onChoose) {
  const focused = focusedIn(foot);
  const at = [...foot.querySelectorAll('button')].findIndex(button => button === focused);
  foot.replaceChildren(
    ...legend.filter(({items}) => items.length).map(({title, says, items}) =>
      el('div', {class: 'dm-legend', role: 'group', 'aria-label': title, 'aria-description': says},
        el('b', {title: says}, title), ...items.map(item => entry(item, waiting, onChoose)))),
    caption ? el('span', {class: 'dm-caption'}, caption) : '');
  foot.querySelectorAll('button')[at]?.focus(); // the entries are new, so restore the focus
}

/**
 * @param {AreaKey | LineKey} item
 * @param {Event[]} waiting
 * @param {(event: Choose) => void} onChoose
 */
function entry(item, waiting, onChoose) {
  if (!('line' in item && item.filter)) return el('span', {}, sample(item), item.label);
  const [dimension, option] = item.filter, on = isChosen(item, waiting);
  const onclick = () => onChoose({do: 'choose', dimension, option, on: !on});
  return el('button', {type: 'button', 'aria-pressed': on, onclick}, sample(item), item.label);
}

/** @param {AreaKey | LineKey} item */
function sample(item) {
  const element = el('i', {class: 'line' in item ? 'dm-line' : 'dm-swatch', 'aria-hidden': true});
  // Set as a property, so that a value from outside can only be a colour.
  if ('line' in item) {
    element.style.borderTopColor = item.line;
    element.style.borderTopStyle = item.dash ? 'dashed' : 'solid';
    element.style.borderTopWidth = `${item.width}px`;
  } else element.style.backgroundColor = item.color;
  return element;
}
