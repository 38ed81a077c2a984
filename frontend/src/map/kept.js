// What outlives a map: Streamlit takes it down when another page is opened, and makes a new one on the way back.
import {Canvas} from './canvas.js';
/** @import {View} from './types.js' */

export const kept = {
  /** Browsers allow some sixteen WebGL contexts, so the page has one canvas, which moves to the map that is shown. */
  canvas: new Canvas(),
  /**
   * The views that the visitor chose, by layout.
   * @type {Map<string, View>}
   */
  views: new Map()
};
