// The panel: shows HTML rendered by Python, keeps its tab, scroll position and focus, and reports clicks in it.
import {copy} from '../shared/clipboard.js';
import {el, focusedIn} from '../shared/dom.js';
import {goal, keyOf} from '../shared/keys.js';
import {addressAfter, tell} from '../shared/tell.js';
import {fill} from '../shared/trusted.js';
import {isForBrowser} from '../shared/way.js';
import {Cite} from './cite.js';
import {linkToDesk} from './desk.js';
import {watchFrames} from './frames.js';
import {report} from './report.js';
import {moveBySquares} from './squares.js';
import {meaning, setting, withState} from './state.js';

const FLASH = 1500; // ms that the target of a jump is highlighted

/** @typedef {import('../contract.js').PanelData & {refine?: (root: Element) => void}} Data what `refine` does is done after each update */

export class Panel {
  #root = el('div', {class: 'root', 'data-testid': 'panel'});
  #said = el('p', {class: 'unseen', role: 'status'});
  #cite = new Cite(this.#said);
  #html = '';
  #key = '';
  #kind = '';
  #part = '';
  /** @type {Map<string, string>} the last open tab, by kind */
  #tabs = new Map();
  #picked = false; // a selection was sent, and its HTML is still to come

  /** @param {import('../shared/mount.js').Parent} parent */
  constructor(parent) {
    const root = this.#root;
    root.onclick = event => this.#click(event);
    root.onchange = event => this.#change(event);
    root.onkeydown = event => this.#press(event);
    for (const name of ['pointerdown', 'mouseover', 'focusin', 'contextmenu']) root.addEventListener(name, event => this.#touch(event));
    parent.append(root, this.#said, ...this.#cite.elements);
  }

  /** @param {Data} data */
  update(data) {
    const {html, part = '', refine} = data, first = !this.#html;
    const cut = focusedIn(this.#root)?.closest('.cut'), list = cut?.closest('[id]')?.id, known = new Set(cut && this.#entries());
    if (this.#html !== html) this.#show(data);
    if (refine) {
      refine(this.#root);
      this.#openTab(this.#tabs.get(this.#kind));
    }
    // The rest of a list was asked for, and the button is gone: go on at the first that it has brought.
    if (cut && list && !this.#root.contains(focusedIn(this.#root))) this.#goTo(this.#entries().find(name => !known.has(name)) ?? list);
    const wanted = part !== this.#part ? part : first ? location.hash.slice(1) : '';
    this.#part = part;
    if (wanted) requestAnimationFrame(() => this.#goTo(wanted)); // once the page is laid out
  }

  /** @param {Data} data */
  #show(data) {
    const {html} = data, root = this.#root, before = this.#key, again = signature(focusedIn(root), root);
    fill(root, html);
    this.#html = html;
    const {key = '', kind = ''} = root.querySelector('section')?.dataset ?? {};
    this.#key = key;
    this.#kind = kind;
    this.#cite.draw(data, root);
    if (!data.refine) linkToDesk(root);
    watchFrames(this.#all('.frame'));
    for (const tab of this.#all('[role=tab]')) { // the groups of a part count what its tab counts
      for (const number of this.#all(`[aria-labelledby="${tab.id}"] :is(summary .n, .more)`)) number.title = tab.title;
    }
    this.#openTab(this.#tabs.get(kind));
    for (const chosen of this.#all('.choice [aria-checked=true]')) inView(chosen);
    root.querySelectorAll('.tip').forEach((tip, n) => {
      tip.id = `tip-${n}`;
      tip.previousElementSibling?.setAttribute('aria-describedby', tip.id);
    });
    if (key !== before) root.scrollTop = 0; // otherwise it stays, and the browser is spared a layout
    if (this.#picked && key !== before) {
      root.querySelector('h2')?.focus({preventScroll: true}); // the clicked element is gone: move the focus to its dossier
      if (root.querySelector('.full, .choose')) scrollTo(0, 0);
    } else if (again) root.querySelector(/** @type {'a'} */ (again))?.focus({preventScroll: true});
    this.#picked = false;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = targetOf(event), link = target instanceof HTMLAnchorElement;
    if (!target || (link && isForBrowser(event))) return;
    if (target.matches('.mark')) return target.setAttribute('aria-expanded', String(target.ariaExpanded !== 'true'));
    if (target instanceof HTMLButtonElement && target.matches('.copy')) return this.#cite.open(target);
    const means = meaning(target.dataset, target.getAttribute('href') ?? undefined);
    if (!means) return;
    event.preventDefault();
    if (means.do === 'print') this.#print(means.brief);
    else if (means.do === 'link') void this.#copyAddress(/** @type {HTMLAnchorElement} */ (target));
    else if (means.do === 'jump') this.#goTo(means.id);
    else if (means.do === 'tab') {
      this.#tabs.set(this.#kind, means.tab);
      this.#openTab(means.tab);
    } else {
      this.#picked = means.event.do === 'open' || (means.event.do === 'set' && means.event.name === 'selected');
      tell(means.event);
    }
  }

  /** @param {Event} event of a select; all that set the same field set it together */
  #change({target}) {
    const field = target instanceof HTMLSelectElement && target.dataset.set;
    if (!field) return;
    const selects = /** @type {HTMLSelectElement[]} */ (this.#all(`select[data-set="${CSS.escape(field)}"]`));
    tell(setting(field, selects.map(({value}) => value)));
  }

  /** @param {HTMLAnchorElement} link */
  async #copyAddress(link) {
    const {done = '', failed = ''} = link.dataset;
    report(link, this.#said, await copy(withState(link.href, location.search)) ? done : failed);
  }

  /** @param {boolean} brief without the remarks of the editor */
  #print(brief) {
    this.#root.classList.toggle('brief', brief);
    addEventListener('afterprint', () => this.#root.classList.remove('brief'), {once: true});
    print();
  }

  /**
   * Fill in what is only known or needed when a link is used: the address of its page, or its source.
   * @param {Event} event
   */
  #touch(event) {
    const target = targetOf(event);
    if (!(target instanceof HTMLAnchorElement)) return;
    const means = meaning(target.dataset, target.getAttribute('href') ?? undefined);
    if (means?.do === 'tell') target.href = addressAfter(means.event) || target.href;
    else if (means?.do === 'link') target.href = withState(target.href, location.search);
    else if (target.matches('.cites a') && !target.title) {
      target.title = this.#find(target.hash.slice(1))?.querySelector('.cite')?.textContent ?? '';
    }
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === 'Escape' && target.matches('.mark')) {
      target.ariaExpanded = 'false';
      return target.blur();
    }
    if (moveBySquares(event)) return event.preventDefault();
    const all = target.role === 'tab' ? this.#all('[role=tab]')
      : [...target.closest('[role=radiogroup]')?.querySelectorAll('button') ?? []];
    const next = goal(keyOf(event), all.indexOf(target), all.length, target.role === 'tab' ? 'row' : 'both');
    if (!all.includes(target) || next === undefined) return;
    event.preventDefault();
    all[next].focus();
    all[next].click();
  }

  /** @param {string} [name] of the tab; by default, or if that is hidden, the first on show */
  #openTab(name) {
    const tabs = this.#all('[role=tab]').filter(tab => !tab.hidden), open = tabs.find(tab => tab.dataset.tab === name) ?? tabs[0];
    if (!open) return;
    for (const tab of tabs) {
      tab.ariaSelected = String(tab === open);
      tab.tabIndex = tab === open ? 0 : -1;
    }
    inView(open);
    for (const part of this.#all('[role=tabpanel]')) part.hidden = part.getAttribute('aria-labelledby') !== open.id;
  }

  /**
   * Go to a part of the page or to a source: show it, have it read out, and highlight it for a moment.
   * @param {string} id
   */
  #goTo(id) {
    const item = this.#find(id);
    if (!item) return;
    const part = item.closest('[role=tabpanel]')?.id, group = item.closest('details');
    if (group) group.open = true;
    if (part) this.#openTab(part.replace('part-', ''));
    const title = /** @type {HTMLElement | null} */ (item.querySelector(':scope:not(article) :is(h2, h3)')), target = title ?? item;
    if (!title) item.tabIndex = -1;
    item.scrollIntoView({block: title ? 'start' : 'center'});
    target.focus({preventScroll: true});
    if (title) return;
    item.classList.add('flash');
    setTimeout(() => item.classList.remove('flash'), FLASH);
  }

  /** The names of the records and sources on show. */
  #entries = () => this.#all(':is(article, li)[id], article[data-record]').filter(({hidden}) => !hidden)
    .map(({id, dataset}) => id || (dataset.record ?? ''));

  /** @param {string} id or number of a record */
  #find = id => /** @type {HTMLElement | null} */ (
    this.#root.querySelector(`[id="${CSS.escape(id)}"], article[data-record="${CSS.escape(id)}"]`));

  /** @param {string} selector */
  #all = selector => [.../** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll(selector))];
}

/**
 * Scroll a row of buttons in which not all fit.
 * @param {HTMLElement} button
 */
function inView(button) {
  const bar = /** @type {HTMLElement} */ (button.parentElement);
  requestAnimationFrame(() => {
    const mirrored = getComputedStyle(bar).direction === 'rtl';
    bar.scrollLeft = mirrored ? button.offsetLeft : button.offsetLeft + button.offsetWidth - bar.clientWidth;
  });
}

/**
 * The link or button of an event.
 * @param {Event} event
 * @returns {HTMLElement | null}
 */
const targetOf = event => /** @type {Element} */ (event.target).closest('a, button');

/**
 * A selector for the same control in other HTML: its marks, without those for its state.
 * @param {Element | null} control
 * @param {Element} root
 */
function signature(control, root) {
  if (!control || !root.contains(control)) return '';
  const marks = [...control.attributes].filter(({name}) => name === 'id' || name.startsWith('data-'));
  return marks.length ? control.localName + marks.map(({name, value}) => `[${name}="${CSS.escape(value)}"]`).join('') : '';
}
