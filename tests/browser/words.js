// Collects what a visitor reads or hears on a page from its first moment on, in `window.said`: texts, names, descriptions.
window.said = new Set();
const NAMES = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'];

function listen(root) {
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === 'style' || !element.checkVisibility({visibilityProperty: true})) continue;
    for (const name of NAMES) if (element.hasAttribute(name)) said.add(element.getAttribute(name));
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) said.add(node.data);
    if (element.shadowRoot) listen(element.shadowRoot);
  }
}

setInterval(() => {
  said.add(document.title);
  if (document.body) listen(document.body);
}, 100);
