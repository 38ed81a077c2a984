// A page without a stage, such as that for an address that names no page: what paper says of it.
import {imprint} from '../shared/imprint.js';

addEventListener('beforeprint', () => {
  const line = /** @type {HTMLElement} */ (document.querySelector('.imprint'));
  line.textContent = imprint(line.dataset.locale ?? '');
});
