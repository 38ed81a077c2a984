// The line to Python: a click is never lost silently, and at rest nothing is sent.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {begin, due, readVersion, reduce} from '../../src/reload/state.js';

const on = option => ({do: 'choose', dimension: 'sectors', option, on: true});

/** A line with a clock that the test sets: `act` returns the effects of an input. */
class Line {
  state = begin('tab');
  now = 0;
  /** The effects of time alone, up to a moment: [[when, effect], ...]. */
  until(moment) {
    const done = [];
    while (due(this.state) <= moment) {
      this.now = Math.max(this.now, due(this.state));
      done.push(...this.act({type: 'tick'}).map(effect => [this.now, effect]));
    }
    this.now = moment;
    return done;
  }

  act(input) {
    const [state, effects] = reduce(this.state, input, this.now);
    this.state = state;
    return effects.filter(({type}) => type !== 'address').map(({type, port, message}) => type === 'send'
      ? `${port} ${message.first}:${message.events.map(event => event.option).join()}` : type);
  }

  tell = option => this.act({type: 'told', event: on(option)});
  hear = data => this.act({type: 'heard',
    data: {whole: false, version: 'v1', process: 'p1', tab: 'tab', seen: 0, address: './?lang=en', language: 'en', ui: {away: '', missing: ''}, ...data}});
  answer = (process, version) => this.act({type: 'answered', answer: process ? {process, version} : null});
  queued = () => this.state.queue.map(({event}) => event.option);
}

/** A line once both components are mounted and nothing has been sent. */
function mounted() {
  const line = new Line();
  assert.deepEqual([...line.hear({tab: ''}), ...line.hear({tab: '', whole: true})], []);
  return line;
}

/** The same without the request for the version. */
const sent = effects => effects.filter(([, effect]) => effect !== 'ask');

test('an event goes out at once, by the fast way, and is gone when it is confirmed', () => {
  const line = mounted();
  assert.deepEqual(line.tell('a'), ['line 1:a']);
  assert.deepEqual(line.queued(), ['a']);
  assert.deepEqual(line.hear({seen: 1}), []);
  assert.deepEqual(line.queued(), []);
  assert.deepEqual(sent(line.until(10)), []);
});

for (const [event, port] of [
  [{do: 'set', name: 'language', value: 'ru'}, 'whole'], [{do: 'set', name: 'layout', value: 'facing'}, 'whole'],
  [{do: 'open', page: 'data'}, 'whole'], [{do: 'address', path: '', query: 'lang=ru'}, 'whole'], [{do: 'set', name: 'selected', value: null}, 'line'], [{do: 'reset'}, 'line'],
]) test(`${JSON.stringify(event)} goes by the ${port} run, which draws all that it changes`, () => {
  assert.equal(mounted().act({type: 'told', event})[0].split(' ')[0], port);
});

test('one message is under way at a time; what is told meanwhile goes out with the confirmation', () => {
  const line = mounted();
  line.tell('a');
  assert.deepEqual([...line.tell('b'), ...line.tell('c')], []);
  assert.deepEqual(line.hear({seen: 1}), ['line 2:b,c']);
  assert.deepEqual(line.hear({seen: 3}), []);
});

test('an address stands for all that was to be told before it, and waits as long', () => {
  const line = mounted(), step = n => ({type: 'told', event: {do: 'address', path: '', query: `step=${n}`}});
  line.tell('a');
  line.act({type: 'disconnected'});
  for (let n = 1; n <= 500; n++) line.act(step(n));
  assert.deepEqual(line.state.queue, [{n: 501, event: step(500).event, at: 0}]);
  assert.equal(line.hear({seen: 1})[0].split(':')[0], 'whole 501');
  assert.deepEqual(line.hear({seen: 501}), []);
  assert.deepEqual(line.queued(), []);
});

test('the confirmation of a part does not end what is under way', () => {
  const line = mounted();
  line.tell('a');
  line.tell('b');
  line.hear({seen: 1});
  line.tell('c');
  assert.deepEqual(line.hear({seen: 1}), []);
  assert.deepEqual(line.hear({seen: 2}), ['line 3:c']);
});

test('what is told before the component is there goes out when it is', () => {
  const line = new Line();
  assert.deepEqual(line.tell('a'), []);
  assert.deepEqual(line.hear({tab: ''}), ['line 1:a']);
});

