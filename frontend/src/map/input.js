// Pointer and keyboard on the map: hover, click, arrows, plus and minus. Dragging and the wheel are left to deck.gl.
/** @import {Camera} from './camera.js' */
/** @import {Point} from './types.js' */

const STILL = 5;    // px that the pointer may move during a click
const PAN = 60;     // px per press of an arrow key
const BRIEF = 800;  // ms, longer presses are not clicks

/**
 * @param {HTMLElement} stage
 * @param {Camera} camera
 * @param {object} handlers points in px of the stage
 * @param {(point: Point | null) => void} handlers.onHover
 * @param {(point: Point) => void} handlers.onClick
 * @param {() => void} handlers.onCancel
 * @param {(dragging: boolean) => void} handlers.onDrag
 * @returns {() => void} stops listening
 */
export function listen(stage, camera, {onHover, onClick, onCancel, onDrag}) {
  const abort = new AbortController();
  const always = {signal: abort.signal, capture: true};
  const pointOf = (/** @type {PointerEvent} */ {clientX, clientY}) => {
    const {left, top} = stage.getBoundingClientRect();
    return /** @type {Point} */ ([clientX - left, clientY - top]);
  };

  /** @type {{id: number, at: Point, time: number} | null} */
  let pressed = null;
  let fingers = 0;
  let frame = 0;
  /** @type {Point | null} */
  let last = null;
  const hoverSoon = (/** @type {Point | null} */ point) => {
    last = point;
    frame ||= requestAnimationFrame(() => { frame = 0; onHover(last); });
  };

  stage.addEventListener('pointerdown', event => {
    fingers += 1;
    // A second finger means pinching, which is never a click.
    pressed = fingers === 1 && event.button === 0
      ? {id: event.pointerId, at: pointOf(event), time: event.timeStamp} : null;
  }, always);
  stage.addEventListener('pointermove', event => {
    const point = pointOf(event);
    if (event.buttons && pressed && Math.hypot(point[0] - pressed.at[0], point[1] - pressed.at[1]) > STILL) {
      pressed = null;
      onDrag(true);
    }
    if (!event.buttons && event.pointerType !== 'touch') hoverSoon(point);
  }, always);
  stage.addEventListener('pointerleave', () => hoverSoon(null), {signal: abort.signal});
  const release = (/** @type {PointerEvent} */ event) => {
    fingers = Math.max(0, fingers - 1);
    onDrag(false);
    const click = pressed?.id === event.pointerId && event.type === 'pointerup'
      && event.timeStamp - pressed.time < BRIEF ? pressed.at : null;
    pressed = null;
    if (click) onClick(click);
  };
  // On the window: the button may be released outside the map.
  window.addEventListener('pointerup', release, always);
  window.addEventListener('pointercancel', release, always);

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowLeft: () => camera.panBy(-PAN, 0), ArrowRight: () => camera.panBy(PAN, 0),
    ArrowUp: () => camera.panBy(0, -PAN), ArrowDown: () => camera.panBy(0, PAN),
    '+': () => camera.zoomBy(1), '=': () => camera.zoomBy(1),
    '-': () => camera.zoomBy(-1), '_': () => camera.zoomBy(-1),
    0: () => camera.home(), Escape: onCancel
  };
  stage.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    keys[event.key]();
    event.preventDefault();
    event.stopPropagation(); // Streamlit has shortcuts of its own
  }, {signal: abort.signal});

  return () => { abort.abort(); cancelAnimationFrame(frame); };
}
