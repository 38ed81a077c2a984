// The brush, handles, keys and player of the timeline, without a browser.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {BEGIN, due, FAST, framed, playing, reduce, STEP, TYPED} from '../../src/timeline/state.js';

const WHOLE = [2001, 2026];

/** A timeline with a clock that the test sets; `told` holds the years told, which the store answers at once. */
class Timeline {
  state = BEGIN;
  now = 0;
  told = [];
  constructor(years = WHOLE, begin = 2001) {
    this.begin = begin;
    this.hear(years);
  }

  act(type, rest = {}) {
    const [state, told] = reduce(this.state, {type, ...rest}, this.now);
    this.state = state;
    if (!told) return;
    this.told.push(told);
    this.hear(told);
  }

  hear = chosen => this.act('heard', {whole: WHOLE, begin: this.begin, chosen});

  wait(time) {
    const end = this.now + time;
    while (due(this.state) <= end) {
      this.now = Math.max(this.now, due(this.state));
      this.act('tick');
    }
    this.now = end;
  }

  drag(from, to, end = -1) {
    this.act('press', {year: from, end});
    for (let year = from; year !== to; year += Math.sign(to - from)) this.act('drag', {year});
    this.act('drag', {year: to});
    this.act('release');
  }

  keys(end, ...keys) {
    for (const key of keys) this.act('key', {end, key});
  }

  get shown() {
    return this.state.shown;
  }
}

test('a drag chooses years, either way, and tells them once', () => {
  const time = new Timeline();
  time.act('press', {year: 2005, end: -1});
  for (const year of [2006, 2010, 2016]) time.act('drag', {year});
  assert.deepEqual([time.shown, time.told], [[2005, 2016], []]);
  time.act('release');
  assert.deepEqual(time.told, [[2005, 2016]]);
  time.drag(2020, 2017);
  assert.deepEqual(time.told, [[2005, 2016], [2017, 2020]]);
});

test('a drag of what is chosen moves it, and stops at the ends', () => {
  const time = new Timeline([2005, 2016]);
  time.drag(2010, 2012);
  assert.deepEqual(time.shown, [2007, 2018]);
  time.drag(2015, 2001);
  assert.deepEqual(time.shown, [2001, 2012]);
});

test('while all years are chosen a drag draws new ones, wherever it begins', () => {
  const time = new Timeline();
  time.drag(2010, 2012);
  assert.deepEqual(time.told, [[2010, 2012]]);
});

test('a handle moves its end, beyond the other one too', () => {
  const time = new Timeline([2005, 2016]);
  time.drag(2016, 2022, 1);
  assert.deepEqual(time.shown, [2005, 2022]);
  time.drag(2005, 2003, 0);
  assert.deepEqual(time.shown, [2003, 2022]);
  time.drag(2022, 2002, 1);
  assert.deepEqual(time.shown, [2002, 2003]);
});

test('a click is one year, two are all; a click on a handle is nothing', () => {
  const time = new Timeline();
  time.drag(2023, 2023);
  assert.deepEqual(time.told, [[2023, 2023]]);
  time.drag(2023, 2023, 0);
  assert.deepEqual(time.told, [[2023, 2023]]);
  time.act('all');
  assert.deepEqual(time.told.at(-1), WHOLE);
});

test('a handle that lies beside its year is clicked like the year', () => {
  const time = new Timeline([2005, 2016]);
  time.drag(2017, 2017, 1);
  assert.deepEqual(time.told, [[2017, 2017]]);
});

test('a drag back to its year is still a drag; one that is cancelled is none', () => {
  const time = new Timeline([2005, 2016]);
  time.act('press', {year: 2020, end: -1});
  for (const year of [2022, 2020]) time.act('drag', {year});
  assert.deepEqual(time.shown, [2020, 2020]);
  time.act('cancel');
  time.act('release');
  assert.deepEqual([time.shown, time.told], [[2005, 2016], []]);
});

test('years that are chosen already are not told', () => {
  const time = new Timeline([2005, 2005]);
  time.act('press', {year: 2005, end: -1});
  time.act('release');
  assert.deepEqual(time.told, []);
});

test('years heard do not disturb a drag, nor keys', () => {
  const time = new Timeline();
  time.act('press', {year: 2003, end: -1});
  time.act('drag', {year: 2011});
  time.hear([2020, 2021]);
  assert.deepEqual(time.shown, [2003, 2011]);
  time.act('release');
  time.keys(0, 'ArrowRight');
  time.hear(WHOLE);
  assert.deepEqual(time.shown, [2004, 2011]);
});

