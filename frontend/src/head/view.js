// The head of every page: title, pages, search, language, menu. A hand-out has no other pages and nothing to ask of a server,
// but says what it is: in its head and its menu, in elements of its document, each in one language.
import searchCss from '../search/search.css';
import {Search} from '../search/view.js';
import {alone} from '../shared/address.js';
import {bare} from '../shared/borrowed.js';
import {el, focusedIn, write} from '../shared/dom.js';
import {chooseByKey} from '../shared/keys.js';
import {styled} from '../shared/style.js';
import {tell} from '../shared/tell.js';
import {wayTo} from '../shared/way.js';
import {MAP_PAGE, addressOf} from '../stage/store.js';
import css from './head.css';
import {Menu} from './menu.js';
import {Share} from './share.js';
/** @import {Seen} from '../stage/store.js' */

const SELECTING = [MAP_PAGE, 'dossier']; // the pages that show what is selected
const MANY = 3; // languages for which every head has room
const ABOUT = 'about'; // the page that the menu leads to

export class Head {
  #title = link(MAP_PAGE, 'title');
  #pages = el('button', {type: 'button', class: 'pages', 'aria-expanded': 'false', 'aria-controls': 'nav'});
  #nav = el('nav', {id: 'nav'});
  #root = el('section', {class: 'head'});
  #skip = el('button', {type: 'button', class: 'skip'});
  #find = el('div', {class: 'find'});
  #languages = el('div', {class: 'languages', role: 'radiogroup'});
  #choose = el('select', {class: 'choose', onchange: () => choose(this.#choose.value)}); // where many have no room
  #about = link(ABOUT, 'about');
  #share = new Share();
  #menu = new Menu(this.#about, alone ? [] : [this.#share.entry]);
  #search = new Search(styled(this.#find, searchCss));
  /** @type {Seen['words'] | null} */
  #built = null;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#languages.onkeydown = chooseByKey;
    this.#pages.onclick = () => this.#open(this.#pages.ariaExpanded === 'false');
    this.#nav.onclick = () => this.#open(false);
    this.#skip.onclick = skip;
    this.host = host;
    styled(host, css).append(this.#root);
    const [before, share] = alone ? [[this.#title, el('slot')], []] : [[this.#pages, this.#title, this.#nav], this.#share.elements];
    this.#root.append(this.#skip, ...before, this.#find, this.#languages, this.#choose, ...share, ...this.#menu.elements);
  }

  /** @param {Seen} seen */
  update(seen) {
    const {files, table, t, words, page, state: {language}, state} = seen;
    if (this.#built !== words) this.#build(seen); // other words: of another language, or edited
    this.#built = words;
    const left = {...state, story: null, step: null, kiosk: null}; // a link leads out of a story
    for (const each of [this.#title, this.#about, ...this.#nav.children]) {
      const to = /** @type {HTMLAnchorElement} */ (each);
      to.href = addressOf(table, {page: to.dataset.page ?? '', state: left});
      to.ariaCurrent = to !== this.#title && to.dataset.page === page ? 'page' : null;
    }
    write(this.#skip, t(page === MAP_PAGE ? 'stage.skip' : 'header.skip'));
    write(this.#pages, `☰ ${t(`nav.${page}`)}`);
    this.#share.update(seen);
    this.#menu.update(seen);
    this.#search.update({
      source: files.search, language, label: t('filters.search'), placeholder: t('filters.placeholder'),
      ui: words.ui.finder, opens: SELECTING.includes(page) ? '' : MAP_PAGE,
    });
  }

  /** @param {Seen} seen */
  #build({files, t, words, state: {language}}) {
    this.#root.ariaLabel = bare(words.title);
    write(this.#title, words.title);
    for (const said of /** @type {Iterable<HTMLElement>} */ (this.host.children)) said.hidden = said.lang !== language;
    this.#nav.ariaLabel = t('header.pages');
    const pages = Object.keys(words.ui.nav);
    this.#nav.replaceChildren(...pages.filter(page => page !== ABOUT).map(page => link(page, '', t(`nav.${page}`))));
    this.#about.hidden = alone || !pages.includes(ABOUT);
    if (!this.#about.hidden) write(this.#about, t(`nav.${ABOUT}`));
    const focused = focusedIn(this.#languages), at = [...this.#languages.children].findIndex(button => button === focused);
    this.#languages.ariaLabel = this.#choose.ariaLabel = bare(t('header.language'));
    this.#languages.replaceChildren(...Object.entries(files.languages).map(([code, name]) => el('button', {
      type: 'button', role: 'radio', lang: code, 'data-code': code, tabindex: code === language ? 0 : -1,
      'aria-checked': code === language, 'aria-label': name, title: name, onclick: () => choose(code),
    }, brief(name, code))));
    this.#choose.replaceChildren(...Object.entries(files.languages).map(([code, name]) => el('option', {lang: code, value: code}, name)));
    this.#choose.value = language;
    this.#root.classList.toggle('many', Object.keys(files.languages).length > MANY);
    /** @type {HTMLElement | undefined} */ (this.#languages.children[at])?.focus(); // the buttons are new
  }

  /**
   * Show or hide the pages on a narrow window, where they are a menu.
   * @param {boolean} open
   */
  #open(open) {
    this.#pages.ariaExpanded = String(open);
  }
}

/** @param {string} language */
const choose = language => tell({do: 'set', name: 'language', value: language});

/**
 * The name of a language in two letters: EN, РУ, 中文; without the article that begins Arabic names.
 * @param {string} name
 * @param {string} code
 */
const brief = (name, code) => Array.from(name.replace(/^ال/, '')).slice(0, 2).join('').toLocaleUpperCase(code);

/** Move the focus below the head: to the map if it is on show, else to the page that Streamlit draws. */
function skip() {
  const unheard = dispatchEvent(new Event('atlas:skip', {cancelable: true}));
  if (unheard) document.getElementById('root')?.focus();
}

/**
 * A link to a page, which keeps everything else in the address.
 * @param {string} page
 * @param {string} [name] of its class
 * @param {string} [text]
 */
const link = (page, name, text) => el('a', {class: name || null, 'data-page': page, ...wayTo({page})}, text);
