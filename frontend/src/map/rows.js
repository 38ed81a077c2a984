// Fetches the rows of layers that have a URL; each file is fetched once per page load.
import {fetchOnce} from '../shared/json.js';
/** @import {MapMessage, Rows} from './types.js' */

/**
 * @param {MapMessage} message
 * @returns {Promise<{rows: Rows, problems: string[]}>} the rows that could be loaded, and messages about the rest
 */
export async function loadRows({layers, rows}) {
  const files = layers.filter(({data}) => data);
  const answers = await Promise.allSettled(files.map(({data}) => fetchOnce(data)));
  const loaded = answers.flatMap((answer, i) =>
    (answer.status === 'fulfilled' ? [[files[i].id, answer.value]] : []));
  const problems = answers.flatMap(answer => (answer.status === 'rejected' ? [String(answer.reason.message)] : []));
  return {rows: {...rows, ...Object.fromEntries(loaded)}, problems};
}
