// The theme of the page: that of the address, else what Streamlit's menu says, else that of the system.
const system = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;

/** @returns {'light' | 'dark'} */
export const theme = () => (root.dataset.theme === 'dark' || root.dataset.theme === 'light' ? root.dataset.theme : system.matches ? 'dark' : 'light');

/** @type {string | undefined} of the screen, while the page is printed */
let screen;

/** @param {boolean} paper which is light, and has type of one size */
export function onPaper(paper) {
  root.toggleAttribute('data-paper', paper);
  if (paper) [screen, root.dataset.theme] = [root.dataset.theme, 'light'];
  else if (screen) root.dataset.theme = screen;
  else delete root.dataset.theme;
}

/** @param {() => void} act called when the theme changes */
export function hearTheme(act) {
  system.addEventListener('change', act);
  new MutationObserver(act).observe(root, {attributeFilter: ['data-theme']});
  watchStreamlit();
}

/** Streamlit writes its theme as the colour scheme of its app, once that is there, in rules that change with its class. */
function watchStreamlit() {
  const read = () => {
    const app = document.querySelector('.stApp'), scheme = app && getComputedStyle(app).colorScheme;
    if (scheme === 'light' || scheme === 'dark') root.dataset.theme = scheme;
    return app;
  };
  const watch = new MutationObserver(() => {
    const app = read();
    if (!app) return;
    watch.disconnect();
    new MutationObserver(read).observe(app, {attributeFilter: ['class']});
  });
  watch.observe(document.body, {childList: true, subtree: true});
}
