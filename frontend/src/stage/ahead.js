// Fetches ahead what a visitor may ask for next, so that it is there at once, and without a connection too.
import {fetchOnce} from '../shared/json.js';
/** @import {AtlasFiles, MapFile} from '../contract.js' */

/**
 * The words, panels and arrangements of the map in one language after another.
 * @param {AtlasFiles} files
 * @param {readonly string[]} languages
 */
export async function fetchAhead(files, languages) {
  for (const language of languages) {
    const maps = Object.values(files.maps).map(of => of[language]);
    await Promise.allSettled([files.words[language], files.panels[language], files.stories[language], ...maps].map(fetchOnce));
    const sheets = await Promise.allSettled(maps.map(map => /** @type {Promise<MapFile>} */ (fetchOnce(map))));
    const urls = sheets.flatMap(each => (each.status === 'fulfilled' ? Object.values(each.value.sheets[0].urls) : []));
    await Promise.allSettled(urls.map(fetchOnce));
  }
}
