// Doubles every type size and nothing else, as a browser does whose zoom is set to text alone.
() => {
  const sizes = [];
  (function look(root) {
    for (const element of root.querySelectorAll('*')) {
      const {fontSize, lineHeight} = getComputedStyle(element);
      sizes.push([element.style, parseFloat(fontSize), parseFloat(lineHeight)]);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  })(document.body);
  for (const [style, size, line] of sizes) {
    style.fontSize = `${2 * size}px`;
    if (line) style.lineHeight = `${2 * line}px`;
  }
  dispatchEvent(new Event('resize'));
}
