// The grid: a table in a frame of its own, with a search, heads that sort, and pages if it is long; on paper it is whole.
import {el, write} from '../shared/dom.js';
import {goal, keyOf} from '../shared/keys.js';
import {wayTo} from '../shared/way.js';
import {isLong, matching, nextOrder, ordered, PAGE, spanOf, textOf, widths} from './state.js';

const SEARCHED = 12; // rows from which on a search is of use

/**
 * @typedef {import('../contract.js').GridData} Data
 * @typedef {import('../contract.js').GridTable} GridTable
 * @typedef {import('../contract.js').GridRow} GridRow
 * @typedef {{text: string, order: import('./state.js').Order, page: number}} Choice of one table
 */

export class Grid {
  #root = el('section', {class: 'grid'});
  #tabs = el('div', {class: 'tabs', role: 'tablist'});
  #input = el('input', {type: 'search', autocomplete: 'off', spellcheck: 'false'});
  #rows = el('p', {class: 'rows', role: 'status'});
  #sideways = el('p', {class: 'sideways'});
  #head = el('thead');
  #body = el('tbody');
  #frame = el('div', {class: 'frame', role: 'region', tabindex: 0}, el('table', {}, this.#head, this.#body));
  #back = el('button', {type: 'button', onclick: () => this.#turn(-1)}, '‹');
  #on = el('button', {type: 'button', onclick: () => this.#turn(1)}, '›');
  #page = el('span');
  #pager = el('div', {class: 'pager'}, this.#back, this.#page, this.#on);
  #hint = el('p', {class: 'hint'});
  /** @type {Data | null} */
  #data = null;
  #drawn = '';
  #open = ''; // key of the table on show, of several
  /** @type {Map<string, Choice>} by key of the table */
  #choices = new Map();
  #resized = new ResizeObserver(() => this.#measure());
  #leave = new AbortController();

