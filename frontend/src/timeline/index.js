// The timeline as a component.
import mount from '../shared/mount.js';
import {Timeline} from './view.js';
import './timeline.css';

export default mount({
  create: parent => new Timeline(parent),
  update: (view, /** @type {import('../contract.js').TimelineData} */ data) => view.update(data),
  destroy: view => view.destroy(),
});
