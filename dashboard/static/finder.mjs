// The search box: a combobox with type-ahead over an index that is fetched once and searched here.
const LIMIT = 12;
const LOOSE = 3; // from this grade on, a find is shown only after the others
let loaded = {}; // the index last used, and where it came from
let latest; // the box last drawn: "/" and Ctrl+K go to it

document.addEventListener('keydown', event => {
  const from = event.composedPath()[0];
  const slash = event.key === '/' && !from.isContentEditable && !/^(INPUT|TEXTAREA|SELECT)$/.test(from.tagName);
  const control = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!latest?.input.isConnected || !(slash || control)) return;
  event.preventDefault();
  latest.input.focus();
  latest.input.select();
}, {capture: true});
addEventListener('resize', () => latest?.place());
addEventListener('scroll', event => event.target !== latest?.popup && latest?.place(), {capture: true, passive: true});

/** A text as it is compared: no case, marks or punctuation, a space before every word and Chinese character. */
export function fold(text) {
  const plain = text.toLowerCase().normalize('NFKD').replace(/[\p{M}\p{Lm}'’‘`]/gu, '').replace(/ł/g, 'l');
  return ' ' + plain.replace(/\p{Script=Han}/gu, ' $& ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The entries of a published index with what is compared of them, group by group. */
export function prepare(groups) {
  return Object.entries(groups).map(([group, entries]) => entries.map(entry => {
    const names = Object.values(entry.names);
    const texts = [...names, ...entry.aliases].map((text, i) => ({text, folded: fold(text), alias: i >= names.length}));
    const all = [...texts.map(text => text.folded), ...Object.values(entry.where).map(fold)].join(' |');
    return {...entry, group, texts, all};
  }));
}

/** At most LIMIT finds for what was typed, group by group, the best first; `text` is the name that matched. */
export function find(index, typed, language) {
  const phrase = fold(typed);
  const words = typed.split(/\s+/).map(fold).filter(word => word !== ' ');
  if (!words.length) return [];
  const found = search(index, phrase, words, language);
  // Chinese is typed without spaces: failing all else, each character is a word.
  return found.length ? found : search(index, phrase, phrase.match(/ [^ ]+/g), language);
}

function search(index, phrase, words, language) {
  const grade = ({folded, alias}) =>
    folded === phrase && !alias ? 0 // a pair's aliases are names of its sides
    : folded.startsWith(phrase) ? 1
    : words.every(word => folded.includes(word)) ? 2
    : words.every(word => word.length > 3 && folded.includes(word.slice(1))) ? 3
    : Infinity;
  const judge = entry => {
    const far = words.every(word => entry.all.includes(word)) ? 4 : Infinity;
    const graded = entry.texts.map(name => ({text: name.text, grade: grade(name)}));
    const best = graded.reduce((a, b) => b.grade < a.grade ? b : a);
    const own = entry.names[language];
    const byOwn = best.grade === Infinity || graded.some(({text, grade}) => text === own && grade < Infinity);
    return {entry, text: byOwn ? own : best.text, grade: Math.min(best.grade, far)};
  };
  const groups = index.map(entries => entries.map(judge).filter(find => find.grade < Infinity)
    .sort((a, b) => a.grade - b.grade).map((find, turn) => ({...find, turn})));
  const loose = find => find?.grade >= LOOSE;
  const finds = groups.sort((a, b) => loose(a[0]) - loose(b[0])).flat();
  // Every group in turn gives its next best, so that none crowds out the others.
  const kept = [...finds].sort((a, b) => loose(a) - loose(b) || a.turn - b.turn).slice(0, LIMIT);
  return finds.filter(find => kept.includes(find));
}

export default function ({data, parentElement, setTriggerValue}) {
  const box = parentElement.querySelector('.box')?.box ?? build(parentElement);
  box.update(data, key => setTriggerValue('picked', key));
}

function build(parent) {
  const root = parent.appendChild(element('div', 'box'));
  const label = root.appendChild(element('label'));
  const input = root.appendChild(element('input'));
  const key = root.appendChild(element('kbd', '', '/'));
  const popup = root.appendChild(element('div', 'popup'));
  const list = popup.appendChild(element('div'));
  const line = popup.appendChild(element('p'));
  let data, pick, options = [], active = -1;

  label.htmlFor = input.id = 'finder';
  list.id = 'finds';
  key.ariaHidden = true;
  popup.popover = 'manual'; // in the top layer nothing clips it
  list.setAttribute('role', 'listbox');
  line.setAttribute('role', 'status');
  const attributes = {role: 'combobox', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false',
    'aria-autocomplete': 'list', 'aria-controls': 'finds', 'aria-expanded': 'false', 'aria-keyshortcuts': '/ Control+K'};
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

  const open = () => popup.matches(':popover-open');
  const close = () => {
    if (open()) popup.hidePopover();
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  };

  const activate = next => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = next;
    const option = options[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({block: active ? 'nearest' : 'center'});
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };

  const choose = option => {
    if (!option) return;
    input.value = '';
    close();
    pick(option.dataset.key);
  };

  const place = () => {
    if (!open()) return;
    const {left, right, top, bottom} = input.getBoundingClientRect();
    const below = innerHeight - bottom, upwards = below < 240 && top > below;
    const width = Math.min(Math.max(right - left, 380), innerWidth - 16);
    Object.assign(popup.style, {
      width: `${width}px`, left: `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`,
      top: upwards ? 'auto' : `${bottom + 4}px`, bottom: upwards ? `${innerHeight - top + 4}px` : 'auto',
      maxHeight: `${Math.min(560, (upwards ? top : below) - 12)}px`,
    });
  };

  const show = async () => {
    const typed = input.value;
    if (!typed.trim()) return close();
    let finds = [], message = data.ui.nothing;
    try {
      finds = find(await load(data.source), typed, data.language);
    } catch {
      message = data.ui.failed;
    }
    if (typed !== input.value || !input.matches(':focus')) return; // meanwhile there is something else to find
    list.replaceChildren(...grouped(finds, data));
    list.hidden = !finds.length;
    line.textContent = finds.length ? '' : message;
    options = [...list.querySelectorAll('[role=option]')];
    if (!open()) popup.showPopover();
    place();
    input.setAttribute('aria-expanded', String(finds.length > 0));
    active = -1;
    activate(finds.length ? 0 : -1);
  };

  input.oninput = show;
  input.onfocus = () => (load(data.source).catch(() => {}), show());
  input.onblur = close;
  input.onkeydown = event => {
    event.stopPropagation(); // Streamlit takes a bare "r" or "c" from inside a component for its own
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = options.length - 1;
    const act = {
      ArrowDown: () => open() ? activate(active < last ? active + 1 : 0) : show(),
      ArrowUp: () => open() ? activate(active > 0 ? active - 1 : last) : show(),
      Home: () => activate(0),
      End: () => activate(last),
      Enter: () => choose(options[active]),
      Escape: () => open() ? close() : input.value = '',
    }[event.key];
    if (!act || event.shiftKey || (!open() && /Home|End|Enter/.test(event.key))) return;
    event.preventDefault();
    act();
  };
  popup.onmousedown = event => event.preventDefault(); // the input keeps the focus
  list.onmousemove = event => {
    const over = options.indexOf(event.target.closest('[role=option]'));
    if (over >= 0 && over !== active) activate(over);
  };
  list.onclick = event => choose(event.target.closest('[role=option]'));

  return root.box = {
    input,
    popup,
    place,
    update(given, picked) {
      [data, pick, latest] = [given, picked, this];
      root.lang = data.language;
      label.textContent = list.ariaLabel = data.label;
      input.placeholder = data.placeholder;
    },
  };
}

/** The options under the names of their groups. */
function grouped(finds, {language, ui}) {
  const names = [...new Set(finds.map(find => find.entry.group))];
  return names.map(name => {
    const group = element('div');
    const title = group.appendChild(element('div', 'title', ui[name]));
    title.id = `group-${name}`;
    group.setAttribute('role', 'group');
    group.setAttribute('aria-labelledby', title.id);
    for (const {entry, text} of finds.filter(find => find.entry.group === name)) {
      const option = group.appendChild(element('div', 'option'));
      option.id = `find-${entry.key}`;
      option.dataset.key = entry.key;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      const line = option.appendChild(element('div', 'name', entry.names[language]));
      if (text !== entry.names[language]) line.append(' ', element('small', '', text));
      if (entry.where[language]) option.append(element('div', 'where', entry.where[language]));
    }
    return group;
  });
}

/** The index from its URL, or from the value itself; fetched again only after a failure. */
function load(source) {
  if (loaded.source !== source) loaded = {source, index: get(source).then(prepare)};
  loaded.index.catch(() => loaded = {});
  return loaded.index;
}

async function get(source) {
  if (typeof source !== 'string') return source;
  const answer = await fetch(new URL(source, document.baseURI), {cache: 'force-cache'}); // its name tells its content
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

function element(tag, className = '', text = '') {
  return Object.assign(document.createElement(tag), {className, textContent: text});
}
