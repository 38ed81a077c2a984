// Frames of tables that may be wider than the page: they say so, and can then be scrolled from the keyboard.

/** @param {HTMLElement[]} frames each with a `.scroll` in it */
export function watchFrames(frames) {
  const watcher = new ResizeObserver(entries => {
    for (const {target} of entries) mark(/** @type {HTMLElement} */ (target));
  });
  for (const frame of frames) {
    const scroll = inside(frame);
    scroll.onscroll = () => mark(frame);
    if (frame.dataset.shown === 'end') scroll.scrollLeft = scroll.scrollWidth * (getComputedStyle(scroll).direction === 'rtl' ? -1 : 1);
    watcher.observe(frame);
  }
}

/** @param {HTMLElement} frame */
const inside = frame => /** @type {HTMLElement} */ (frame.querySelector('.scroll'));

/** @param {HTMLElement} frame */
function mark(frame) {
  const scroll = inside(frame), hidden = scroll.scrollWidth - scroll.clientWidth;
  frame.classList.toggle('overflowing', hidden > 1);
  frame.classList.toggle('fading', hidden - Math.abs(scroll.scrollLeft) > 1);
  scroll.tabIndex = hidden > 1 ? 0 : -1;
}
