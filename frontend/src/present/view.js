// The presenting mode: the map alone with the caption of a step in large type, full screen where that is allowed.
import {yearsIn} from '../bar/chips.js';
import {el, write} from '../shared/dom.js';
import {fetchOnce, fetchPatiently} from '../shared/json.js';
import {keyOf} from '../shared/keys.js';
import {tell} from '../shared/tell.js';
import {written, toQuery} from '../model/state.js';
import {MAP_PAGE} from '../stage/store.js';
import {chooseTheme, theme} from '../stage/theme.js';
import {captionOf, slideOf} from './slide.js';
import {Speaker} from './speaker.js';
import {BEGIN, does, due, goal, meant, reduce, stroke} from './state.js';
import {fetchSteps, queryOf, stepOf, toldIn} from './steps.js';
/** @import {Seen} from '../stage/store.js' */
/** @import {Effect, Input} from './state.js' */
/** @import {Told} from './steps.js' */
/** @import {Stories} from '../contract.js' */

/** @typedef {Pick<Seen['state'], 'story' | 'step' | 'kiosk' | 'selected' | 'language'>} Mark a step, to which to return */
/** @typedef {Told & {step: number}} Shown a story, or one view as its only step; `step` counts from 1 */

const SIGNS = { // of the buttons, as paths: no font need have them
  back: 'M10 3 5 8l5 5', on: 'M6 3l5 5-5 5', speaker: 'M2 4h12M2 8h12M2 12h7', full: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4', leave: 'M3 3l10 10M13 3 3 13',
};
const root = document.documentElement;

export class Present {
  on = false;
  #state = BEGIN;
  /** @type {Seen | null} */ #seen = null;
  /** @type {{language: string, stories: Stories} | null} the stories that were asked for last */ #known = null;
  #asked = ''; // the file of stories that is being fetched
  #ahead = ''; // the story whose maps have been fetched
  #alone = false; // one view is presented, no story
  /** @type {Mark | null} the step that was shown last */ #left = null;
  /** @type {Mark | null} the start of a kiosk, in its language */ #hall = null;
  /** @type {Shown | null} */ #shown = null;
  #full = false; // the screen is ours
  #began = 0; // ms
  /** @type {HTMLElement | null} what had the focus before */ #focused = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  /** @type {WakeLockSentinel | null} */ #lock = null;

