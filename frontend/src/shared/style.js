// Shadow roots with a style of their own, so that the parts of the page cannot disturb each other.
/** The mark of what a draft of a language borrows, wherever that may be. */
const BORROWED = '.borrowed { text-decoration: underline dotted 1px color-mix(in srgb, var(--quiet) 55%, transparent); text-underline-offset: .25em; }';

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
  for (const each of [BORROWED, css]) adopt(root, each);
}

/**
 * @param {ShadowRoot} root
 * @param {string} css
 */
function adopt(root, css) {
  const sheet = sheets.get(css) ?? new CSSStyleSheet();
  if (!sheets.has(css)) sheet.replaceSync(css);
  sheets.set(css, sheet);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
