// As much of a browser's page as the tests need: elements that keep what they are given, and an address with its theme.

/** An element, or any other node that holds others. */
class Element extends EventTarget {
  attributes = {};
  children = [];
  style = {setProperty: (name, value) => void (this.attributes[name] = value)};

  constructor(tag) {
    super();
    this.tag = tag;
  }

  append(...nodes) { this.children.push(...nodes); }
  appendChild(node) {
    this.append(node);
    return node;
  }

  setAttribute(name, value) { this.attributes[name] = value; }
  getAttribute(name) { return this.attributes[name]; }

  get textContent() { return this.children.map(child => child.textContent ?? child).join(''); }

  set textContent(text) { this.children = [text]; }
}

const held = {}, body = new Element('body');
let href = 'http://atlas/?theme=dark';

/** What a visitor has seen of addresses, in order: [true for a new entry of the history, the address]. */
export const written = [];

const write = entry => (_, __, to) => {
  href = new URL(to, href).href;
  written.push([entry, href.replace('http://atlas/', '')]);
};

Object.defineProperty(globalThis, 'navigator', {value: {language: 'fr-CA'}, configurable: true});
Object.assign(globalThis, {
  location: Object.defineProperties({}, Object.fromEntries(['href', 'pathname', 'search', 'hash'].map(name =>
    [name, {get: () => new URL(href)[name]}]))),
  history: {state: null, pushState: write(true), replaceState: write(false)},
  document: {
    baseURI: 'http://atlas/', documentElement: {lang: '', dataset: {theme: 'dark'}, hasAttribute: () => false}, body,
    createElement: tag => new Element(tag), querySelector: () => null, getElementById: id => held[id] ?? all('div', body).find(each => each.getAttribute('id') === id) ?? null,
  },
  matchMedia: () => new EventTarget(),
  MutationObserver: class { observe() {} },
  addEventListener: () => {},
  scrollTo: () => {},
});

/**
 * Let the page hold a text, as JSON.
 * @param {string} id
 * @param {unknown} value
 */
export const hold = (id, value) => void (held[id] = {textContent: JSON.stringify(value)});

/**
 * All elements with a tag inside of some nodes, in their order.
 * @param {string} tag
 * @param {...object} nodes
 */
export const all = (tag, ...nodes) => nodes.flatMap(node =>
  (node instanceof Element ? [...(node.tag === tag ? [node] : []), ...all(tag, ...node.children)] : []));

/** Their texts. */
export const textsOf = (tag, ...nodes) => all(tag, ...nodes).map(({textContent}) => textContent);
