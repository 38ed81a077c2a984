// The panel as a component.
import mount from '../shared/mount.js';
import {Panel} from './view.js';
import './panel.css';
import './charts.css';
import './data.css';
import './stories.css';

export default mount({
  create: parent => new Panel(parent),
  update: (view, /** @type {import('../contract.js').PanelData} */ data) => view.update(data),
});
