// The timeline: bars per year, a brush to choose years, play, rows of what is selected, and a list of the undated.
const part = name => import(new URL(`timeline-${name}.mjs${new URL(import.meta.url).search}`, import.meta.url));
const [{brush, slide, Player}, {drawRows, listUndated, element}] = await Promise.all(['choose', 'records'].map(part));

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const same = (a, b) => String(a) === String(b);

export default function ({data, parentElement, setTriggerValue}) {
  const chart = parentElement.querySelector('.timeline')?.chart ?? new Timeline(parentElement);
  chart.update(JSON.parse(new TextDecoder().decode(data)), setTriggerValue);
}

class Timeline {
  constructor(parent) {
    const root = this.root = element('section', 'timeline');
    root.chart = this;
    root.innerHTML = SKELETON;
    const part = name => root.querySelector(`.${name}`);
    for (const name of ['play', 'legend', 'span', 'all', 'undated', 'says', 'said', 'most', 'field', 'bars', 'ticks', 'big', 'rows', 'tip', 'popup']) this[name] = part(name);
    this.handles = [part('from'), part('to')];
    this.player = new Player(this);
    this.play.onclick = () => this.player.going ? this.player.pause() : this.player.run();
    this.all.onclick = () => (this.player.pause(), this.choose(this.whole));
    this.undated.popoverTargetElement = this.popup;
    this.popup.onbeforetoggle = event => event.newState === 'open' && listUndated(this);
    root.onkeydown = event => {
      event.stopPropagation(); // Streamlit takes a bare "r" or "c" from inside a component for its own
      if (event.key === 'Escape') this.cancel();
    };
    brush(this);
    this.handles.forEach((handle, end) => slide(this, handle, end));
    new ResizeObserver(([{contentRect}]) => this.label(contentRect.width)).observe(this.bars);
    parent.append(root);
  }

  update(data, trigger) {
    const before = this.data;
    Object.assign(this, {data, trigger, asked: null});
    this.whole = [data.first, data.first + data.counts.length - 1];
    this.years = (data.years ?? this.whole).map(year => clamp(year, ...this.whole)); // an address may ask for others
    if (before?.language !== data.language) this.speak();
    this.draw();
    this.undated.textContent = data.undated_says;
    this.undated.classList.toggle('nothing', !data.undated.length);
    if (before && !same(before.undated, data.undated) && this.popup.matches(':popover-open')) this.popup.hidePopover();
    if (!this.drag && !this.typing) this.show(this.years);
    this.player.hear(this.years);
  }

  speak() {
    const {ui, language} = this.data;
    this.root.lang = language;
    this.root.ariaLabel = ui.title;
    this.root.ariaDescription = this.span.title = ui.hint;
    this.all.textContent = ui.all;
    this.popup.ariaLabel = ui.undated_title;
    this.handles[0].ariaLabel = ui.from;
    this.handles[1].ariaLabel = ui.to;
    this.play.ariaLabel = this.play.title = this.player.going ? ui.pause : ui.play;
  }

  // Only what has changed is touched: most updates move some heights and nothing else.
  draw() {
    const {first, counts, kinds} = this.data;
    this.says.textContent = this.data.says;
    this.most.textContent = this.data.most;
    kinds.forEach(({colour}, kind) => this.root.style.setProperty(`--kind-${kind}`, colour));
    const names = kinds.map(kind => kind.name);
    if (!same(this.names, names)) {
      this.names = names;
      this.legend.replaceChildren(...names.map((name, kind) => toned(element('span', '', name), kind)));
    }
    if (!same(this.shape, [first, counts.length])) {
      this.shape = [first, counts.length];
      this.bars.replaceChildren(...counts.map(each => {
        const bar = element('div', 'year');
        bar.append(...each.map((_, kind) => toned(element('i'), kind)));
        return bar;
      }));
      this.ticks.replaceChildren(...counts.map((_, at) => element('span', '', first + at)));
      this.label(this.width);
    }
    const most = Math.max(1, ...counts.map(sum));
    counts.forEach((each, at) => each.forEach((n, kind) => {
      const style = this.bars.children[at].children[kind].style, height = n ? `max(2px, ${n / most * 100}%)` : '0px';
      if (style.height !== height) style.height = height;
    }));
    drawRows(this);
  }

