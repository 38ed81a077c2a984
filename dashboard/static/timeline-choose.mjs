// How years of the timeline are chosen: by a brush, by two handles and their keys, and by playing through them.
const STEP = 900; // ms that a year stays at least while it plays
const HELD = 500; // ms without a step after a click elsewhere, whose answer is to come first
const TYPED = 350; // ms after the last key until what keys have chosen is sent
const KEYS = {ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 5, PageDown: -5, Home: -Infinity, End: Infinity};

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const same = (a, b) => String(a) === String(b);
const sleep = time => new Promise(done => setTimeout(done, time));

/** Drag over the years, drag a handle or what lies between them; a click is one year, two are all. */
export function brush(chart) {
  const {field, bars, handles} = chart;
  const yearAt = event => {
    const {left, width} = bars.getBoundingClientRect(), {first, counts} = chart.data;
    return clamp(first + Math.floor((event.clientX - left) / width * counts.length), ...chart.whole);
  };
  field.onpointerdown = event => {
    if (event.button) return;
    chart.player.pause();
    const at = yearAt(event), [from, to] = chart.shown, end = handles.indexOf(event.target);
    const inside = at >= from && at <= to, some = !same(chart.shown, chart.whole);
    chart.drag = {at, from, to, how: end >= 0 ? end : inside && some ? 'move' : 'new', grip: end >= 0 && inside};
    field.setPointerCapture(event.pointerId);
  };
  field.onpointermove = event => {
    const at = yearAt(event), {drag} = chart;
    if (!drag) return chart.pointYear(at);
    if (at === drag.at && !drag.moved) return;
    drag.moved = true;
    chart.point();
    const shift = clamp(at - drag.at, chart.whole[0] - drag.from, chart.whole[1] - drag.to);
    const other = [drag.to, drag.from][drag.how] ?? drag.at; // the end that stays
    chart.show(drag.how === 'move' ? [drag.from + shift, drag.to + shift] : [Math.min(at, other), Math.max(at, other)]);
  };
  field.onpointerup = () => {
    const {drag} = chart;
    chart.drag = null;
    if (drag && (drag.moved || !drag.grip)) chart.choose(drag.moved ? chart.shown : [drag.at, drag.at]);
  };
  field.onpointercancel = () => chart.cancel();
  field.onpointerleave = () => chart.point();
  field.ondblclick = () => chart.choose(chart.whole);
}

/** The keys of a handle; what several of them have chosen is sent once. */
export function slide(chart, handle, end) {
  const send = () => {
    clearTimeout(chart.typing);
    if (chart.typing) chart.typing = 0, chart.choose(chart.shown);
  };
  handle.onkeydown = event => {
    const step = KEYS[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    chart.player.pause();
    const years = [...chart.shown];
    years[end] = clamp(years[end] + step, end ? years[0] : chart.whole[0], end ? chart.whole[1] : years[1]);
    chart.show(years);
    chart.pointYear(years[end]);
    clearTimeout(chart.typing);
    chart.typing = setTimeout(send, TYPED);
  };
  handle.onfocus = () => handle.matches(':focus-visible') && chart.pointYear(chart.shown[end]);
  handle.onblur = () => (send(), chart.point());
}

/** Lets the years grow from the first one, or from the first chosen; goes on where it was paused. */
export class Player {
  constructor(chart) {
    this.chart = chart;
  }

  async run() {
    const {chart} = this, {first, counts} = chart.data, [from, to] = chart.years, last = chart.whole[1];
    const going = this.going = new AbortController();
    const escape = event => event.key === 'Escape' && this.pause();
    const hold = () => going.held = sleep(HELD);
    document.addEventListener('keydown', escape, {capture: true, signal: going.signal});
    document.addEventListener('click', hold, {capture: true, signal: going.signal});
    const start = same(chart.years, chart.whole) ? first + Math.max(0, counts.findIndex(each => each.some(Boolean))) : from;
    chart.root.classList.add('playing');
    chart.speak();
    for (let year = same(this.rest, chart.years) && to < last ? to : start; ; year++) {
      const waited = sleep(STEP);
      Object.assign(going, {asked: [from, year], before: chart.years});
      going.waiting = chart.choose(going.asked);
      if (going.waiting) await new Promise(done => going.answered = done);
      await waited;
      await going.held;
      if (this.going !== going) return;
      if (year === last || !chart.root.isConnected) return this.pause();
    }
  }

  pause() {
    if (!this.going) return;
    this.rest = this.going.asked;
    this.going.abort();
    this.going = null;
    this.chart.root.classList.remove('playing');
    this.chart.speak();
  }

  /** The server has said which years are chosen: those asked for, those before, or what someone chose meanwhile. */
  hear(years) {
    if (!this.going) return;
    const {asked, before, waiting, answered} = this.going;
    if (same(years, asked)) this.going.waiting = false, answered?.();
    else if (!same(years, before)) {
      this.pause();
      if (waiting) this.chart.send(years); // else the answer still to come would undo the choice
    }
  }
}
