// A control says for a moment what it has done.
const SHOWN = 3000; // ms

/** @type {WeakMap<HTMLElement, string>} what each control says while it says nothing of what it has done */
const names = new WeakMap();

/**
 * Let a control say what it has done, also to a screen reader, and afterwards its own name again.
 * @param {HTMLElement} control
 * @param {HTMLElement} status a live region
 * @param {string} text
 */
export function report(control, status, text) {
  const name = names.get(control) ?? control.textContent ?? '';
  names.set(control, name);
  control.textContent = status.textContent = text;
  setTimeout(() => {
    control.textContent = name;
    status.textContent = '';
  }, SHOWN);
}
