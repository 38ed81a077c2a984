// The HTML of the map, built without innerHTML: nothing that comes as data can become markup.
import css from './style.js';

/** el('div', {class: 'x', 'aria-label': 'y'}, child, 'text') */
export function el(tag, attributes = {}, ...children) {
  const element = tag === 'svg' || tag === 'g' || tag === 'line' || tag === 'text'
    ? document.createElementNS('http://www.w3.org/2000/svg', tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

export function skeleton() {
  const style = el('style');
  style.textContent = css;
  const parts = {
    stage: el('div', {class: 'dm-stage', tabindex: 0, role: 'application'}),
    canvas: el('div', {class: 'dm-canvas'}),
    bars: el('svg', {class: 'dm-bars', 'aria-hidden': 'true'}),
    labels: el('div', {class: 'dm-labels', 'aria-hidden': 'true'}),
    tooltip: el('div', {class: 'dm-tooltip', 'aria-hidden': 'true', hidden: ''}),
    foot: el('div', {class: 'dm-foot'}),
    zoomIn: el('button', {type: 'button', class: 'dm-button'}, '+'),
    zoomOut: el('button', {type: 'button', class: 'dm-button'}, '\u2212'),
    home: el('button', {type: 'button', class: 'dm-button'}, '\u2302'),
    near: el('button', {type: 'button', class: 'dm-button'}, el('i', {class: 'dm-target'})),
    list: el('nav', {class: 'dm-list'}),
    help: el('p', {class: 'dm-hidden', id: 'dm-help'}),
    status: el('p', {class: 'dm-hidden', role: 'status', 'aria-live': 'polite'}),
    message: el('p', {class: 'dm-message', role: 'status'})
  };
  parts.stage.setAttribute('aria-describedby', 'dm-help');
  parts.stage.append(parts.canvas, parts.bars,
    el('div', {class: 'dm-clip'}, parts.labels), parts.tooltip);
  const root = el('div', {class: 'dm-root', 'data-testid': 'deckmap', 'data-ready': 'false', 'data-render': '0', 'data-error': ''},
    style, parts.stage, parts.foot, parts.list,
    el('div', {class: 'dm-controls'}, parts.zoomIn, parts.zoomOut, parts.home, parts.near),
    parts.help, parts.status, parts.message);
  return {root, ...parts};
}

/** The words of the interface, in the visitor's language. */
export function translate(parts, ui) {
  parts.stage.setAttribute('aria-label', ui.map);
  parts.help.textContent = ui.help;
  for (const [button, word] of [[parts.zoomIn, ui.zoom_in], [parts.zoomOut, ui.zoom_out], [parts.home, ui.home], [parts.near, ui.near]]) {
    button.setAttribute('aria-label', word);
    button.title = word;
  }
  parts.list.setAttribute('aria-label', ui.list);
}
