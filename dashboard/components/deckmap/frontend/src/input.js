// Pointer and keyboard on the map: hover, click, arrows, plus and minus. Dragging and wheel are deck.gl's.

const STILL = 5;    // px that a click may wander
const PAN = 60;     // px for one press of an arrow
const BRIEF = 800;  // ms after which a press is no click

/** Listens on the stage; calls onHover(point or null), onClick(point), onCancel(), onDrag(boolean). */
export function listen(stage, camera, {onHover, onClick, onCancel, onDrag}) {
  const abort = new AbortController();
  const on = (type, handler, options) => stage.addEventListener(type, handler, {signal: abort.signal, ...options});
  const pointOf = event => {
    const box = stage.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  let pressed = null;
  let fingers = 0;
  let frame = 0;
  let last = null;
  const hoverSoon = point => {
    last = point;
    frame ||= requestAnimationFrame(() => { frame = 0; onHover(last); });
  };

  on('pointerdown', event => {
    fingers += 1;
    // A second finger means pinching, which is never a click.
    pressed = fingers === 1 && event.button === 0
      ? {id: event.pointerId, at: pointOf(event), time: event.timeStamp} : null;
  }, {capture: true});
  on('pointermove', event => {
    const point = pointOf(event);
    if (event.buttons && pressed && distance(point, pressed.at) > STILL) {
      pressed = null;
      onDrag(true);
    }
    if (!event.buttons && event.pointerType !== 'touch') hoverSoon(point);
  }, {capture: true});
  // On the window: the button may be released outside of the map.
  const release = event => {
    fingers = Math.max(0, fingers - 1);
    onDrag(false);
    if (pressed?.id === event.pointerId && event.type === 'pointerup' && event.timeStamp - pressed.time < BRIEF) {
      onClick(pressed.at);
    }
    pressed = null;
  };
  window.addEventListener('pointerup', release, {signal: abort.signal, capture: true});
  window.addEventListener('pointercancel', release, {signal: abort.signal, capture: true});
  on('pointerleave', () => hoverSoon(null));

  const keys = {
    ArrowLeft: () => camera.panBy(-PAN, 0), ArrowRight: () => camera.panBy(PAN, 0),
    ArrowUp: () => camera.panBy(0, -PAN), ArrowDown: () => camera.panBy(0, PAN),
    '+': () => camera.zoomBy(1), '=': () => camera.zoomBy(1),
    '-': () => camera.zoomBy(-1), '_': () => camera.zoomBy(-1),
    0: () => camera.home(), Escape: onCancel
  };
  on('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    keys[event.key]();
    event.preventDefault();
    // Streamlit has keys of its own.
    event.stopPropagation();
  });

  return () => { abort.abort(); cancelAnimationFrame(frame); };
}

const distance = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);
