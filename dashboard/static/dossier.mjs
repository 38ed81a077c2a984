// Shows a dossier that the server rendered, keeps its tab open, and reports what is picked in it.
const tabs = new Map(); // the tab last opened, for each kind of dossier

export default function ({data, parentElement, setTriggerValue}) {
  const root = parentElement.querySelector('[data-dossier]') ?? parentElement.appendChild(
    Object.assign(document.createElement('div'), {className: 'root'}));
  root.dataset.dossier = '';
  const html = new TextDecoder().decode(data);
  if (root.shown !== html) {
    const before = root.querySelector('section')?.dataset.key, scrolled = root.scrollTop;
    root.innerHTML = root.shown = html; // made by our templates, which escape every value
    const {key, kind} = root.querySelector('section').dataset;
    root.kind = kind;
    openTab(root, tabs.get(kind));
    root.scrollTop = key === before ? scrolled : 0;
  }
  root.onclick = event => {
    const target = event.target.closest('[data-tab], [data-goto], [data-select], [data-act]');
    if (!target) return;
    const {tab, goto, select, act} = target.dataset;
    if (tab) tabs.set(root.kind, tab), openTab(root, tab);
    else if (goto) event.preventDefault(), openTab(root, 'sources'), flash(root.querySelector(`[id="${CSS.escape(goto)}"]`));
    else if (select !== undefined) setTriggerValue('picked', select);
    else setTriggerValue('acted', act);
  };
  root.onkeydown = event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!step || event.target.getAttribute('role') !== 'tab') return;
    const all = [...root.querySelectorAll('[role=tab]')];
    const next = all[(all.indexOf(event.target) + step + all.length) % all.length];
    next.focus();
    next.click();
  };
}

function openTab(root, name) {
  const all = [...root.querySelectorAll('[role=tab]')];
  if (!all.length) return;
  const open = all.find(tab => tab.dataset.tab === name) ?? all[0];
  for (const tab of all) {
    tab.setAttribute('aria-selected', tab === open);
    tab.tabIndex = tab === open ? 0 : -1;
  }
  for (const part of root.querySelectorAll('[role=tabpanel]')) part.hidden = part.dataset.part !== open.dataset.tab;
}

function flash(item) {
  if (!item) return;
  item.scrollIntoView({block: 'center'});
  item.classList.add('flash');
  setTimeout(() => item.classList.remove('flash'), 1500);
}
