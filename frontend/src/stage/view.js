// The stage: the map under the head, edge to edge, and what floats over it; above a dossier, the map alone.
import mapCss from '../map/map.css';
import {MapView} from '../map/view.js';
import presentCss from '../present/present.css';
import {captionOf} from '../present/slide.js';
import {Present} from '../present/view.js';
import {Side} from '../side/view.js';
import sideCss from '../side/side.css';
import {el, write} from '../shared/dom.js';
import {fetchPatiently} from '../shared/json.js';
import {styled} from '../shared/style.js';
import {tell} from '../shared/tell.js';
import timelineCss from '../timeline/timeline.css';
import {Timeline} from '../timeline/view.js';
import {mapOf, marked} from './map.js';
import css from './stage.css';
import {MAP_PAGE} from './store.js';
import {timelineOf} from './timeline.js';
/** @import {Seen} from './store.js' */

const PROJECTOR = [1280, 720]; // px of a window in which the map of a story is not enlarged

/** What stands in the bar, which floats over the map; it is built after the stage. */
const barOf = () => document.querySelector('twinned-bar')?.shadowRoot?.querySelectorAll('.toolbar > *') ?? [];

export class Stage {
  #time = el('div', {class: 'time'});
  #side = el('div', {class: 'side'});
  #title = el('h1');
  #lead = el('p');
  #hint = el('p', {class: 'hint'}); // on what to do, which paper cannot
  #map = el('div', {class: 'map'}, el('div', {class: 'key', slot: 'key'}, this.#title, this.#lead, this.#hint));
  #seen = 0;
  #following = false; // timeline and list wait for the map
  /** @type {Seen | null} */
  #latest = null;
  /** @type {{name: unknown, file: any}} the last map file, at hand without waiting */
  #file = {name: '', file: null};
  /** @type {string | null} the object that the map is zoomed to */
  #aim = null;
  #direction = '';
  /** @type {import('../map/types.d.ts').Box} what was seen of the map before it was printed, in map units */
  #onScreen = [0, 0, 0, 0];

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    host.role = 'region';
    this.present = new Present(host, this);
    styled(host, css + presentCss).append(this.#map, this.#side, this.#time, ...this.present.elements);
    this.map = new MapView(styled(this.#map, mapCss), event => tell(event.value && this.#latest?.page === 'sectors'
      ? {do: 'open', page: 'dossier', selected: event.value} : event), barOf); // a sector does not show what is selected
    this.timeline = new Timeline(styled(this.#time, timelineCss));
    this.#map.after(this.timeline.year);
    this.side = new Side(styled(this.#side, sideCss));
    new ResizeObserver(() => {
      this.#measure();
      if (this.map.near) this.map.zoomTo(true, 0);
    }).observe(host);
    addEventListener('atlas:skip', event => {
      if (host.dataset.page !== MAP_PAGE) return;
      event.preventDefault();
      this.map.focus();
    });
    addEventListener('beforeprint', () => !host.hidden && this.#print(true));
    addEventListener('afterprint', () => host.classList.contains('paper') && this.#print(false));
  }

  /** @param {Seen} seen */
  update(seen) {
    this.host.hidden = ![MAP_PAGE, 'dossier'].includes(this.host.dataset.page ?? '');
    const known = this.present.update(seen);
    if (this.host.hidden) return void dispatchEvent(new Event('atlas:drawn')); // Streamlit need not wait for a map
    if (!known) return; // what is to be presented is on its way
    this.#latest = seen;
    void this.#draw(seen).catch(error => this.map.say(error)).then(() => this.#follow()); // first, since the eye is on the map
    this.host.lang = seen.state.language;
    if (this.#direction !== seen.words.direction) this.#measure(); // the side has gone over to the other edge
    this.#direction = seen.words.direction;
    if (this.present.on) return;
    this.host.ariaLabel = seen.t('map.ui.map');
    if (seen.page !== MAP_PAGE) return;
    this.#head(seen);
    this.host.toggleAttribute('data-ranked', seen.state.layout === 'ranked');
    this.host.toggleAttribute('data-empty', !seen.table.records.type.length); // there are no years to choose
    if (seen.state.selected) this.side.update(seen);
  }

  /**
   * The headline of the whole table; on paper, where no list or panel stands beside the map, what it shows.
   * @param {Seen} seen
   */
  #head(seen) {
    const {title, lead} = seen.words.finding, [{caption, text}] = captionOf(seen).steps;
    const paper = this.host.classList.contains('paper');
    write(this.#title, paper ? caption : title);
    write(this.#lead, paper ? text : lead);
    write(this.#hint, seen.t(seen.table.records.type.length ? 'stage.choose' : 'stage.empty.says'));
  }

  /**
   * What has many elements, for which neither map nor panel need wait, gets a frame of its own once the map is on the
   * screen: the timeline and the list. They show what was chosen last.
   */
  async #follow() {
    if (this.#following) return;
    this.#following = true;
    await this.map.painted();
    this.#following = false;
    const seen = this.#latest;
    if (seen?.page !== MAP_PAGE || this.present.on) return;
    this.timeline.update(timelineOf(seen));
    requestAnimationFrame(() => {
      if (seen === this.#latest && !seen.state.selected) this.side.update(seen);
    });
  }

  /**
   * Lay the map out alone, in large type, or with all that floats over it.
   * @param {boolean} alone
   * @param {boolean} told as part of a story, which alone moves it
   */
  lay(alone, told) {
    this.#map.inert = told;
    this.#measure();
    this.map.present(alone, told);
    if (told) this.map.zoomTo(false, 0);
  }

  /** Tell the map how much of it the side covers: on narrow windows the side stands below it instead. */
  #measure() {
    this.host.style.setProperty('--enlarged', String(Math.max(1, Math.min(innerWidth / PROJECTOR[0], innerHeight / PROJECTOR[1]))));
    const [side] = this.#side.getClientRects(), map = this.#map.getBoundingClientRect();
    const over = side && side.top < map.bottom - 8, mirrored = getComputedStyle(this.host).direction === 'rtl';
    this.map.cover({
      left: over && mirrored ? Math.max(0, side.right - map.left) : 0,
      right: over && !mirrored ? Math.max(0, map.right - side.left) : 0,
    });
  }

  /**
   * The layout for paper is there before the browser prints, since the names on the map are placed by script.
   * @param {boolean} paper
   */
  #print(paper) {
    if (paper) this.#onScreen = this.map.camera.seen;
    this.host.classList.toggle('paper', paper);
    if (this.#latest?.page === MAP_PAGE) this.#head(this.#latest);
    this.#measure();
    this.map.print(paper, this.#onScreen);
    if (this.map.near) this.map.zoomTo(true, 0);
  }

  /**
   * The map waits for its sheet, which a change of layout or language fetches.
   * @param {Seen} seen
   */
  async #draw(seen) {
    const mine = ++this.#seen, {layout, language} = seen.state, name = seen.files.maps[layout][language];
    const file = this.#file.name === name ? this.#file.file : await fetchPatiently(name);
    this.#file = {name, file};
    if (mine !== this.#seen) return;
    const message = mapOf(seen, file), selected = marked(seen.table, message);
    await this.map.update({...message, ...(selected && {selected})});
    const aim = seen.page === MAP_PAGE ? null : seen.state.selected; // else the visitor's hand alone moves the map
    this.map.near = aim !== null;
    if (aim !== this.#aim) this.map.zoomTo(aim !== null, this.#aim === null ? 0 : undefined); // from one to the next in a flight
    this.#aim = aim;
  }
}
