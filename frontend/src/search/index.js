// The search box as a component.
import mount from '../shared/mount.js';
import {Search} from './view.js';
import './search.css';

export default mount({
  create: parent => new Search(parent),
  update: (view, /** @type {import('../contract.js').SearchData} */ data) => view.update(data),
  destroy: view => view.destroy(),
});
