// The grid as a component.
import mount from '../shared/mount.js';
import {Grid} from './view.js';
import css from './grid.css';

export default mount({
  css,
  create: parent => new Grid(parent),
  update: (view, /** @type {import('../contract.js').GridData} */ data) => view.update(data),
  destroy: view => view.destroy(),
});
