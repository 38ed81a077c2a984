// Texts that the draft of a language borrows, and values set apart in a sentence, by the marks that
// dashboard/catalogue/borrowed.py sets and describes.
const MARKS = /[\u2066-\u2069\u{e0061}-\u{e007a}]/gu;
const MARK = /[\u2066\u2067]([\u{e0061}-\u{e007a}]+)|[\u2068\u2069]/gu;
const VALUE = '\u2068', END = '\u2069', MIRRORED = '\u2067';

/**
 * A text without its marks, for what cannot show them.
 * @param {string} text
 */
export const bare = text => text.replace(MARKS, '');

/**
 * A value set apart, so that its direction and that of the sentence around it leave each other alone.
 * @param {string} text
 */
export const isolated = text => (/^[\u2066-\u2068]/.test(text) ? text : VALUE + text + END);

/**
 * The language from which a text is borrowed, if it is.
 * @param {string} text
 */
export function lender(text) {
  const [found] = text.matchAll(MARK);
  return found?.index === 0 && found[1] ? codeOf(found[1]) : undefined;
}

/**
 * A text as nodes: what is borrowed in elements with its language.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function shown(text) {
  if (text.search(MARK) < 0) return [text];
  const top = document.createElement('bdi'), within = [{element: top, language: ''}];
  let at = 0;
  for (const mark of text.matchAll(MARK)) {
    const {element, language} = within[within.length - 1], before = text.slice(at, mark.index);
    const last = element.lastChild instanceof HTMLElement ? element.lastChild : null, begins = mark[1] && codeOf(mark[1]);
    at = mark.index + mark[0].length;
    if (begins && begins === last?.lang && !before.trim()) { // two sentences are one text
      last.append(before);
      within.push({element: last, language: begins});
      continue;
    }
    element.append(before);
    if (begins) {
      const inner = begins === language ? element : document.createElement('bdi');
      if (inner !== element) {
        Object.assign(inner, {className: 'borrowed', lang: begins, dir: mark[0][0] === MIRRORED ? 'rtl' : 'ltr'});
        element.append(inner);
      }
      within.push({element: inner, language: begins});
    } else if (mark[0] === VALUE) {
      element.append(VALUE);
      within.push({element, language: VALUE});
    } else if (within.length > 1 && within.pop()?.language === VALUE) element.append(END);
  }
  top.append(text.slice(at));
  return [...top.childNodes];
}

/** @param {string} tags */
const codeOf = tags => Array.from(tags, tag => String.fromCodePoint(/** @type {number} */ (tag.codePointAt(0)) - 0xe0000)).join('');
