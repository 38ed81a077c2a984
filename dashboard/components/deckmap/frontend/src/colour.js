// Colours: CSS ones read into [r,g,b,a], mixed, faded, and the palette taken from Streamlit's theme.

const probe = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
probe.canvas.width = probe.canvas.height = 1;

/** Any CSS colour as [r,g,b,a]; the browser itself does the reading. */
export function parse(css, otherwise = [0, 0, 0, 255]) {
  if (!css || !CSS.supports('color', css)) return otherwise;
  probe.clearRect(0, 0, 1, 1);
  probe.fillStyle = css;
  probe.fillRect(0, 0, 1, 1);
  return [...probe.getImageData(0, 0, 1, 1).data];
}

export const mix = (a, b, share) => [0, 1, 2].map(i => Math.round(a[i] + (b[i] - a[i]) * share)).concat(255);

export const fade = ([r, g, b, a = 255], share) => [r, g, b, Math.round(a * share)];

/** A colour of Python's, [r,g,b(,a)] or CSS text, as CSS text that can do nothing but colour. */
export function toCss(colour) {
  const [r, g, b, a = 255] = Array.isArray(colour) ? colour.map(Number) : parse(String(colour));
  return `rgba(${r}, ${g}, ${b}, ${a / 255})`;
}

/** What the canvas needs of the theme; the page's custom properties are the source. */
export function palette(element) {
  const style = getComputedStyle(element);
  const read = (name, otherwise) => parse(style.getPropertyValue(name).trim(), otherwise);
  const background = read('--dm-background', [255, 255, 255, 255]);
  const text = read('--dm-text', [31, 41, 51, 255]);
  const accent = read('--dm-accent', [181, 52, 44, 255]);
  return {
    background, text, accent,
    land: mix(background, text, 0.07),
    soft: mix(background, accent, 0.2),
    key: [background, text, accent].join()
  };
}
