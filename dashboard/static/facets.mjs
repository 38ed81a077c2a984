// The filters: options with counts, years, words. Built once; afterwards only what changed is written.
const WAIT = 400; // ms after the last key until words are sent

export default function ({data, parentElement, setTriggerValue}) {
  const said = JSON.parse(new TextDecoder().decode(data));
  document.documentElement.lang = said.lang;
  const root = parentElement.querySelector('.facets') ?? parentElement.appendChild(el('div', {class: 'facets'}));
  root.report = (name, value) => setTriggerValue('changed', [name, value]);
  const frame = JSON.stringify(said, (name, value) => ['options', 'chosen', 'value'].includes(name) ? undefined : value)
    + JSON.stringify(said.groups.map(({options}) => options.map(([id, name]) => [id, name])));
  if (root.frame !== frame) {
    const focused = root.getRootNode().activeElement?.dataset?.key;
    root.frame = frame;
    root.replaceChildren(...build(said, root));
    if (focused) root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }
  fill(root, said);
}

function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children.filter(child => child !== undefined));
  return element;
}

function build({groups, years, text}, root) {
  return [
    ...(text ? [words(text, root)] : []),
    ...groups.map(group => section(group, root)),
    ...(years ? [span(years, root)] : []),
  ];
}

/** A group of options; a folded one opens by its title. */
function section({key, title, one, folded, options, marks = {}}, root) {
  const list = el('div', {class: one ? 'switch' : 'options', role: one ? 'radiogroup' : 'group', 'aria-label': title},
    ...options.map(([id, name]) => {
      const option = el('button', {type: 'button', 'data-key': `${key}:${id}`, ...(one && {role: 'radio'})},
        marks[id] && mark(marks[id]), el('span', {}, name), one ? undefined : el('b'));
      option.onclick = () => {
        if (one && option.getAttribute('aria-checked') === 'true') return;
        root.report(key, id);
        const state = one ? 'aria-checked' : 'aria-pressed';
        if (one) for (const each of list.children) each.setAttribute(state, each === option);
        else option.setAttribute(state, option.getAttribute(state) !== 'true'); // shown at once; the answer confirms it
      };
      return option;
    }));
  if (one) list.onkeydown = event => {
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...list.children], next = all[(all.indexOf(event.target) + step + all.length) % all.length];
    next.focus();
    next.click();
  };
  if (!folded) return el('section', {}, el('h3', {'aria-hidden': 'true'}, title), list);
  return el('details', {}, el('summary', {}, el('h3', {}, title)), list);
}

function mark({line, dash}) {
  const sample = el('i', {class: 'line', 'aria-hidden': 'true'});
  sample.style.setProperty('--tone', line);
  if (dash) sample.classList.add('dash');
  return sample;
}

function words({title, placeholder}, root) {
  const input = el('input', {type: 'search', 'data-key': 'text', placeholder, autocomplete: 'off', spellcheck: 'false'});
  let waiting;
  const send = () => {
    clearTimeout(waiting);
    if (input.value.trim() === root.sent) return;
    root.sent = input.value.trim();
    root.report('text', root.sent);
  };
  input.oninput = () => { clearTimeout(waiting); waiting = setTimeout(send, WAIT); };
  input.onchange = send;
  return el('section', {}, el('label', {}, el('h3', {}, title), input));
}

function span({title, from, to, first, last}, root) {
  const choices = [from, to].map((label, end) => {
    const choice = el('select', {'data-key': `years:${end}`, 'aria-label': `${title}: ${label}`});
    for (let year = first; year <= last; year++) choice.append(el('option', {value: year}, String(year)));
    choice.onchange = () => {
      const chosen = choices.map(each => Number(each.value));
      if (chosen[0] > chosen[1]) chosen[1 - end] = chosen[end];
      root.report('years', chosen);
    };
    return choice;
  });
  return el('section', {}, el('h3', {'aria-hidden': 'true'}, title), el('div', {class: 'years'}, choices[0], '–', choices[1]));
}

/** The numbers and what is chosen. */
function fill(root, {groups, years, text}) {
  for (const {key, one, options} of groups) {
    for (const [id, , count, chosen] of options) {
      const option = root.querySelector(`[data-key="${CSS.escape(`${key}:${id}`)}"]`);
      option.setAttribute(one ? 'aria-checked' : 'aria-pressed', Boolean(chosen));
      if (one) option.tabIndex = chosen ? 0 : -1;
      else if (option.lastChild.textContent !== String(count)) option.lastChild.textContent = count;
      if (chosen && option.closest('details')) option.closest('details').open = true;
    }
  }
  if (years) years.chosen.forEach((year, end) => (root.querySelector(`[data-key="years:${end}"]`).value = year));
  const input = root.querySelector('input');
  if (text && text.value !== root.sent && input.getRootNode().activeElement !== input) input.value = root.sent = text.value;
}