  label(width) {
    if (!width) return;
    this.width = width;
    const step = [1, 2, 5, 10, 20, 50].find(years => years * width / this.data.counts.length >= 38);
    for (const tick of this.ticks.children) tick.hidden = tick.textContent % step !== 0;
  }

  // The years as they are shown, chosen or about to be.
  show([from, to]) {
    const {first, counts} = this.data;
    this.shown = [from, to];
    this.root.style.setProperty('--from', (from - first) / counts.length);
    this.root.style.setProperty('--to', (to + 1 - first) / counts.length);
    this.root.classList.toggle('some', !same(this.shown, this.whole));
    this.span.textContent = from === to ? from : `${from}–${to}`;
    this.big.textContent = to;
    this.shown.forEach((year, end) => {
      const handle = this.handles[end];
      handle.ariaValueMin = end ? from : first;
      handle.ariaValueMax = end ? this.whole[1] : to;
      handle.ariaValueNow = year;
      handle.ariaValueText = [year, ...this.counted(year)].join(', ');
    });
  }

  // Sends what is chosen, unless the server has said the same; true if there is an answer to wait for.
  choose(years) {
    this.show(years);
    if (same(years, this.asked ?? this.years)) return false;
    this.send(years);
    return true;
  }

  send(years) {
    this.asked = years;
    this.trigger('years', same(years, this.whole) ? null : years);
  }

  cancel() {
    if (this.drag) this.drag = null, this.show(this.years);
    this.point();
  }

  counted(year) {
    const {kinds, counts, first, language} = this.data;
    return counts[year - first].map((n, kind) => `${kinds[kind].name} ${n.toLocaleString(language)}`);
  }

  // Marks a year and tells its counts; without one, takes mark and tooltip away.
  pointYear(year) {
    const bar = this.bars.children[year - this.data.first];
    if (bar === this.pointed) return;
    this.point();
    this.pointed = bar;
    bar.classList.add('at');
    this.tell(bar, [String(year), ...this.counted(year)]);
  }

  point() {
    this.pointed?.classList.remove('at');
    this.pointed = null;
    if (this.tip.matches(':popover-open')) this.tip.hidePopover();
  }

  // The first line is the head; below the window's middle the tooltip stands above what it tells of.
  tell(target, [head, ...lines], x) {
    this.tip.replaceChildren(element('b', '', head), ...lines.map(line => element('span', '', line)));
    if (!this.tip.matches(':popover-open')) this.tip.showPopover();
    const at = target.getBoundingClientRect(), half = this.tip.offsetWidth / 2 + 6, upwards = at.top > innerHeight / 2;
    Object.assign(this.tip.style, {
      left: `${clamp(x ?? (at.left + at.right) / 2, half, innerWidth - half)}px`,
      top: upwards ? 'auto' : `${at.bottom + 6}px`, bottom: upwards ? `${innerHeight - at.top + 6}px` : 'auto',
    });
  }
}

const sum = counts => counts.reduce((a, b) => a + b, 0);

const toned = (item, kind) => (item.style.setProperty('--tone', `var(--kind-${kind})`), item);

const SKELETON = `
  <header>
    <button class="play" type="button"></button><div class="legend" aria-hidden="true"></div>
    <output class="span"></output><button class="all" type="button"></button><button class="undated" type="button"></button>
  </header>
  <p class="says unseen"></p><p class="said unseen" aria-live="polite"></p>
  <div class="body">
    <span class="most" aria-hidden="true"></span>
    <div class="field">
      <div class="bars" aria-hidden="true"></div><div class="ticks" aria-hidden="true"></div>
      <div class="handle from" role="slider" tabindex="0"></div><div class="handle to" role="slider" tabindex="0"></div>
      <div class="big" aria-hidden="true"></div>
    </div>
    <div class="rows"></div>
    <div class="veils" aria-hidden="true"><i></i><i></i></div>
  </div>
  <div class="tip" popover="manual" aria-hidden="true"></div>
  <div class="popup" popover="auto" role="dialog"></div>`;
