// Makes a Streamlit v2 component from a view: kept while its element exists, redrawn when its message changes.
import {decode} from './json.js';
import {style} from './style.js';

const LINGER = 150; // ms

/**
 * @typedef {HTMLElement | ShadowRoot} Parent
 * @typedef {(name: string, value: unknown) => void} Trigger
 * @typedef {{data: Uint8Array, parentElement: Parent, setTriggerValue: Trigger}} Component
 */

/**
 * @template View, Message
 * @param {object} component
 * @param {(parent: Parent) => View} component.create
 * @param {(view: View, message: Message, trigger: Trigger) => void} component.update
 * @param {(view: View) => void} [component.destroy] removes what the view has outside its element
 * @param {string} [component.css] of what the view draws
 */
export default function mount({create, update, destroy, css = ''}) {
  /** @type {WeakMap<Parent, {view: View, calls: number}>} */
  const mounted = new WeakMap();

  const drawn = (/** @type {Parent} */ parent) => {
    if (css) style(/** @type {ShadowRoot} */ (parent.getRootNode()), css);
    return create(parent);
  };

  return (/** @type {Component} */ {data, parentElement, setTriggerValue}) => {
    const entry = mounted.get(parentElement) ?? {view: drawn(parentElement), calls: 0}, call = ++entry.calls;
    mounted.set(parentElement, entry);
    update(entry.view, decode(data), setTriggerValue);
    // Streamlit also cleans up after a run that a later one has overtaken: the element is gone only if no call follows.
    return () => setTimeout(() => {
      if (entry.calls !== call) return;
      mounted.delete(parentElement);
      destroy?.(entry.view);
    }, LINGER);
  };
}
