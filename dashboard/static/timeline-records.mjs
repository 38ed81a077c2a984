// The records of the timeline: rows of what is selected, and the list of those without a date.
const NEAR = 7; // px within which a mark counts as pointed at
const LISTED = 5; // titles in a tooltip
let loaded = {}; // the titles last used, and where they came from

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** A row for each kind; only one that has changed is drawn anew. */
export function drawRows(chart) {
  const {rows} = chart.data, box = chart.rows;
  while (box.childElementCount > rows.length) box.lastChild.remove();
  rows.forEach((row, at) => {
    const line = box.children[at] ?? box.appendChild(newLine(chart)), drawn = JSON.stringify([row, chart.whole]);
    if (line.drawn !== drawn) fill(line, row, chart.data), line.drawn = drawn;
  });
}

function newLine(chart) {
  const line = element('div', 'row'), track = element('div', 'track');
  line.append(element('span', 'name'), track);
  line.tabIndex = 0;
  line.setAttribute('role', 'group');
  const go = at => {
    line.at = at;
    recite(chart, line, [line.marks[at]], track.children[at]).then(lines => chart.said.textContent = lines.join(', '));
  };
  track.onpointermove = track.onpointerdown = event => near(chart, line, event);
  track.onpointerleave = line.onblur = () => (line.pointing = null, chart.point());
  line.onfocus = () => line.matches(':focus-visible') && go(0);
  line.onkeydown = event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) event.preventDefault(), go(clamp(line.at + step, 0, line.marks.length - 1));
  };
  return line;
}

function fill(line, {name, colour, marks}, {first, counts, language}) {
  const [label, track] = line.children, at = year => `${clamp((year - first) / counts.length, 0, 1) * 100}%`;
  Object.assign(line, {marks, at: 0, ariaLabel: `${name}: ${marks.length.toLocaleString(language)}`});
  label.textContent = label.title = name;
  line.style.setProperty('--tone', colour);
  track.replaceChildren(...marks.map(([, start, end]) => {
    const mark = element('i', end === null ? 'open' : '');
    mark.style.left = at(start);
    mark.style.right = `calc(100% - ${at(end ?? Infinity)})`;
    return mark;
  }));
}

// Of the marks under the pointer those that begin there, else those that began last.
function near(chart, line, {clientX}) {
  const {left, width} = line.lastChild.getBoundingClientRect(), {first, counts} = chart.data;
  const year = first + (clientX - left) / width * counts.length, reach = NEAR / width * counts.length;
  const far = ([, start]) => Math.abs(start - year);
  const under = line.marks.filter(([, start, end]) => start - reach <= year && year <= Math.max(end ?? Infinity, start + reach));
  const begun = under.filter(mark => far(mark) <= reach);
  const found = (begun.length ? begun : under).sort((a, b) => far(a) - far(b));
  if (found.length) recite(chart, line, found, line, clientX);
  else line.pointing = null, chart.point();
}

// Shows titles and dates of some marks, unless the pointer is elsewhere by the time that they are here.
async function recite(chart, line, marks, target, x) {
  line.pointing = marks;
  const all = await titles(chart.data.titles);
  if (line.pointing !== marks || !line.isConnected) return [];
  const lines = marks.slice(0, LISTED).map(([number]) => all[number]).map(([title, , when]) => `${title} · ${when}`);
  if (marks.length > LISTED) lines.push(`+${marks.length - LISTED}`);
  chart.tell(target, [line.firstChild.textContent, ...lines], x);
  return lines;
}

/** Fills the list of the undated; a click on one selects its pair. */
export async function listUndated(chart) {
  const {undated, undated_more: more, ui} = chart.data, at = chart.undated.getBoundingClientRect();
  const upwards = at.top > innerHeight / 2;
  Object.assign(chart.popup.style, {
    right: `${clamp(innerWidth - at.right, 8, Math.max(8, innerWidth - 360))}px`,
    top: upwards ? 'auto' : `${at.bottom + 4}px`, bottom: upwards ? `${innerHeight - at.top + 4}px` : 'auto',
    maxHeight: `${Math.min(420, (upwards ? at.top : innerHeight - at.bottom) - 16)}px`,
  });
  const all = await titles(chart.data.titles);
  chart.popup.replaceChildren(element('b', '', ui.undated_title), ...undated.map(number => {
    const [title, kind, , pair, name] = all[number], item = element('button', 'item', title);
    item.append(element('small', '', `${kind} · ${name}`));
    item.onclick = () => (chart.popup.hidePopover(), chart.trigger('picked', pair));
    return item;
  }), element('small', '', more));
}

// The titles by number, from their URL or from the value itself; fetched again only after a failure.
function titles(source) {
  if (String(loaded.source) !== String(source)) loaded = {source, all: get(source)};
  loaded.all.catch(() => loaded = {});
  return loaded.all;
}

async function get(source) {
  if (typeof source !== 'string') return source;
  const answer = await fetch(new URL(source, document.baseURI), {cache: 'force-cache'}); // its name tells its content
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

export function element(tag, className = '', text = '') {
  return Object.assign(document.createElement(tag), {className, textContent: text});
}
