// Shadow roots with a style of their own, so that the parts of the page cannot disturb each other.
/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * The shadow root of an element, with a style.
 * @param {HTMLElement} host
 * @param {string} css
 */
export function styled(host, css) {
  const root = host.attachShadow({mode: 'open'});
  style(root, css);
  return root;
}

/**
 * Add a style to a shadow root that lacks it.
 * @param {ShadowRoot} root
 * @param {string} css
 */
export function style(root, css) {
  const sheet = sheets.get(css) ?? new CSSStyleSheet();
  if (!sheets.has(css)) sheet.replaceSync(css);
  sheets.set(css, sheet);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
