// The deck as pydeck describes it -> layer instances. Only the skeleton passes through JSONConverter:
// tables of data never do, so no text in them can be taken for an expression, a constant or a class.
import {JSONConverter} from '@deck.gl/json';
import {classes} from './layers.js';

// pydeck's '@@=' strings are for accessors; ours are properties of the data, so none is ever compiled.
const converter = new JSONConverter({
  configuration: {classes, convertFunction: text => text, log: null}
});

export function toLayers(deck) {
  // What is not a plain number, flag or colour has no business in the skeleton.
  const layers = deck.layers.map(layer => Object.fromEntries(
    Object.entries(layer).filter(([key, value]) => key === '@@type' || key === 'id' || isPlain(value))
  ));
  return converter.convert({layers}).layers.filter(Boolean);
}

const isPlain = value => ['number', 'boolean'].includes(typeof value)
  || (Array.isArray(value) && value.every(item => typeof item === 'number'));
