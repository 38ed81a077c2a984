// Fetches the rows of a sheet that have a URL; each file is fetched once per page load.
import {fetchPatiently} from '../shared/json.js';
/** @import {Rows, Sheet} from './types.js' */

/**
 * @param {Sheet} sheet
 * @returns {Promise<{rows: Rows, problems: string[]}>} the rows that could be loaded, and messages about the rest
 */
export async function loadRows({urls, rows}) {
  const names = Object.keys(urls);
  const answers = await Promise.allSettled(names.map(name => fetchPatiently(urls[name])));
  const loaded = answers.flatMap((answer, i) => (answer.status === 'fulfilled' ? [[names[i], answer.value]] : []));
  const problems = answers.flatMap(answer => (answer.status === 'rejected' ? [String(answer.reason.message)] : []));
  return {rows: {...rows, ...Object.fromEntries(loaded)}, problems};
}
