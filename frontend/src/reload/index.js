// The component through which Python confirms events and reports its version; it shows nothing itself.
import mount from '../shared/mount.js';
import {attach, detach} from '../shared/tell.js';

export default mount({
  create: parent => parent,
  update(element, /** @type {import('../contract.js').ReloadData} */ data, trigger) {
    Object.assign(document.documentElement, {lang: data.language, dir: data.direction});
    attach(element, data, trigger);
  },
  destroy: detach,
});
