// Asks the server what is wrong with a form while it is typed, and says so beside each field that was touched.
import {el} from '../shared/dom.js';

const PAUSE = 250; // ms without a key

/** @param {HTMLFormElement} form */
export function check(form) {
  const fields = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('[data-field]')]);
  /** @type {Set<string>} */
  const touched = new Set(fields.filter(field => said(field).textContent).map(name));
  const left = /** @type {HTMLElement} */ (form.querySelector('.left'));
  for (const field of fields) {
    said(field).id = `wrong-${name(field)}`;
    for (const control of field.querySelectorAll('input, textarea, select')) {
      if (control.closest('[data-field]') === field) control.setAttribute('aria-describedby', said(field).id);
    }
  }
  let timer = setTimeout(() => {}), asked = new AbortController();

  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    try {
      const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
      const answer = await fetch(form.dataset.check ?? '', {method: 'POST', body, signal: asked.signal});
      if (answer.ok) show(await answer.json());
    } catch (failed) {
      if (!(failed instanceof DOMException && failed.name === 'AbortError')) throw failed; // a newer question is under way
    }
  };

  /** @param {{fields: Record<string, string[]>, others: string[], dates: Record<string, string>}} found */
  const show = ({fields: wrong, others, dates}) => {
    for (const field of fields) {
      const own = wrong[name(field)] ?? [];
      said(field).textContent = touched.has(name(field)) ? own.join('; ') : '';
      const date = field.querySelector('output');
      if (date) date.textContent = dates[name(field)] ?? '';
    }
    form.querySelector('.others')?.replaceChildren(...others.map(each => el('li', {}, each)));
    const open = fields.filter(field => wrong[name(field)]);
    left.replaceChildren(...(open.length ? [left.dataset.left ?? '', ...open.flatMap((field, n) => [n ? left.dataset.between ?? '' : '', jump(field)])] : []));
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), PAUSE);
  };
  form.addEventListener('input', event => {
    touch(event);
    later();
  });
  form.addEventListener('focusout', event => {
    if (touch(event)) later();
  });
  void ask();

  /**
   * True for a field that was not touched before.
   * @param {Event} event
   */
  function touch({target}) {
    const field = target instanceof HTMLElement && target.closest('[data-field]');
    if (!field || touched.has(name(field))) return false;
    touched.add(name(field));
    return true;
  }
}

/** @param {Element} field */
const name = field => /** @type {HTMLElement} */ (field).dataset.field ?? '';

/** @param {Element} field */
const said = field => /** @type {Element} */ (field.querySelector(':scope > .wrong'));

/** @param {HTMLElement} field */
const jump = field => el('button', {type: 'button', onclick: () => {
  for (let around = field.closest('details'); around; around = around.parentElement?.closest('details') ?? null) around.open = true;
  /** @type {HTMLElement | null} */ (field.querySelector('input, textarea, select:not([hidden])'))?.focus();
}}, (field.querySelector('legend, label')?.firstChild?.textContent ?? '').trim());
