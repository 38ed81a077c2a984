// The focus: the selected and the hovered object, and what belongs to them.
import {keyOf} from './scene.js';
/** @import {Focus, MapObject, Point, Scene, Selected} from './types.js' */

/** @param {Selected} object */
const endsOf = object => /** @type {readonly string[]} */ ('ends' in object ? object.ends : []);
/** @param {Selected} object */
const placesOf = object => /** @type {readonly string[]} */ ('places' in object ? object.places : []);

/** @param {Selected} object */
const pairsOf = object => /** @type {readonly string[]} */ ('pairs' in object ? object.pairs : []);

/**
 * True of a tie between places whose units form the pair.
 * @param {MapObject} tie
 * @param {MapObject} pair
 */
const isBelow = (tie, pair) =>
  tie.kind === 'link' && pair.kind === 'pair' && endsOf(pair).every(id => endsOf(tie).includes(id));

/**
 * Keys of an object and of everything connected with it: a unit's arcs and partners, an arc's two units, a place's
 * ties and the arcs of the pairs that they belong to.
 * @param {MapObject} object
 * @param {Scene} scene
 */
export function relatedTo(object, scene) {
  const related = new Set([keyOf(object)]);
  const ids = new Set([object.id, ...endsOf(object)]);
  for (const other of [...scene.curves, ...scene.places]) {
    if (![...endsOf(other), ...placesOf(other)].includes(object.id) && !pairsOf(object).includes(other.id)
      && !isBelow(other, object)) continue;
    related.add(keyOf(other));
    for (const id of endsOf(other)) ids.add(id);
    for (const id of placesOf(other)) related.add(`place:${id}`);
  }
  for (const unit of scene.units) if (ids.has(unit.id)) related.add(keyOf(unit));
  return related;
}

/**
 * @param {Selected | null | undefined} selected possibly not on the map
 * @param {Selected | null | undefined} hovered
 * @param {Scene} scene
 * @returns {Focus}
 */
export function makeFocus(selected, hovered, scene) {
  const selectedKey = keyOf(selected), hoveredKey = keyOf(hovered);
  const selectedObject = scene.objects.get(selectedKey), hoveredObject = scene.objects.get(hoveredKey);
  const subject = hoveredObject ?? selectedObject;
  // A hovered object determines what is dimmed; the selected one stays lit all the same.
  const related = subject ? relatedTo(subject, scene) : new Set();
  const accented = new Set(selectedObject ? [selectedKey, ...endsOf(selectedObject).map(id => `unit:${id}`)] : []);
  const lit = new Set([...related, ...accented]);
  /** @type {(object: Selected) => boolean} */
  const isSelected = object => keyOf(object) === selectedKey;
  /** @type {(object: Selected) => boolean} */
  const isHovered = object => keyOf(object) === hoveredKey;
  /** @type {(object: Selected) => boolean} */
  const isLit = object => lit.has(keyOf(object));
  return {
    selected: selectedObject, hovered: hoveredObject, active: Boolean(subject),
    isSelected, isHovered, isLit,
    isAccented: object => accented.has(keyOf(object)),
    isDimmed: object => lit.size > 0 && !isLit(object),
    rank: object => (isSelected(object) ? 3 : isHovered(object) ? 2 : isLit(object) ? 1 : 0)
  };
}

/**
 * The outlines drawn around the selected unit, both units of a selected arc, and the hovered unit.
 * @param {Focus} focus
 * @param {Scene} scene
 * @returns {{path: Point[], accent: boolean}[]} the selected ones last, above the rest
 */
export function outlines(focus, scene) {
  /** @type {(unit: Selected) => boolean} */
  const isPointedAt = unit =>
    focus.isHovered(unit) || Boolean(focus.hovered && endsOf(focus.hovered).includes(unit.id));
  const accented = scene.units.filter(focus.isAccented);
  const pointedAt = scene.units.filter(unit => isPointedAt(unit) && !focus.isAccented(unit));
  return [...pointedAt, ...accented].flatMap(unit => unit.polygons.flatMap(({rings}) =>
    rings.map(path => ({path, accent: focus.isAccented(unit)}))));
}