test('keys move an end; what several of them choose is told once, after a pause or when the focus goes', () => {
  const time = new Timeline();
  time.keys(0, 'ArrowRight', 'ArrowRight', 'PageUp', 'ArrowLeft');
  assert.deepEqual([time.shown, time.told], [[2007, 2026], []]);
  time.wait(TYPED - 1);
  assert.deepEqual(time.told, []);
  time.wait(1);
  assert.deepEqual(time.told, [[2007, 2026]]);
  time.keys(1, 'Home');
  time.act('blur');
  time.act('blur');
  time.wait(TYPED);
  assert.deepEqual(time.told, [[2007, 2026], [2007, 2007]]);
  time.keys(1, 'End', 'ArrowUp');
  time.keys(0, 'Home', 'PageDown');
  time.wait(TYPED);
  assert.deepEqual(time.told.at(-1), WHOLE);
});

test('playing lets the years grow, each for its time', () => {
  const time = new Timeline(WHOLE, 2003);
  time.act('play');
  assert.deepEqual(time.told, [[2003, 2003]]);
  time.wait(STEP - 1);
  assert.equal(time.told.length, 1);
  time.wait(1);
  assert.deepEqual(time.told.at(-1), [2003, 2004]);
  time.wait(STEP * 2);
  assert.deepEqual(time.told.at(-1), [2003, 2006]);
});

test('at the other speed it takes half the time, from the next year on', () => {
  const time = new Timeline();
  time.act('play');
  time.act('speed');
  time.wait(STEP);
  assert.deepEqual(time.told.at(-1), [2001, 2002]);
  time.wait(STEP);
  assert.deepEqual([FAST, time.told.at(-1)], [2, [2001, 2004]]);
  time.act('speed');
  time.wait(STEP / 2);
  assert.deepEqual(time.told.at(-1), [2001, 2005]);
  time.wait(STEP / 2);
  assert.deepEqual(time.told.at(-1), [2001, 2005]);
});

test('it goes on where it was halted, begins anew after another choice, and ends with the last year', () => {
  const time = new Timeline();
  time.act('play');
  time.wait(STEP * 2);
  time.act('pause');
  time.wait(STEP * 3);
  assert.deepEqual([time.told.at(-1), playing(time.state), framed(time.state)], [[2001, 2003], false, true]);
  time.act('play');
  time.wait(STEP);
  assert.deepEqual(time.told.at(-1), [2001, 2004]);
  time.drag(2023, 2024);
  assert.deepEqual([playing(time.state), framed(time.state)], [false, false]);
  time.act('play');
  assert.deepEqual(time.told.at(-1), [2023, 2023]);
  time.wait(STEP * 4);
  assert.deepEqual([time.told.at(-1), playing(time.state)], [[2023, 2026], false]);
});

test('played to the end of all years, all are chosen and no year is shown large', () => {
  const time = new Timeline();
  time.act('play');
  time.wait(STEP * 26);
  assert.deepEqual([time.shown, playing(time.state), framed(time.state)], [WHOLE, false, false]);
});

test('a choice by someone else ends the play', () => {
  const time = new Timeline();
  time.act('play');
  time.wait(STEP);
  time.hear(WHOLE);
  assert.equal(playing(time.state), false);
  time.wait(STEP * 3);
  assert.equal(time.told.length, 2);
});

test('the same years heard once more end nothing', () => {
  const time = new Timeline();
  time.act('play');
  time.hear([2001, 2001]);
  time.wait(STEP);
  assert.deepEqual(time.told.at(-1), [2001, 2002]);
});

test('a step from all years leads to the first frame or to the last but one, and halts the play', () => {
  const time = new Timeline(WHOLE, 2003);
  time.act('step', {by: 1});
  assert.deepEqual(time.told, [[2003, 2003]]);
  time.act('step', {by: -1});
  assert.deepEqual(time.told, [[2003, 2003]], 'there is none before the first');
  time.act('step', {by: 1});
  assert.deepEqual([time.told.at(-1), framed(time.state)], [[2003, 2004], true]);
  time.act('play');
  time.wait(STEP);
  time.act('step', {by: -1});
  assert.deepEqual([time.told.at(-1), playing(time.state)], [[2003, 2004], false]);
  time.act('all');
  time.act('step', {by: -1});
  assert.deepEqual(time.told.at(-1), [2003, 2025]);
});

test('a step moves years that were brushed, up to the ends', () => {
  const time = new Timeline([2010, 2012]);
  time.act('step', {by: 1});
  assert.deepEqual([time.told, framed(time.state)], [[[2011, 2013]], false]);
  time.drag(2001, 2001);
  time.act('step', {by: -1});
  assert.deepEqual(time.told.at(-1), [2001, 2001]);
});

test('at rest nothing is waited for', () => {
  const time = new Timeline();
  time.drag(2003, 2011);
  assert.equal(due(time.state), Infinity);
});
