// Starts a page without a server: unpacks its fonts and files, and then runs its script, which is the last of them.
import {bytesOf} from './letters.js';
import {unpack} from './lzma.js';

const SCRIPT = 'script'; // its name among the files

/** @typedef {{size: number} & ({id: string} | {family: string, weight: string, unicodeRange: string})} Part */

const packed = /** @type {HTMLElement} */ (document.getElementById('packed'));
const bytes = unpack(bytesOf(packed.textContent), Number(packed.dataset.size)), end = bytes.indexOf(0);
const text = new TextDecoder();
packed.remove();
let at = end + 1;
for (const part of /** @type {Part[]} */ (JSON.parse(text.decode(bytes.subarray(0, end))))) {
  const content = bytes.subarray(at, at += part.size);
  if ('id' in part) append(part.id, text.decode(content));
  else document.fonts.add(new FontFace(part.family, content, {weight: part.weight, unicodeRange: part.unicodeRange}));
}

/** @param {string} id @param {string} content */
function append(id, content) {
  const element = document.createElement('script');
  if (id !== SCRIPT) element.type = 'application/json';
  element.id = id;
  element.textContent = content;
  document.body.append(element);
}
