// Starts a page without a server: unpacks the files that it holds, and then runs its script, which is one of them.
import {unpack} from './lzma.js';

const SCRIPT = 'script'; // its name among the files

const packed = /** @type {HTMLElement} */ (document.getElementById('packed'));
const bytes = Uint8Array.from(atob(packed.textContent), letter => letter.charCodeAt(0));
const parts = new TextDecoder().decode(unpack(bytes, Number(packed.dataset.size))).split('\0');
packed.remove();
for (let i = 0; i < parts.length; i += 2) {
  const [name, text] = parts.slice(i, i + 2), element = document.createElement('script');
  if (name !== SCRIPT) element.type = 'application/json';
  element.id = name;
  element.textContent = text;
  document.body.append(element);
}
