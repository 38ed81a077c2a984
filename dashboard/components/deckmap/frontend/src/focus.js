// The focus: what is selected or under the pointer, what belongs to it, and how that changes colours.
import {fade, mix} from './colour.js';
import {keyOf} from './scene.js';

const endsOf = object => object.ends ?? [];

/** A tie between places below the pair of their regions. */
const isBelow = (tie, pair) => tie.places && pair.kind === 'pair' && endsOf(pair).every(id => endsOf(tie).includes(id));

/** Keys of an object and of all that hangs on it: a region's arcs and partners, an arc's two regions. */
export function relatedTo(object, scene) {
  const related = new Set([keyOf(object)]);
  const ids = new Set([object.id, ...endsOf(object)]);
  for (const other of [...scene.curves, ...scene.places]) {
    if (!endsOf(other).includes(object.id) && !endsOf(object).includes(other.id) && !isBelow(other, object)) continue;
    related.add(keyOf(other));
    for (const id of endsOf(other)) ids.add(id);
    for (const id of other.places ?? []) related.add(`place:${id}`);
  }
  for (const unit of scene.units) if (ids.has(unit.id)) related.add(keyOf(unit));
  for (const place of scene.places) if (endsOf(object).includes(place.id)) related.add(keyOf(place));
  return related;
}

/** Both are {kind, id} or null, and may name something that is not on the map. */
export function makeFocus(selected, hovered, scene) {
  const find = object => scene.objects.get(keyOf(object));
  const selectedObject = find(selected), hoveredObject = find(hovered);
  const selectedKey = keyOf(selected), hoveredKey = keyOf(hovered);
  const selectedRelated = selectedObject ? relatedTo(selectedObject, scene) : new Set();
  // What is pointed at speaks for the moment; what is selected stays lit all the same.
  const lit = hoveredObject ? relatedTo(hoveredObject, scene) : selectedRelated;
  const kept = selectedObject && [selectedKey, ...endsOf(selectedObject).map(id => `unit:${id}`)];
  const isLit = object => lit.has(keyOf(object)) || Boolean(kept?.includes(keyOf(object)));
  const accented = new Set(selectedObject ? kept : []);
  return {
    selected: selectedObject, hovered: hoveredObject,
    active: Boolean(selectedObject || hoveredObject),
    isSelected: object => keyOf(object) === selectedKey,
    isHovered: object => keyOf(object) === hoveredKey,
    isAccented: object => accented.has(keyOf(object)),
    isLit,
    isDimmed: object => lit.size > 0 && !isLit(object),
    /** Order of drawing and of right of way: 0 the rest, then lit, hovered, selected. */
    rank: object => (keyOf(object) === selectedKey ? 3 : keyOf(object) === hoveredKey ? 2 : isLit(object) ? 1 : 0)
  };
}

/** Outlines: of the selected region, of both regions of a selected arc, of the region pointed at. */
export function outlines(focus, scene) {
  if (!focus.active) return [];
  const pointed = unit => focus.isHovered(unit) || focus.hovered?.ends?.includes(unit.id);
  return scene.units
    .filter(unit => focus.isAccented(unit) || pointed(unit))
    .sort((a, b) => focus.isAccented(a) - focus.isAccented(b))
    .flatMap(unit => unit.polygons.flatMap(({rings}) =>
      rings.map(path => ({path, accent: focus.isAccented(unit)}))));
}

const NOTHING = [0, 0, 0, 0];

export function regionFill(unit, focus, palette) {
  if (!unit) return NOTHING;
  if (focus.isAccented(unit)) return palette.soft;
  const fill = unit.fill ?? NOTHING;
  if (focus.isHovered(unit)) return fill[3] === 0 ? mix(palette.land, palette.text, 0.1) : mix(fill, palette.text, 0.12);
  return fade(fill, (unit.dim ? 0.35 : 1) * (focus.isDimmed(unit) ? 0.5 : 1));
}

export function curveColour(curve, focus, palette) {
  const colour = curve.color ?? palette.text; // kept when selected: it says how close the two are
  if (focus.isSelected(curve) || focus.isHovered(curve)) return [...colour.slice(0, 3), 255];
  if (focus.active && focus.isLit(curve)) return fade([...colour.slice(0, 3), 255], curve.dim ? 0.35 : 1);
  return fade(colour, (curve.dim ? 0.25 : 1) * (focus.isDimmed(curve) ? 0.2 : 1));
}

export function curveWidth(curve, focus) {
  const width = curve.width ?? 2;
  return focus.isSelected(curve) ? Math.max(width + 1.5, 4) : focus.isHovered(curve) ? width + 1.5 : width;
}

export function placeColour(place, colour, focus, palette) {
  if (focus.isSelected(place)) return palette.accent;
  return fade(colour, (place.dim ? 0.3 : 1) * (focus.isDimmed(place) ? 0.25 : 1));
}
