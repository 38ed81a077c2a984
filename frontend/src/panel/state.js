// The meaning of clicks in the panel: Python marks the links and buttons in its HTML, this file reads the marks.
//
//   data-select="<key>"  selects a pair, unit or place; "" clears the selection
//   data-act="reset"     clears all filters but that by data-sector, if given; data-act="link" copies the address of a link
//   data-act="print"     prints, with data-brief without remarks
//   data-open="<page>"   opens a page with the data-select, filtered by the data-sector, at the #part of the link
//   data-page="<page>"   the same, keeping everything else in the address
//   data-address         opens the page and state of the link's address
//   data-set="<field>"   sets a field of the state to data-value, or clears it; of selects with the same field, to the
//                        keys chosen in them, as it does for a data-value of two keys
//   data-tab="<part>"    shows a part; href="#<id>" goes to a part, record or source of the same HTML

/**
 * @typedef {import('../contract.js').Event} Event
 * @typedef {Record<string, string | undefined>} Marks the data attributes
 * @typedef {{do: 'print', brief: boolean} | {do: 'link'} | {do: 'tab', tab: string} | {do: 'jump', id: string} | {do: 'tell', event: Event}} Meaning
 */

/**
 * @param {Marks} marks
 * @param {string} [href] as written
 * @returns {Meaning | null} null: left to the browser
 */
export function meaning({tab, act, brief, open, page, address, set, value, select, sector}, href = '') {
  const part = href.split('#')[1], only = sector !== undefined && {sector};
  if (tab !== undefined) return {do: 'tab', tab};
  if (act === 'print') return {do: 'print', brief: brief !== undefined};
  if (act === 'link') return {do: 'link'};
  if (act === 'reset') return {do: 'tell', event: {do: 'reset', ...only}};
  if (open !== undefined) {
    return {do: 'tell', event: {do: 'open', page: open, ...(select !== undefined && {selected: select}), ...only, ...(part && {part})}};
  }
  if (page !== undefined) return {do: 'tell', event: {do: 'open', page}};
  if (address !== undefined) {
    const [path, query] = href.replace(/^\.\//, '').split('?');
    return {do: 'tell', event: {do: 'address', path, query}};
  }
  if (set !== undefined) {
    return {do: 'tell', event: setting(set, value?.split(' ') ?? [])};
  }
  if (select !== undefined) return {do: 'tell', event: {do: 'set', name: 'selected', value: select || null}};
  return href.startsWith('#') ? {do: 'jump', id: part} : null;
}

/**
 * The event that sets a field to a word, to several, or to nothing.
 * @param {string} field
 * @param {string[]} words
 * @returns {Event}
 */
export const setting = (field, words) => ({
  do: 'set', name: /** @type {import('../contract.js').Set['name']} */ (field), value: words.length > 1 ? words : words[0] || null,
});

/**
 * The address of another page, with the state of this one.
 * @param {string} href
 * @param {string} search the query of this page's address
 */
export function withState(href, search) {
  const address = new URL(href);
  address.search = search;
  return address.href;
}
