// The component through which Python confirms events and reports its version; it shows nothing itself.
import mount from '../shared/mount.js';
import {attach, detach} from '../shared/tell.js';

/** @typedef {{element: Node, data: import('../contract.js').ReloadData | null}} View */

export default mount({
  create: parent => /** @type {View} */ ({element: parent, data: null}),
  update(view, /** @type {import('../contract.js').ReloadData} */ data, trigger) {
    if (view.data === data) return; // redrawn, without a new message
    view.data = data;
    document.documentElement.lang = data.language;
    attach(view.element, data, trigger);
  },
  destroy: view => detach(view.element),
});
