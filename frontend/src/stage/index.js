// Head, bar and stage: custom elements of the page itself, which start before Streamlit and answer without it.
import {Bar} from '../bar/view.js';
import {Head} from '../head/view.js';
import {fetchAhead} from './ahead.js';
import {follow} from './store.js';
import {Stage} from './view.js';

/**
 * Define an element that shows a view of the store in a shadow root for as long as the page lives.
 * @param {string} name
 * @param {new (host: HTMLElement) => {update: (seen: import('./store.js').Seen) => void}} View
 */
function define(name, View) {
  customElements.define(name, class extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return;
      const view = new View(this);
      follow(seen => {
        this.dataset.page = styleOf(seen);
        view.update(seen);
      });
    }
  });
}

/**
 * The page whose style an element has: that of a sector has the map above it, as a dossier has.
 * @param {import('./store.js').Seen} seen
 */
const styleOf = ({page, state: {filter}}) => (page === 'sectors' && filter.sectors.size === 1 ? 'dossier' : page);

const CALM = 4000, LATER = 12_000; // ms after the first drawing, in which Streamlit starts

// Until there is something to draw, the page shows its first words, and nothing empty that would move.
void /** @type {Promise<import('./store.js').Seen>} */ (new Promise(follow)).then(seen => {
  define('twinned-stage', Stage); // first, since the eye is on the map
  requestAnimationFrame(() => {
    define('twinned-head', Head);
    define('twinned-bar', Bar);
  });
  const {files, state: {language}} = seen;
  setTimeout(() => void fetchAhead(files, [language]), CALM);
  setTimeout(() => void fetchAhead(files, Object.keys(files.languages)), LATER);
});
