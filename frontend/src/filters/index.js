// The filters as a component.
import mount from '../shared/mount.js';
import {waiting} from '../shared/tell.js';
import {Filters} from './view.js';
import './filters.css';

export default mount({
  create: parent => new Filters(parent, waiting),
  update: (view, /** @type {import('../contract.js').FiltersData} */ data) => view.update(data),
});
