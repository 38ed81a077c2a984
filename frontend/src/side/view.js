// What stands beside the map: the panel of what is selected, else the answer to the filter, else a welcome.
import {linkToDesk} from '../panel/desk.js';
import panelCss from '../panel/panel.css';
import {fileOf, filled, refine} from '../panel/refine.js';
import {Panel} from '../panel/view.js';
import {el, focusedIn} from '../shared/dom.js';
import {fetchPatiently} from '../shared/json.js';
import {styled} from '../shared/style.js';
import {tell} from '../shared/tell.js';
import {stayHere} from '../shared/way.js';
import {chips} from '../bar/chips.js';
import {matches} from './list.js';
import {welcome} from './welcome.js';
/** @import {Seen} from '../stage/store.js' */

export class Side {
  #host = el('div', {class: 'panel'});
  #page = el('div', {class: 'page', tabindex: 0});
  #panel = new Panel(styled(this.#host, panelCss));
  /** @type {import('./list.js').Choice} */
  #choice = {group: 'pair', order: 'table'};
  #part = '';
  #shown = ''; // key of the panel
  /** @type {Set<string>} its lists that are drawn whole though they are long */
  #whole = new Set();
  #round = 0;

  /** @param {ShadowRoot} root */
  constructor(root) {
    root.append(this.#page, this.#host);
  }

  /** @param {Seen} seen */
  update(seen) {
    const {state: {selected, language}, files} = seen, mine = ++this.#round;
    const asked = recordAsked(seen);
    if (asked >= 0) this.#part = String(asked);
    this.#host.hidden = !selected;
    this.#page.hidden = Boolean(selected);
    if (!selected) {
      this.#part = this.#shown = '';
      this.#choice = {...this.#choice, most: undefined};
      return this.#draw(seen, chips(seen).length > 0);
    }
    if (selected !== this.#shown) this.#whole.clear();
    this.#shown = selected;
    void fetchPatiently(fileOf(seen, language, selected)).then(panels => {
      if (mine !== this.#round) return;
      this.#panel.update({
        html: filled(panels, selected, new Set(seen.view.rows), this.#whole, this.#part), part: this.#part,
        refine: root => {
          refine(root, seen, list => {
            this.#whole.add(list);
            this.update(seen);
          });
          linkToDesk(root, record => `${seen.table.pairs.key[seen.table.records.pair[record]]}/${seen.words.table.ids[record]}`);
          stayHere(root);
        },
        citations: files.citations[language], cite: seen.words.ui.cite.ui,
      });
    });
  }

  /**
   * @param {Seen} seen
   * @param {boolean} asked there is a filter to answer
   */
  #draw(seen, asked) {
    const focused = /** @type {HTMLElement | null} */ (focusedIn(this.#page))?.dataset.key;
    const choose = (/** @type {import('./list.js').Choice} */ choice) => {
      this.#choice = choice;
      this.#draw(seen, asked);
    };
    this.#page.className = asked ? 'page found' : 'page welcome';
    this.#page.replaceChildren(...(asked ? matches(seen, this.#choice, choose, record => this.#open(seen, record)) : welcome(seen)));
    if (focused) /** @type {HTMLElement | null} */ (this.#page.querySelector(`[data-key="${CSS.escape(focused)}"]`))?.focus();
  }

  /**
   * Open the panel of a record's pair at this record.
   * @param {Seen} seen
   * @param {number} record
   */
  #open({table}, record) {
    this.#part = String(record);
    tell({do: 'set', name: 'selected', value: table.pairs.key[table.records.pair[record]]});
  }
}

/**
 * The record that a link of another page leads to, which names it by its key; -1 for none.
 * @param {Seen} seen
 */
function recordAsked({table, words, part}) {
  const [pair, id] = part.split('/');
  return table.records.pair.findIndex((of, record) => words.table.ids[record] === id && table.pairs.key[of] === pair);
}
