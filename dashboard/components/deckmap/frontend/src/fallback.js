// Without WebGL: the picture that the server has drawn, with the list beside it to choose from.
import {el} from './skeleton.js';

export function showFallback(parts, {fallback, ui}) {
  parts.root.classList.add('dm-flat');
  parts.list.classList.add('dm-always');
  parts.stage.querySelector('.dm-fallback')?.remove();
  for (const part of [parts.canvas, parts.bars, parts.labels]) part.style.display = 'none';
  if (fallback) {
    // In an <img> an SVG can neither run scripts nor load anything.
    const image = el('img', {class: 'dm-fallback', alt: ui.map});
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(fallback)}`;
    parts.stage.append(image);
  }
  parts.message.textContent = fallback ? '' : ui.nowebgl;
}
