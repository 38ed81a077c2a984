// Runs in each page before anything else: when was the click, and when was its answer on the screen?
// "On the screen" is everywhere the start of the second frame after the one in which the answer was drawn.
// WATCHED is what visit.py fills in: how the map is drawn, the selectors of the map and of the panel, and how many paths
// a map has that can be clicked.
const {drawn, map, panel, paths} = WATCHED;
const big = 50_000; // bytes: outlines and lines anew, and nothing else, need so many

const bench = (window.bench = {clicked: 0, ready: 0, painted: 0, listed: 0, wanted: ''});
const now = () => performance.now();
const afterFrames = (count, then) => (count ? requestAnimationFrame(() => afterFrames(count - 1, then)) : then());
const painted = () => {
  bench.painted = now();
  if (document.querySelectorAll(`${map} path`).length >= paths) bench.ready ||= bench.painted;
};

addEventListener('click', event => (bench.clicked = event.timeStamp), {capture: true});

const draws = {
  // The map of the atlas says it itself, after two frames.
  told: ({attributeName}) => attributeName === 'data-render' && painted(),
  changed: () => afterFrames(2, painted),
  // WebGL tells nobody: see below.
  canvas: () => {},
};

const closest = ({target}, selector) => (target.closest ? target : target.parentElement)?.closest(selector);
const inside = {attributes: true, characterData: true, childList: true, subtree: true};
const observer = new MutationObserver(records => {
  const change = records.findLast(record => closest(record, map));
  if (change) draws[drawn](records.findLast(record => record.attributeName === 'data-render') ?? change);
  const list = panel && records.map(record => closest(record, panel)).find(Boolean);
  if (bench.wanted && list?.textContent.includes(bench.wanted)) {
    bench.wanted = '';
    afterFrames(2, () => (bench.listed = now()));
  }
});
observer.observe(document, inside);
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  observer.observe(root, inside);
  return root;
};

if (drawn === 'canvas') { // deck.gl uploads its geometry anew, then draws
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
    if (uploaded > big) afterFrames(2, painted);
    uploaded = 0;
  });
}