  /** @param {import('../shared/mount.js').Parent} parent */
  constructor(parent) {
    const {signal} = this.#leave;
    this.#root.append(this.#tabs, el('div', {class: 'bar'}, this.#input, this.#rows, this.#sideways), this.#frame, this.#pager, this.#hint);
    this.#input.oninput = () => this.#choose({text: this.#input.value, page: 0});
    this.#head.onclick = ({target}) => this.#sort(/** @type {Element} */ (target).closest('button')?.dataset.column);
    this.#body.onclick = event => this.#click(event);
    this.#tabs.onclick = ({target}) => this.#show(/** @type {HTMLElement} */ (target).dataset.table ?? this.#open);
    this.#tabs.onkeydown = event => this.#press(event);
    this.#frame.onscroll = () => this.#measure();
    this.#resized.observe(this.#frame);
    addEventListener('beforeprint', () => this.#fill(Infinity), {signal});
    addEventListener('afterprint', () => this.#fill(PAGE), {signal});
    parent.append(this.#root);
  }

  destroy() {
    this.#resized.disconnect();
    this.#leave.abort();
  }

  /** @param {Data} data */
  update(data) {
    const text = JSON.stringify(data);
    if (text === this.#drawn) return;
    this.#drawn = text;
    this.#data = data;
    this.#root.lang = data.language;
    this.#input.placeholder = this.#input.ariaLabel = data.ui.search;
    write(this.#sideways, data.ui.sideways);
    this.#back.ariaLabel = this.#back.title = data.ui.previous;
    this.#on.ariaLabel = this.#on.title = data.ui.next;
    this.#show(this.#open);
  }

  /** The table on show, and what was chosen for it. */
  get #table() {
    const {tables = []} = this.#data ?? {}, table = tables.find(({key}) => key === this.#open) ?? tables[0];
    return {tables, table, choice: this.#choices.get(table?.key) ?? {text: '', order: null, page: 0}};
  }

  /** @param {string} key of a table */
  #show(key) {
    this.#open = key;
    const {tables, table, choice} = this.#table;
    this.#tabs.hidden = tables.length < 2;
    this.#tabs.replaceChildren(...tables.map(each => el('button', {
      type: 'button', role: 'tab', 'data-table': each.key, 'aria-selected': each === table, tabindex: each === table ? 0 : -1,
    }, each.name)));
    if (!table) return;
    this.#frame.ariaLabel = table.name;
    this.#frame.scrollTo(0, 0);
    this.#input.hidden = table.rows.length < SEARCHED;
    if (this.#input.value !== choice.text) this.#input.value = choice.text;
    write(this.#hint, table.hint ?? '');
    const wide = widths(table);
    this.#head.replaceChildren(el('tr', {}, ...table.columns.map(({key: column, name, says, kind}, at) => el('th', {
      scope: 'col', class: `${kind} ${column}`, style: wide[at] ? `--letters:${wide[at]}` : null,
    }, el('button', {type: 'button', 'data-column': column, title: says || null}, name), el('span', {class: 'printed'}, name)))));
    this.#fill(PAGE);
  }

  /** @param {Partial<Choice>} change */
  #choose(change) {
    const {table, choice} = this.#table;
    this.#choices.set(table.key, {...choice, ...change});
    this.#fill(PAGE);
  }

  /** @param {string} [column] */
  #sort(column) {
    if (column) this.#choose({order: nextOrder(this.#table.choice.order, column), page: 0});
  }

  /** @param {number} by */
  #turn(by) {
    this.#choose({page: this.#table.choice.page + by});
    this.#frame.scrollTo({top: 0});
  }

  /**
   * Draw the rows that match the search, in their order.
   * @param {number} most rows; only paper takes all
   */
  #fill(most) {
    const {table, choice: {text, order, page}} = this.#table;
    if (!table || !this.#data) return;
    const {language, ui} = this.#data, found = ordered(matching(table.rows, text), table.columns, order, language);
    const {first, last, more} = spanOf(found.length, page), whole = most > PAGE;
    for (const [at, head] of [...this.#head.rows[0].cells].entries()) {
      head.ariaSort = table.columns[at].key !== order?.column ? null : order.down ? 'descending' : 'ascending';
    }
    this.#body.replaceChildren(...(whole ? found : found.slice(first - 1, last)).map(row => this.#row(row, table)));
    write(this.#rows, !found.length && text ? ui.none : filled(text ? ui.found : ui.rows, {n: found.length, all: table.rows.length}));
    this.#pager.hidden = found.length <= PAGE;
    write(this.#page, filled(ui.page, {first, last, all: found.length}));
    this.#back.disabled = !page;
    this.#on.disabled = !more;
    this.#measure();
  }

  /**
   * @param {GridRow} row
   * @param {GridTable} table
   */
  #row(row, {columns}) {
    return el('tr', {}, ...row.cells.map((cell, at) => {
      const {kind, key} = columns[at], text = textOf(cell), shown = at || !row.key ? this.#content(cell) : [this.#way(row, text), ...codeOf(cell)];
      const long = at && kind === 'text' && isLong(text);
      return el(at ? 'td' : 'th', {class: `${kind} ${key}`, scope: at ? null : 'row'},
        ...(long ? [el('div', {class: 'clamp'}, ...shown), el('button', {type: 'button', class: 'more', 'aria-expanded': false}, this.#data?.ui.more)] : shown));
    }));
  }

  /**
   * @param {GridRow['cells'][number]} cell
   * @returns {(Node | string)[]}
   */
  #content(cell) {
    if (typeof cell === 'string') return [cell];
    if (!cell.links) return [cell.text, ...codeOf(cell)];
    return cell.links.map(({text, href}) => el('span', {class: 'link'},
      href ? el('a', {href, target: '_blank', rel: 'noopener noreferrer'}, text) : text));
  }

  /**
   * The link from a row to its dossier.
   * @param {GridRow} row
   * @param {string} text
   */
  #way(row, text) {
    return el('a', wayTo({page: 'dossier', selected: row.key, ...(row.part && {part: row.part})}), text);
  }

  /** @param {MouseEvent} event */
  #click({target}) {
    const button = /** @type {Element} */ (target).closest('button');
    if (!button || !this.#data) return;
    const open = button.ariaExpanded !== 'true';
    button.ariaExpanded = String(open);
    write(button, open ? this.#data.ui.less : this.#data.ui.more);
    button.previousElementSibling?.classList.toggle('open', open);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const {tables, table} = this.#table, next = goal(keyOf(event), tables.indexOf(table), tables.length, 'row');
    if (next === undefined) return;
    event.preventDefault();
    this.#show(tables[next].key);
    /** @type {HTMLElement} */ (this.#tabs.children[next]).focus();
  }

  /** Say that there are more columns than fit, and mark the side on which they are. */
  #measure() {
    const {scrollWidth, clientWidth} = this.#frame, gone = Math.abs(this.#frame.scrollLeft); // negative on a mirrored page
    this.#sideways.classList.toggle('on', scrollWidth > clientWidth + 1);
    this.#root.classList.toggle('after', scrollWidth > clientWidth + gone + 1);
  }
}

/** @param {GridRow['cells'][number]} cell */
const codeOf = cell => (typeof cell !== 'string' && cell.code ? [' ', el('small', {}, cell.code)] : []);

/**
 * @param {string} text
 * @param {Record<string, number>} values
 */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
