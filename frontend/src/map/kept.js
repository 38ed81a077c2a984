// Objects that outlive a map: Streamlit removes the map when another page is opened and makes a new one on return.
import {Canvas} from './canvas.js';
/** @import {View} from './types.js' */

export const kept = {
  /** Browsers allow only about sixteen WebGL contexts, so the page has one canvas, which moves to the map on show. */
  canvas: new Canvas(),
  /**
   * The views that the visitor chose, by layout.
   * @type {Map<string, View>}
   */
  views: new Map()
};
