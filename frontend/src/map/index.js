// The map as a component.
import mount from '../shared/mount.js';
import {kept} from './kept.js';
import './map.css';
import {MapView} from './view.js';
/** @import {MapMessage} from './types.js' */

export default mount({
  create: parent => new MapView(parent, kept),
  update: (view, /** @type {MapMessage} */ message) => void view.update(message).catch(error => view.say(error)),
  destroy: view => view.destroy()
});
