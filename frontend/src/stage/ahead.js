// Fetches ahead what a visitor may ask for next, so that it is there at once, and without a connection too.
import {fetchOnce} from '../shared/json.js';
/** @import {AtlasFiles, MapFile} from '../contract.js' */

/**
 * The words, panels and arrangements of the map in one language after another. The panels of a large table, which are
 * in many parts, and its stories are made when a visitor asks for them.
 * @param {AtlasFiles} files
 * @param {readonly string[]} languages
 */
export async function fetchAhead(files, languages) {
  for (const language of languages) {
    const maps = Object.values(files.maps).map(of => of[language]);
    const panels = files.panels[language], late = panels.length === 1 ? [...panels, files.stories[language]] : [];
    await Promise.allSettled([files.words[language], ...late, ...maps].map(fetchOnce));
    const sheets = await Promise.allSettled(maps.map(map => /** @type {Promise<MapFile>} */ (fetchOnce(map))));
    const urls = sheets.flatMap(each => (each.status === 'fulfilled' ? Object.values(each.value.sheets[0].urls) : []));
    await Promise.allSettled(urls.map(fetchOnce));
  }
}