  #deck = el('div', {class: 'deck'});
  #year = el('div', {class: 'present-year', 'aria-hidden': true});
  #bar = el('i');
  #said = el('p', {class: 'unseen', 'aria-live': 'polite'});
  #note = el('span', {class: 'note', role: 'status'});
  #at = el('span', {class: 'at', 'aria-hidden': true});
  #buttons = /** @type {const} */ (['back', 'on', 'speaker', 'full', 'leave']).map(name =>
    el('button', {type: 'button', 'data-name': name, onclick: () => this.#act(/** @type {Effect} */ (
      name === 'back' ? {do: 'go', by: -1} : name === 'on' ? {do: 'go', by: 1} : {do: name}))},
    el('svg', {viewBox: '0 0 16 16', 'aria-hidden': true}, el('path', {d: SIGNS[name]}))));
  #controls = el('div', {class: 'present-controls'}, this.#note, this.#at, ...this.#buttons);
  /** What takes clicks and touches, above the map. */
  #hand = el('div', {class: 'hand'});
  #band = el('div', {class: 'band', tabindex: -1}, this.#deck, this.#said, el('div', {class: 'progress', 'aria-hidden': true}, this.#bar));
  #blank = el('div', {class: 'blank', hidden: ''});
  elements = [this.#hand, this.#year, this.#band, this.#controls, this.#blank];
  #speaker = new Speaker({key: event => this.#press(event), go: by => this.#act({do: 'go', by})});

  /**
   * @param {HTMLElement} host the stage
   * @param {{lay: (on: boolean, tells: boolean) => void, update: (seen: Seen) => void}} stage lay: for one view, or a story, or as before
   */
  constructor(host, stage) {
    this.host = host;
    this.stage = stage;
    addEventListener('keydown', event => this.#press(event), {capture: true});
    addEventListener('atlas:present', () => this.#start());
    addEventListener('pagehide', () => this.#speaker.close());
    document.addEventListener('fullscreenchange', () => {
      if (this.#full && !document.fullscreenElement) this.#act({do: 'leave'}); // by Escape, which no page hears then
    });
    document.addEventListener('visibilitychange', () => void this.#wake());
    this.#touch();
  }

  /**
   * Follow what is seen.
   * @param {Seen} seen
   * @returns {boolean} false if what is to be presented is not known yet: then there is nothing to draw
   */
  update(seen) {
    this.#seen = seen;
    const {page, state, table} = seen, tells = page === MAP_PAGE && state.story !== null;
    if (page !== MAP_PAGE || tells) this.#alone = false;
    /** @type {Told | null} */
    let told = this.#alone ? captionOf(seen) : null;
    if (tells) {
      const stories = this.#storiesOf(seen);
      if (!stories) return false;
      told = toldIn(stories, state);
      if (told) {
        const query = queryOf(table, state, told.steps, stepOf(state, told.steps));
        if (query !== written(toQuery(table, state))) {
          queueMicrotask(() => tell({do: 'address', path: '', query})); // as from a link, which names the step alone
          return false;
        }
      }
    }
    if (!told) return this.#end();
    if (!this.on) this.#enter(tells);
    this.#draw(seen, {...told, step: tells ? stepOf(state, told.steps) : 1});
    return true;
  }

  /**
   * The stories in the language of the page; those in another one until they are there.
   * @param {Seen} seen
   */
  #storiesOf({files, state: {language}}) {
    const file = files.stories[language];
    if (this.#asked !== file) {
      this.#asked = file;
      void fetchPatiently(file).then((/** @type {Stories} */ stories) => {
        if (this.#asked !== file || !this.#seen) return;
        this.#known = {language, stories};
        this.stage.update(this.#seen);
      });
    }
    return this.#known?.stories;
  }

  // --- entering and leaving -----------------------------------------------------------------------

  /** Present the story of the page, or that which was left, else the view that is open. */
  #start() {
    const seen = this.#seen;
    if (!seen || this.on) return;
    const {page, state} = seen, mark = state.story ? state : this.#left;
    if (mark) return this.#to({...mark, language: state.language}, mark.step);
    if (page !== MAP_PAGE) tell({do: 'open', page: MAP_PAGE});
    this.#alone = true;
    this.stage.update(this.#seen ?? seen);
  }

  /**
   * Present a step of a story.
   * @param {Mark} mark
   * @param {string | null} step
   */
  #to(mark, step) {
    if (!this.#seen) return;
    const {table, state} = this.#seen;
    tell({do: 'address', path: '', query: written(toQuery(table, {...state, ...mark, step}))});
  }

  /** @param {boolean} tells a story, else one view */
  #enter(tells) {
    this.on = true;
    if (!tells || this.#left?.story !== this.#seen?.state.story) this.#began = Date.now();
    this.#state = {...BEGIN, every: this.#state.every, touchedAt: this.#state.touchedAt};
    const {activeElement} = document, inside = activeElement?.shadowRoot?.activeElement ?? activeElement;
    this.#focused = /** @type {HTMLElement | null} */ (inside);
    root.toggleAttribute('data-presenting', true);
    this.host.toggleAttribute('data-presenting', true);
    this.host.toggleAttribute('data-told', tells);
    this.stage.lay(true, tells);
    this.#band.focus({preventScroll: true});
    if (navigator.userActivation?.isActive) this.#fill(true);
    void this.#wake();
    this.#show();
  }

  /** What was presented is over. @returns {true} */
  #end() {
    if (!this.on) return true;
    this.on = false;
    this.#shown = null;
    if (this.#full) this.#fill(false);
    void this.#wake();
    for (const each of [root, this.host]) each.removeAttribute('data-presenting');
    for (const name of ['data-told', 'data-idle']) this.host.removeAttribute(name);
    this.#blank.hidden = true;
    this.#deck.replaceChildren();
    this.stage.lay(false, false);
    this.#focused?.focus({preventScroll: true});
    return true;
  }

  /** @param {boolean} full */
  #fill(full) {
    this.#full = false; // so that what follows counts as ours
    if (!full) void document.exitFullscreen?.().catch(() => {}); // there was none
    else root.requestFullscreen?.().then(() => (this.#full = this.on), () => {}); // not allowed: the window will do
  }

  /** Keep the screen from going dark, as long as it is seen. */
  async #wake() {
    const wanted = this.on && document.visibilityState === 'visible';
    if (!wanted) await this.#lock?.release();
    if (!wanted || (this.#lock && !this.#lock.released)) return;
    this.#lock = await navigator.wakeLock?.request('screen').catch(() => null) ?? null; // not allowed, or the battery is low
  }

  // --- drawing ------------------------------------------------------------------------------------

  /**
   * @param {Seen} seen
   * @param {Shown} next
   */
  #draw(seen, next) {
    const {t, state, files} = seen, before = this.#shown, tells = state.story !== null, {title, steps, step} = next;
    this.#shown = next;
    if (tells) this.#left = state;
    if (state.kiosk && this.#hall?.story !== state.story) this.#hall = state;
    if (before?.steps !== steps) {
      this.#band.lang = tells ? this.#known?.language ?? '' : state.language;
      this.#deck.replaceChildren(...steps.map(slideOf));
    }
    this.#name(t, title);
    [...this.#deck.children].forEach((slide, i) => slide.classList.toggle('now', i === step - 1));
    this.#at.textContent = tells ? `${step} / ${steps.length}` : '';
    this.#bar.style.width = `${tells ? (100 * step) / steps.length : 0}%`;
    this.#year.textContent = yearsIn(seen);
    const said = [tells ? t('present.at', {n: step, all: steps.length}) : '', steps[step - 1].caption].filter(Boolean).join('. ');
    if (this.#said.textContent !== said) this.#said.textContent = said;
    this.#speaker.update(t, next, this.#began);
    if (before?.step !== step) this.#do({type: 'shown', every: 1000 * Number(tells ? state.kiosk ?? 0 : 0)});
    if (tells && this.#ahead !== `${state.story}/${state.selected}/${files.table}`) {
      this.#ahead = `${state.story}/${state.selected}/${files.table}`;
      void this.#fetchAhead(seen, steps);
    }
  }

  /**
   * @param {Seen['t']} t
   * @param {string} title "" for one view
   */
  #name(t, title) {
    this.host.ariaLabel = title ? t('present.titled', {title}) : t('present.mode');
    for (const button of this.#buttons) button.ariaLabel = button.title = t(`present.${button.dataset.name}`);
    this.#blank.ariaLabel = t('present.blank');
  }

  /**
   * What the next key may ask for, in the language of the page first: the maps of all steps, and other languages.
   * @param {Seen} seen
   * @param {Told['steps']} steps
   */
  async #fetchAhead({files, table, state: {language}}, steps) {
    for (const code of [language, ...Object.keys(files.languages).filter(each => each !== language)]) {
      await Promise.allSettled([fetchOnce(files.words[code]), fetchOnce(files.stories[code]), fetchSteps(files, table, code, steps)]);
    }
  }

  /** Show what the state says of pointer and screen. */
  #show() {
    const {awake, blank} = this.#state;
    this.host.toggleAttribute('data-idle', this.on && awake === -Infinity);
    root.toggleAttribute('data-idle', this.on && awake === -Infinity);
    this.#blank.hidden = !(this.on && blank);
  }

  // --- what the visitor does ----------------------------------------------------------------------

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || isText(event)) return;
    if (!this.on) {
      if (meant(event) === 'p') this.#start();
      else this.#do({type: 'touched'});
      return;
    }
    const {code, shiftKey} = event, key = keyOf(event);
    if (!does(event, Boolean(this.#seen?.state.story)) || (/^(Enter| )$/.test(key) && isButton(event))) return;
    event.stopPropagation();
    event.preventDefault();
    this.#do({type: 'key', key, code, shiftKey});
  }

  /** @param {Input} input */
  #do(input) {
    const [state, effects] = reduce(this.#state, input, performance.now());
    this.#state = state;
    for (const effect of effects) this.#act(effect);
    this.#show();
    clearTimeout(this.#timer);
    const wait = due(this.#state) - performance.now();
    if (wait < Infinity) this.#timer = setTimeout(() => this.#do({type: 'tick'}), Math.max(0, wait));
  }

  /** @param {Effect} effect */
  #act(effect) {
    const seen = this.#seen, shown = this.#shown;
    if (effect.do === 'start' && this.#hall) return this.#to(this.#hall, '1');
    if (!seen || !shown) return;
    const {state, table, files} = seen;
    switch (effect.do) {
      case 'go': case 'to': {
        const step = state.story ? goal(effect, shown.step, shown.steps.length, state.kiosk !== null) : 1;
        if (step !== shown.step) tell({do: 'address', path: '', query: queryOf(table, state, shown.steps, step)});
        return;
      }
      case 'language': {
        const code = Object.keys(files.languages)[effect.at];
        if (code) tell({do: 'set', name: 'language', value: code});
        return;
      }
      case 'theme': return chooseTheme(theme() === 'dark' ? 'light' : 'dark');
      case 'full': return this.#fill(!document.fullscreenElement);
      case 'speaker': {
        this.#full = false; // a browser leaves full screen when another window opens
        write(this.#note, this.#speaker.open(seen.t, shown, this.#began) ? '' : seen.t('present.blocked'));
        return this.#do({type: 'pointed'});
      }
      case 'leave': {
        this.#alone = false;
        if (state.story) tell({do: 'set', name: 'story', value: null});
        else this.stage.update(seen);
      }
    }
  }

  /** Fingers and mouse: a tap on the outer thirds or a swipe goes on or back, a movement or a tap in between wakes the buttons. */
  #touch() {
    let down = /** @type {[number, number]} */ ([0, 0]);
    addEventListener('pointerdown', ({clientX, clientY, pointerType}) => {
      down = [clientX, clientY];
      this.#do({type: 'touched'});
      if (pointerType !== 'mouse' && !this.#seen?.state.story) this.#do({type: 'pointed'});
    }, {capture: true});
    addEventListener('wheel', () => this.#do({type: 'touched'}), {passive: true});
    addEventListener('pointermove', ({pointerType}) => pointerType === 'mouse' && this.on && this.#do({type: 'pointed'}), {passive: true});
    this.#hand.onpointerup = ({clientX, clientY}) => {
      const by = stroke(down, [clientX, clientY], innerWidth);
      const mirrored = getComputedStyle(this.#hand).direction === 'rtl';
      if (by) this.#act({do: 'go', by: /** @type {1 | -1} */ (mirrored ? -by : by)});
      else this.#do({type: 'pointed'});
    };
  }
}

/**
 * The element in which something has happened, also inside of a shadow root.
 * @param {Event} event
 */
const placeOf = event => /** @type {HTMLElement} */ (event.composedPath()[0]);

/** @param {Event} event */
const isText = event => placeOf(event).isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(placeOf(event).tagName);

/** @param {Event} event */
const isButton = event => placeOf(event).tagName === 'BUTTON';
