// Which sheet of a layout fits a window.
/** @import {Sheet} from './types.js' */

const LOYALTY = 0.12; // logarithm of proportions by which another sheet must fit better than the one on show

/**
 * @param {Pick<Sheet, 'bounds'>[]} sheets
 * @param {[width: number, height: number]} room px
 * @param {number} current index of the sheet on show, or -1
 * @returns {number} index of the sheet whose proportions are nearest to those of the room
 */
export function fitting(sheets, [width, height], current) {
  const misfits = sheets.map(({bounds: [x0, y0, x1, y1]}) =>
    Math.abs(Math.log(((x1 - x0) / (y1 - y0)) / (width / height))));
  const least = Math.min(...misfits);
  return misfits[current] < least + LOYALTY ? current : misfits.indexOf(least);
}