test('after four seconds without confirmation the banner shows, until there is one', () => {
  const line = mounted();
  line.tell('a');
  line.until(3999);
  assert.equal(line.state.away, false);
  line.until(4000);
  assert.deepEqual([line.queued(), line.state.away], [['a'], true]);
  line.hear({seen: 1});
  assert.equal(line.state.away, false);
});

test('each event has its own four seconds', () => {
  const line = mounted();
  line.tell('a');
  line.until(600);
  line.tell('b');
  line.until(4000);
  line.hear({seen: 1});
  assert.deepEqual([line.queued(), line.state.away], [['b'], false]);
  line.until(4600);
  assert.equal(line.state.away, true);
});

test('what is told while Streamlit is starting has its four seconds from then on', () => {
  const line = new Line();
  line.tell('a');
  line.until(9000);
  assert.equal(line.state.away, false);
  line.hear({seen: 0});
  line.until(12_999);
  assert.equal(line.state.away, false);
  line.until(13_000);
  assert.equal(line.state.away, true);
});

test('from then on all that is not confirmed is sent again through the whole run every two seconds', () => {
  const line = mounted();
  line.tell('a');
  line.until(500);
  line.tell('b');
  assert.deepEqual(sent(line.until(6500)),
    [[2000, 'whole 1:a,b'], [4000, 'whole 1:a,b'], [6000, 'whole 1:a,b']]);
  assert.deepEqual(line.hear({whole: true, seen: 2}), []);
  assert.deepEqual(sent(line.until(20_000)), []);
});

test('a lost connection shows after a second, and everything goes out as soon as there is one', () => {
  const line = mounted();
  line.act({type: 'disconnected'});
  line.until(900);
  assert.equal(line.state.away, false);
  line.act({type: 'disconnected'});
  line.until(1000);
  assert.equal(line.state.away, true);
  line.tell('a');
  assert.deepEqual(line.act({type: 'connected'}), ['whole 1:a']);
  assert.equal(line.state.away, false);
});

test('after a lost connection the page runs again even if nothing was told', () => {
  const line = mounted();
  assert.deepEqual(line.act({type: 'connected'}), [], 'the first connection is none that was lost');
  line.act({type: 'disconnected'});
  assert.deepEqual(line.act({type: 'connected'}), ['whole 1:']);
  assert.deepEqual(sent(line.until(10_000)), []);
});

test('a new session is told again what the old one did not confirm, by its numbers', () => {
  const line = mounted();
  line.tell('a');
  line.hear({seen: 1});
  line.tell('b');
  assert.deepEqual(line.hear({tab: '', seen: 0, process: 'p2'}), ['line 2:b']);
  line.hear({seen: 2, process: 'p2'});
  line.tell('c');
  assert.deepEqual(line.hear({tab: '', seen: 0, process: 'p2'}), ['line 3:c'], 'the same process, another session');
});

test('an old message that is drawn again is no new session', () => {
  const line = mounted();
  line.tell('a');
  line.hear({seen: 1});
  line.tell('b');
  assert.deepEqual(line.hear({tab: '', whole: true}), []);
  assert.deepEqual(line.hear({seen: 1}), []);
});

test('what another tab has told confirms nothing', () => {
  const line = mounted();
  line.tell('a');
  line.hear({tab: 'other', seen: 7});
  assert.deepEqual(line.queued(), ['a']);
});

test('another version has the page run again, every two seconds until the page shows it', () => {
  const line = mounted();
  assert.deepEqual(line.until(2000), [[2000, 'ask']]);
  assert.deepEqual(line.answer('p1', 'v1'), []);
  line.until(4000);
  assert.deepEqual(line.answer('p1', 'v2'), ['whole 1:']);
  line.hear({version: 'v2'});
  line.until(6000);
  assert.deepEqual(line.answer('p1', 'v2'), ['whole 1:'], 'the fragment alone does not make it so');
  line.hear({version: 'v2', whole: true});
  line.until(8000);
  assert.deepEqual(line.answer('p1', 'v2'), []);
});

test('another process has the page run again, with what is not confirmed', () => {
  const line = mounted();
  line.tell('a');
  line.until(2000);
  assert.deepEqual(line.answer('p2', 'v1'), ['whole 1:a']);
});

