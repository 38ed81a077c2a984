// Ways from a panel to the editor's desk, on a server that has one: beside each record and source, and in each list.
import {el} from '../shared/dom.js';

/** @type {Record<string, {edit: string, add: string, title: string}> | null} */
const words = JSON.parse(document.querySelector('meta[name=desk]')?.getAttribute('content') ?? 'null');

const LISTS = ['agreements', 'contacts', 'projects', 'links', 'indicators', 'events', 'sources'];

// The desk says when something was saved; this page then asks at once for what is new, not at its next turn.
if (words) new BroadcastChannel('twinned-desk').onmessage = () => dispatchEvent(new Event('visibilitychange'));

/**
 * Offer the desk wherever a panel does not do so yet.
 * @param {Element} root with the HTML of a panel
 * @param {(record: number) => string} [keyOf] the key of a record by its number, which it has on the map
 */
export function linkToDesk(root, keyOf) {
  const section = root.querySelector('section'), said = words?.[section?.lang ?? ''];
  if (!section || !said) return;
  const {key = '', kind} = section.dataset, pair = key.includes('_') ? key : '';
  for (const article of all(root, 'article:is([data-record], [id*="/"])')) {
    offer(article, said.edit, 'form', {of: article.id || (keyOf?.(Number(article.dataset.record)) ?? '')});
  }
  for (const source of all(root, '[data-source-key]')) offer(source, said.edit, 'form', {of: `sources:${source.dataset.sourceKey}`});
  for (const name of LISTS) {
    const list = root.querySelector(`[id="part-${name}"], section[id="${name}"]`);
    if (list) offer(list, `+ ${said.add}`, 'form', {list: name === 'contacts' ? 'agreements' : name, pair});
  }
  const end = all(root, '.tools')[0] ?? all(root, 'p:has(> .open)')[0];
  if (end) offer(end, said.title, '', {pair});
  if (end && kind === 'place') offer(all(root, 'header.top + div')[0] ?? section, said.edit, 'form', {of: `places:${key}`});
}

/**
 * @param {Element} place
 * @param {string} label
 * @param {string} page
 * @param {Record<string, string>} query
 */
function offer(place, label, page, query) {
  if (place.querySelector(':scope > .to-desk')) return;
  const here = new URLSearchParams(location.search), theme = here.get('theme');
  const asked = new URLSearchParams({...query, lang: place.closest('section[lang]')?.getAttribute('lang') ?? '', ...theme && {theme}});
  const link = el('a', {class: 'to-desk', href: `./desk/${page}?${asked}`, target: 'twinned-desk'}, label);
  const title = place.querySelector(':scope > h3:not(.printed)');
  if (title) title.after(link);
  else if (place.matches('[role=tabpanel]')) place.prepend(link);
  else place.append(' ', link);
}

/**
 * @param {Element} root
 * @param {string} selector
 */
const all = (root, selector) => [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector))];
