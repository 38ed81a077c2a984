// Shows a dossier that the server rendered, keeps its tab open, and reports what is picked in it.
const tabs = new Map(); // the tab last opened, for each kind of dossier
let wanted = location.hash.slice(1); // the part or record that the page of a dossier is to open at
const STEPS = {ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity};

export default function ({data, parentElement, setTriggerValue}) {
  const root = parentElement.querySelector('[data-dossier]') ?? parentElement.appendChild(
    Object.assign(document.createElement('div'), {className: 'root'}));
  root.dataset.dossier = '';
  const html = new TextDecoder().decode(data);
  if (root.shown !== html) show(root, html);
  root.onclick = event => {
    const target = event.target.closest('a, button');
    if (!target || (target.href && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
    const {tab, select, act} = target.dataset, part = target.getAttribute('href');
    if (target.matches('.mark')) target.setAttribute('aria-expanded', target.getAttribute('aria-expanded') !== 'true');
    else if (tab) tabs.set(root.kind, tab), openTab(root, tab);
    else if (act === 'print') print();
    else if (part?.startsWith('#')) event.preventDefault(), goTo(root, part.slice(1));
    else if (select !== undefined) event.preventDefault(), root.picked = true, setTriggerValue('picked', select);
    else if (act) {
      event.preventDefault();
      if (act === 'open') wanted = target.hash.slice(1);
      setTriggerValue('acted', act);
    }
  };
  root.onmouseover = root.onfocusin = event => {
    const cite = event.target.closest('.cites a'); // says what it leads to: written once, in the list of sources
    if (cite && !cite.title) cite.title = find(root, cite.hash.slice(1))?.querySelector('.cite').textContent ?? '';
  };
  root.onkeydown = event => {
    if (event.key === 'Escape' && event.target.matches('.mark')) return event.target.setAttribute('aria-expanded', false), event.target.blur();
    const step = STEPS[event.key];
    if (!step || event.target.getAttribute('role') !== 'tab') return;
    event.preventDefault();
    const all = [...root.querySelectorAll('[role=tab]')], last = all.length - 1, at = all.indexOf(event.target) + step;
    const next = all[at < 0 ? (step === -1 ? last : 0) : at > last ? (step === 1 ? 0 : last) : at];
    next.focus();
    next.click();
  };
}

function show(root, html) {
  const before = root.querySelector('section')?.dataset.key;
  root.innerHTML = root.shown = html; // made by our templates, which escape every value
  const section = root.querySelector('section'), {key, kind} = section.dataset;
  document.documentElement.lang = section.lang;
  root.kind = kind;
  openTab(root, tabs.get(kind));
  root.querySelectorAll('.tip').forEach((tip, n) => {
    tip.id = `tip-${n}`;
    tip.previousElementSibling.setAttribute('aria-describedby', tip.id);
  });
  if (key !== before) root.scrollTop = 0; // else it stays, and the browser need not lay out the page just now
  if (root.picked && key !== before) {
    root.querySelector('h2').focus({preventScroll: true}); // what was picked is gone: go on reading at its dossier
    if (root.querySelector('.full, .choose')) root.scrollIntoView();
  }
  root.picked = false;
  if (kind === 'page' && wanted) {
    const id = wanted;
    wanted = '';
    requestAnimationFrame(() => goTo(root, id)); // once the page is laid out
  }
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

const find = (root, id) => root.querySelector(`[id="${CSS.escape(id)}"]`);

// To a part of the page, or to a source: shown, read out, and marked for a moment.
function goTo(root, id) {
  const item = find(root, id);
  if (!item) return;
  const part = item.closest('[role=tabpanel]')?.dataset.part;
  if (part) openTab(root, part);
  const target = item.querySelector('h3') ?? item;
  if (target === item) target.tabIndex = -1;
  item.scrollIntoView({block: target === item ? 'center' : 'start'});
  target.focus({preventScroll: true});
  if (target !== item) return;
  item.classList.add('flash');
  setTimeout(() => item.classList.remove('flash'), 1500);
}
