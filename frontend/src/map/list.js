// The list of everything that can be chosen on the map, for keyboards, screen readers and tests.
import {el, focusedIn} from '../shared/dom.js';
import {clamp} from '../shared/numbers.js';
import {keyOf} from './scene.js';
import {lines} from './tooltip.js';
/** @import {MapMessage, MapObject, Scene, Selected} from './types.js' */

/** @type {[MapObject['kind'], 'units' | 'pairs' | 'links' | 'places'][]} */
const GROUPS = [['unit', 'units'], ['pair', 'pairs'], ['link', 'links'], ['place', 'places']];
/** @type {Record<string, number>} */
const STEPS = {ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity};

/**
 * The objects by group, each with its heading; empty groups are left out.
 * @param {MapObject[]} objects
 * @returns {{word: 'units' | 'pairs' | 'links' | 'places', kind: MapObject['kind'], members: MapObject[]}[]}
 */
export const groups = objects => GROUPS
  .map(([kind, word]) => ({kind, word, members: objects.filter(object => object.kind === kind)}))
  .filter(({members}) => members.length);

/**
 * Index that a key leads to in a list; -1 for other keys.
 * @param {string} key
 * @param {number} from
 * @param {number} count
 */
export const stepTo = (key, from, count) =>
  (Object.hasOwn(STEPS, key) ? clamp(from + STEPS[key], 0, count - 1) : -1);

export class List {
  /** @type {HTMLButtonElement[]} */ #buttons = [];
  /** @type {Map<string, MapObject>} */ #objects = new Map();
  #signature = '';

  /**
   * @param {HTMLElement} element
   * @param {object} handlers
   * @param {(object: MapObject) => void} handlers.onPick
   * @param {(object: MapObject | null) => void} handlers.onPoint the focused object is shown as if hovered
   */
  constructor(element, {onPick, onPoint}) {
    this.element = element;
    /** @param {Event} event */
    const buttonOf = ({target}) => (target instanceof Element ? target.closest('button') : null);
    /** @param {Event} event */
    const objectOf = event => this.#objects.get(buttonOf(event)?.dataset.key ?? '') ?? null;
    element.addEventListener('click', event => {
      const object = objectOf(event);
      if (object) onPick(object);
    });
    element.addEventListener('focusin', event => {
      this.#rove(buttonOf(event));
      onPoint(objectOf(event));
    });
    element.addEventListener('focusout', () => onPoint(null));
    element.addEventListener('keydown', event => {
      const from = this.#buttons.findIndex(button => button === event.target);
      const to = stepTo(event.key, from, this.#buttons.length);
      if (to < 0) return;
      this.#buttons[to].focus();
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /**
   * @param {Scene} scene
   * @param {MapMessage['ui']} ui
   * @param {Selected | undefined} selected
   */
  set(scene, ui, selected) {
    this.#write(scene, ui);
    for (const button of this.#buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.key === keyOf(selected)));
    }
  }

  /**
   * @param {Scene} scene
   * @param {MapMessage['ui']} ui
   */
  #write({objects}, ui) {
    this.#objects = objects;
    // Rebuilding would drop the focus from the list, so rebuild only when the texts change.
    const signature = JSON.stringify([ui, [...objects].map(([key, {name, hint}]) => [key, name, hint])]);
    if (signature === this.#signature) return;
    this.#signature = signature;
    const focused = focusedIn(this.element);
    const key = focused instanceof HTMLElement && this.element.contains(focused) ? focused.dataset.key : undefined;
    this.element.replaceChildren(...groups([...objects.values()]).flatMap(({kind, word, members}) => [
      el('h2', {}, ui[word]),
      el('ul', {'aria-label': ui[word], 'data-kind': kind}, ...members.map(object => el('li', {}, buttonOf(object))))
    ]));
    this.#buttons = [...this.element.querySelectorAll('button')];
    const same = this.#buttons.find(button => key && button.dataset.key === key);
    this.#rove(same ?? this.#buttons[0] ?? null);
    same?.focus();
  }

  /**
   * Make this the only tab stop of the list; arrow keys move on from there.
   * @param {HTMLButtonElement | null} current
   */
  #rove(current) {
    if (!current) return;
    for (const button of this.#buttons) button.tabIndex = button === current ? 0 : -1;
  }
}

/** @param {MapObject} object */
const buttonOf = object => el('button',
  {type: 'button', 'data-key': keyOf(object), 'data-kind': object.kind, 'data-id': object.id, 'aria-pressed': false, tabindex: -1},
  object.name, ...lines(object.hint).map(line => el('small', {}, line)));