test('an answer is awaited before the next question, and a failure is no answer', () => {
  const line = mounted();
  assert.deepEqual(line.until(9000), [[2000, 'ask']]);
  assert.deepEqual(line.answer(), []);
  assert.deepEqual(line.until(12_000), [[11_000, 'ask']]);
});

test('nothing is asked before the component is there', () => {
  assert.equal(due(new Line().state), Infinity);
});

/** Ask for the version some times, and hear that there is no news. */
function calm(line, times, every) {
  for (let asked = 0; asked < times; asked++) {
    assert.deepEqual(line.until(line.now + every).map(([, effect]) => effect), ['ask']);
    assert.deepEqual(line.answer('p1', 'v1'), []);
  }
}

test('at rest nothing is sent, however long it takes, and after a minute the version is asked for less often', () => {
  const line = mounted();
  calm(line, 30, 2000);
  assert.deepEqual(line.until(line.now + 4999), []);
  calm(line, 1, 1);
  calm(line, 70, 5000);
});

test('an act, or news, has the version asked for often again', () => {
  const line = mounted();
  calm(line, 30, 2000);
  line.tell('a');
  line.hear({seen: 1});
  calm(line, 1, 5000);
  calm(line, 29, 2000);
  line.until(line.now + 5000);
  assert.deepEqual(line.answer('p1', 'v2'), ['whole 2:']);
  line.hear({seen: 1, version: 'v2', whole: true});
  assert.deepEqual(line.until(line.now + 2000).map(([, effect]) => effect), ['ask']);
});

test('a page that nobody sees does not ask; once it is seen, it asks at once', () => {
  const line = mounted();
  calm(line, 1, 2000);
  assert.deepEqual(line.act({type: 'shown', hidden: true}), []);
  assert.deepEqual(line.until(600_000), []);
  assert.deepEqual(line.act({type: 'shown', hidden: false}), ['ask']);
  assert.deepEqual(line.act({type: 'shown', hidden: true}), []);
  assert.deepEqual(line.answer('p1', 'v1'), []);
  assert.deepEqual(line.act({type: 'shown', hidden: false}), [], 'it has just asked');
  assert.deepEqual(line.until(line.now + 2000).map(([, effect]) => effect), ['ask']);
});

test('a page that nobody sees still sends what was not confirmed', () => {
  const line = mounted();
  line.act({type: 'shown', hidden: true});
  assert.deepEqual(line.tell('a'), ['line 1:a']);
  assert.deepEqual(line.until(2000), [[2000, 'whole 1:a']]);
});

for (const [ok, type, text, expected] of [
  [true, 'text/plain; charset=utf-8', 'p1 v1', {process: 'p1', version: 'v1'}],
  [true, 'text/plain', 'p1 v1\n', {process: 'p1', version: 'v1'}],
  [true, 'text/html; charset=utf-8', 'p1 v1', null],
  [true, null, 'p1 v1', null],
  [true, 'application/json', '"p1 v1"', null],
  [false, 'text/plain', 'Bad Gateway', null],
  [true, 'text/plain', '', null],
  [true, 'text/plain', 'v1', null],
  [true, 'text/plain', 'please log in first', null],
  [true, 'text/plainer', 'p1 v1', null],
]) test(`the answer ${JSON.stringify(text)} as ${type} is ${expected ? 'a' : 'no'} version`, () => {
  assert.deepEqual(readVersion(ok, type, text), expected);
});

test('the address follows what Python says, once it has heard all', () => {
  const line = mounted(), said = {whole: false, version: 'v1', process: 'p1', tab: 'tab', language: 'en', ui: {away: '', missing: ''}};
  const addresses = data => {
    const [state, effects] = reduce(line.state, {type: 'heard', data: {...said, ...data}}, line.now);
    line.state = state;
    return effects.filter(({type}) => type === 'address').map(({address}) => address);
  };
  line.tell('a');
  line.tell('b');
  assert.deepEqual(addresses({seen: 1, address: 'a'}), []);
  assert.deepEqual(addresses({seen: 2, address: 'a&b'}), ['a&b']);
  assert.deepEqual(addresses({seen: 1, address: 'a'}), [], 'an older run arrives last');
  assert.deepEqual(addresses({tab: '', seen: 0, process: 'p2', address: ''}), [], 'a new session has heard nothing yet');
});
