// Makes a Streamlit v2 component from a view: kept while its element exists, redrawn when its message changes.
import {decode} from './json.js';
import {whenUnconfirmed} from './tell.js';

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
 * @param {(view: View, message: Message, trigger: Trigger) => void} component.update called with each message, and
 *   with the last one again when a control may show something that the server has not confirmed
 * @param {(view: View) => void} [component.destroy] removes what the view has outside its element
 */
export default function mount({create, update, destroy}) {
  /** @type {WeakMap<Parent, {view: View, message: Message, trigger: Trigger, calls: number, stop: () => void}>} */
  const mounted = new WeakMap();

  /** @param {Parent} parent */
  function entryOf(parent) {
    const known = mounted.get(parent);
    if (known) return known;
    const entry = {
      view: create(parent),
      message: /** @type {Message} */ (undefined),
      trigger: /** @type {Trigger} */ (() => {}),
      calls: 0,
      stop: whenUnconfirmed(() => update(entry.view, entry.message, entry.trigger)),
    };
    mounted.set(parent, entry);
    return entry;
  }

  return (/** @type {Component} */ {data, parentElement, setTriggerValue}) => {
    const entry = entryOf(parentElement);
    Object.assign(entry, {message: decode(data), trigger: setTriggerValue, calls: entry.calls + 1});
    update(entry.view, entry.message, entry.trigger);
    const call = entry.calls;
    // Streamlit also cleans up after a run that a later one has overtaken: the element is gone only if no call follows.
    return () => setTimeout(() => {
      if (entry.calls !== call) return;
      mounted.delete(parentElement);
      entry.stop();
      destroy?.(entry.view);
    }, LINGER);
  };
}
