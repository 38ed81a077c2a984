// Copies text. Browsers offer their clipboard only to pages served by https or from the same machine.
import {parse} from './trusted.js';

/**
 * @param {string} text
 * @returns {Promise<boolean>} true if it was copied
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** @param {string} text */
function copySelected(text) {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed'; // or the page would scroll to it
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}

/**
 * Copy markup, which a letter takes with its tables, and its words, for programs that take no markup.
 * @param {string} markup from the atlas's own server, in which every value is escaped
 * @returns {Promise<boolean>} true if it was copied
 */
export async function copyRich(markup) {
  const {body} = parse(markup.replaceAll(' style=', ' data-style=')); // words alone are read, and the policy refuses styles
  const lines = [...body.querySelectorAll('p, caption, tr')].map(line =>
    [...(line.children.length && line.matches('tr') ? line.children : [line])].map(({textContent}) => textContent?.trim()).join('\t'));
  const forms = {'text/html': markup, 'text/plain': lines.join('\n')};
  const copied = (/** @type {ClipboardEvent} */ event) => {
    for (const [type, text] of Object.entries(forms)) event.clipboardData?.setData(type, text);
    event.preventDefault();
  };
  // First by an event, which takes the markup as it is: a clipboard item is shown to the policy, which refuses its styles.
  document.addEventListener('copy', copied, {once: true});
  const done = document.execCommand('copy');
  document.removeEventListener('copy', copied);
  if (done) return true;
  try {
    const blobs = Object.entries(forms).map(([type, text]) => [type, new Blob([text], {type})]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch { // a page served by http from another machine, or a browser without it
    return false;
  }
}
