// The brush, handles, keys and player of the timeline, without a browser.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {BEGIN, due, HELD, reduce, STEP, TYPED} from '../../src/timeline/state.js';

const WHOLE = [2001, 2026];

/** A timeline with a clock that the test sets; `told` holds the years sent, `answer` has Python report the last of them. */
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
    if (told) this.told.push(told);
  }

  hear(said, chosen = said) {
    this.said = said;
    this.act('heard', {whole: WHOLE, begin: this.begin, said, chosen});
  }

  answer = () => this.hear(this.told.at(-1));

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
  time.answer();
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

test('an answer does not disturb a drag, nor keys', () => {
  const time = new Timeline();
  time.act('press', {year: 2003, end: -1});
  time.act('drag', {year: 2011});
  time.hear([2020, 2021]);
  assert.deepEqual(time.shown, [2003, 2011]);
  time.act('release');
  time.answer();
  time.keys(0, 'ArrowRight');
  time.hear(WHOLE);
  assert.deepEqual(time.shown, [2004, 2011]);
});

test('what is told shows until Python says it, or it is late', () => {
  const time = new Timeline();
  time.drag(2003, 2011);
  time.hear(WHOLE, [2003, 2011]);
  assert.deepEqual(time.shown, [2003, 2011]);
  time.hear(WHOLE);
  assert.deepEqual(time.shown, WHOLE);
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

test('playing lets the years grow, each for its time and not before Python has said it', () => {
  const time = new Timeline(WHOLE, 2003);
  time.act('play');
  assert.deepEqual(time.told, [[2003, 2003]]);
  time.wait(STEP * 5);
  assert.equal(time.told.length, 1, 'waits for the answer');
  time.answer();
  time.wait(0);
  assert.deepEqual(time.told.at(-1), [2003, 2004]);
  time.answer();
  time.wait(STEP - 1);
  assert.equal(time.told.length, 2);
  time.wait(1);
  assert.deepEqual(time.told.at(-1), [2003, 2005]);
});

/** Play on for some years, each answered at once. */
function playOn(time, years) {
  for (let year = 0; year < years; year++) {
    time.answer();
    time.wait(STEP);
  }
}

test('it goes on where it was paused, begins anew after another choice, and ends with the last year', () => {
  const time = new Timeline();
  time.act('play');
  playOn(time, 2);
  time.answer();
  time.act('pause');
  time.wait(STEP * 3);
  assert.deepEqual([time.told.at(-1), time.state.player], [[2001, 2003], null]);
  time.act('play');
  playOn(time, 1);
  assert.deepEqual(time.told.at(-1), [2001, 2004]);
  time.answer();
  time.drag(2023, 2024);
  assert.equal(time.state.player, null);
  time.answer();
  time.act('play');
  assert.deepEqual(time.told.at(-1), [2023, 2023]);
  playOn(time, 4);
  assert.deepEqual([time.told.at(-1), time.state.player], [[2023, 2026], null]);
});

test('a choice by someone else ends the play', () => {
  const time = new Timeline();
  time.act('play');
  playOn(time, 1);
  time.answer();
  time.hear(WHOLE);
  assert.equal(time.state.player, null);
  time.wait(STEP * 3);
  assert.equal(time.told.length, 2);
});

test('so does one that is told and not confirmed yet', () => {
  const time = new Timeline();
  time.act('play');
  time.hear([2001, 2001], WHOLE);
  assert.equal(time.state.player, null);
});

test('an answer to something else is no choice, and a late one ends nothing', () => {
  const time = new Timeline();
  time.act('play');
  time.hear(WHOLE, [2001, 2001]);
  time.hear(WHOLE);
  assert.notEqual(time.state.player, null);
  time.answer();
  time.wait(STEP);
  assert.deepEqual(time.told.at(-1), [2001, 2002]);
});

test('playing right after a choice waits for both', () => {
  const time = new Timeline();
  time.drag(2010, 2015);
  time.act('play');
  assert.deepEqual(time.told, [[2010, 2015], [2010, 2010]]);
  time.hear([2010, 2015], [2010, 2010]);
  assert.notEqual(time.state.player, null);
  time.answer();
  time.wait(STEP);
  assert.deepEqual(time.told.at(-1), [2010, 2011]);
});

test('a click elsewhere holds the next step, so that its answer comes first', () => {
  const time = new Timeline();
  time.act('play');
  time.answer();
  time.wait(STEP - 100);
  time.act('elsewhere');
  time.wait(HELD - 1);
  assert.equal(time.told.length, 1);
  time.wait(1);
  assert.equal(time.told.length, 2);
});

test('at rest nothing is waited for', () => {
  const time = new Timeline();
  time.drag(2003, 2011);
  time.answer();
  assert.equal(due(time.state), Infinity);
});
