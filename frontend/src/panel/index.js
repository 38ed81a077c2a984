// The panel as a component.
import mount from '../shared/mount.js';
import {Panel} from './view.js';
import panel from './panel.css';
import charts from './charts.css';
import changes from './changes.css';
import data from './data.css';
import stories from './stories.css';

export default mount({
  css: panel + charts + changes + data + stories,
  create: parent => new Panel(parent),
  update: (view, /** @type {import('../contract.js').PanelData} */ message) => view.update(message),
});
