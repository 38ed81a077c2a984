// Lists what a visitor cannot read: texts that lie over each other, and what is cut by a frame that does not say so.
() => {
  const SAID = '.frame .scroll, .grid .frame, .toolbar, .choice, .clamp, nav, input'; // say that there is more, or are read by moving in them
  const HIDDEN = '.unseen, .dm-list, .dm-off, .dm-clip, .stack, .stack *, .scroll th:first-child, svg, style, script, template';
  const faults = new Set(), texts = [];
  const above = element => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
  const named = element => `${element.localName}.${element.className} "${element.textContent.trim().slice(0, 40)}"`;

  function look(root) {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(HIDDEN) || !element.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
      if (element.shadowRoot) look(element.shadowRoot);
      const {overflowX, display, clipPath} = getComputedStyle(element);
      const isCut = overflowX !== 'visible' && display !== 'inline' && element.clientWidth > 3 && element.scrollWidth > element.clientWidth + 1;
      if (isCut && clipPath === 'none' && !element.matches(SAID)) faults.add(`cut: ${named(element)}`);
      if (!element.closest(HIDDEN)) for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && node.data.trim()) read(node, element);
    }
  }

  function read(node, element) {
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const {left, top, right, bottom} of range.getClientRects()) {
      const box = {element, left, top, right, bottom};
      for (let each = element; each; each = above(each)) {
        const {overflowX, position, display, clipPath} = getComputedStyle(each), frame = each.getBoundingClientRect();
        if (clipPath !== 'none') return;
        if (overflowX !== 'visible' && display !== 'inline' && each !== document.body && each !== document.documentElement) {
          for (const side of ['left', 'top']) box[side] = Math.max(box[side], frame[side]);
          for (const side of ['right', 'bottom']) box[side] = Math.min(box[side], frame[side]);
        }
        if (position === 'fixed') break;
      }
      if (box.right - box.left > 1 && box.bottom - box.top > 2) texts.push(box);
    }
  }

  look(document);
  texts.sort((a, b) => a.top - b.top);
  for (const [at, a] of texts.entries()) {
    for (const b of texts.slice(at + 1)) {
      if (b.top >= a.bottom) break;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - b.top;
      const least = Math.min(a.bottom - a.top, b.bottom - b.top);
      if (a.element !== b.element && wide > 2 && high > 0.4 * least) faults.add(`over each other: ${named(a.element)}, ${named(b.element)}`);
    }
  }
  return [...faults];
}
