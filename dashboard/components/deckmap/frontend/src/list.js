// The list of all that can be chosen on the map, for keyboards, screen readers and tests.
import {keyOf} from './scene.js';
import {el} from './skeleton.js';
import {lines} from './tooltip.js';

const GROUPS = [['unit', 'units'], ['pair', 'pairs'], ['link', 'links'], ['place', 'places']];
const STEPS = {ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity};

export class List {
  /** onPick(object), onPoint(object or null): what has the focus is shown on the map as if pointed at. */
  constructor(element, {onPick, onPoint}) {
    this.element = element;
    this.buttons = [];
    this.signature = '';
    const objectOf = event => this.objects.get(event.target.closest('button')?.dataset.key);
    element.addEventListener('click', event => objectOf(event) && onPick(objectOf(event)));
    element.addEventListener('focusin', event => { this.rove(event.target); onPoint(objectOf(event) ?? null); });
    element.addEventListener('focusout', () => onPoint(null));
    element.addEventListener('keydown', event => {
      const step = STEPS[event.key];
      if (step === undefined) return;
      const from = this.buttons.indexOf(event.target);
      const to = Math.max(0, Math.min(this.buttons.length - 1, from + step));
      this.buttons[to]?.focus();
      event.preventDefault();
      event.stopPropagation();
    });
  }

  set(scene, {ui, selected}) {
    this.write(scene, ui);
    for (const each of this.buttons) each.setAttribute('aria-pressed', String(each.dataset.key === keyOf(selected)));
  }

  write(scene, ui) {
    this.objects = scene.objects;
    const objects = [...scene.objects.values()];
    // Rebuilding would throw the focus out of the list, so it is done only when the words change.
    const signature = JSON.stringify(objects.map(object => [keyOf(object), object.name, object.hint]).concat([ui]));
    if (signature === this.signature) return;
    this.signature = signature;
    const focused = this.element.getRootNode().activeElement?.dataset?.key;
    this.element.replaceChildren(...GROUPS.flatMap(([kind, word]) => {
      const members = objects.filter(object => object.kind === kind);
      if (!members.length) return [];
      return [
        el('h3', {}, ui[word]),
        el('ul', {'aria-label': ui[word], 'data-kind': kind}, ...members.map(object => el('li', {}, button(object))))
      ];
    }));
    this.buttons = [...this.element.querySelectorAll('button')];
    this.rove(this.buttons.find(each => each.dataset.key === focused) ?? this.buttons[0]);
    if (focused) this.buttons.find(each => each.dataset.key === focused)?.focus();
  }

  /** One stop of the tab key for the whole list; arrows go on from there. */
  rove(current) {
    if (!this.buttons.includes(current)) return;
    for (const each of this.buttons) each.tabIndex = each === current ? 0 : -1;
  }
}

const button = object => el('button',
  {type: 'button', 'data-key': keyOf(object), 'data-kind': object.kind, 'data-id': object.id, 'aria-pressed': 'false', tabindex: -1},
  object.name ?? object.id,
  ...lines(object.hint).map(line => el('small', {}, line)));
