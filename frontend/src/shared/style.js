// Shadow roots with a style of their own, so that the parts of the page cannot disturb each other.
/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * The shadow root of an element, with a style.
 * @param {HTMLElement} host
 * @param {string} css
 */
export function styled(host, css) {
  const sheet = sheets.get(css) ?? new CSSStyleSheet(), root = host.attachShadow({mode: 'open'});
  if (!sheets.has(css)) sheet.replaceSync(css);
  sheets.set(css, sheet);
  root.adoptedStyleSheets = [sheet];
  return root;
}
