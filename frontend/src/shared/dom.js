// Creates elements without innerHTML, so that data can never become markup.
/** @typedef {HTMLElementTagNameMap & Pick<SVGElementTagNameMap, 'svg' | 'g' | 'circle' | 'path'>} Tags */

import {bare, shown} from './borrowed.js';

const SVG = new Set(['svg', 'g', 'circle', 'path']);

/**
 * el('button', {class: 'x', onclick: f}, child, 'text'). Functions become properties, everything else attributes;
 * undefined and null are left out. A borrowed text is shown in its language.
 * @template {keyof Tags} T
 * @param {T} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {Tags[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = /** @type {Tags[T]} */ (/** @type {unknown} */ (
    SVG.has(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag)));
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') Object.assign(element, {[name]: value});
    else if (name === 'style') element.style.cssText = String(value ?? ''); // which the policy of the server allows
    else if (value !== undefined && value !== null) element.setAttribute(name, bare(String(value)));
  }
  for (const child of children) {
    if (child !== undefined && child !== null) element.append(...(typeof child === 'string' ? shown(child) : [child]));
  }
  return element;
}

/**
 * Replace the text of an element, showing what is borrowed in its language.
 * @param {Element} element
 * @param {string} text
 */
export const write = (element, text) => element.replaceChildren(...shown(text));

/**
 * The focused element in the tree (page or shadow root) of a node.
 * @param {Node} node
 */
export const focusedIn = node => /** @type {Document | ShadowRoot} */ (node.getRootNode()).activeElement;
