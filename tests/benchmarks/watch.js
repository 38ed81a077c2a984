// Runs in each page before anything else: when was the click, and when was its answer on the screen?
// "On the screen" is everywhere the start of the frame after the one that draws the answer.
const bench = (window.bench = {clicked: 0, painted: 0});
const big = 50_000; // bytes: outlines and arcs anew, and nothing else, need so many

addEventListener('click', event => (bench.clicked = event.timeStamp), {capture: true});
const afterFrames = (count, then) => (count ? requestAnimationFrame(() => afterFrames(count - 1, then)) : then());
const done = () => (bench.painted = performance.now());

/** The map of the atlas says itself when it is on the screen, two frames after it was given something new. */
bench.map = map => {
  new MutationObserver(done).observe(map, {attributeFilter: ['data-render']});
  if (map.dataset.ready === 'true') done();
};

/** Text in the page. */
bench.text = element => {
  new MutationObserver(() => afterFrames(2, done)).observe(element, {subtree: true, childList: true, characterData: true});
  afterFrames(2, done);
};

/** A map of deck.gl that says nothing: it uploads its geometry anew, then draws. */
bench.canvas = () => {
  const listen = (names, then) => names.forEach(name => {
    const original = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...values) {
      then(values);
      return original.apply(this, values);
    };
  });
  let uploaded = 0;
  listen(['bufferData', 'bufferSubData'], values => (uploaded += values.find(ArrayBuffer.isView)?.byteLength ?? 0));
  listen(['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'], () => {
    if (uploaded > big) afterFrames(1, done);
    uploaded = 0;
  });
};
