// Pages of languages written from right to left are mirrored: styles name the start and end of a line, not left and right.
import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

const folder = new URL('../../src/', import.meta.url);
const UNMIRRORED = ['map/map.css', 'timeline/timeline.css']; // positions on the map, and on its axis of time
const SIDED = [
  /(?<![-\w])(left|right|(margin|padding|border)-(left|right)(-\w+)?):/, /(?<![-\w])(float|clear|text-align): (left|right)/,
  /gradient\(to (left|right)/,
];

/** @param {string} css */
const declared = css => css.replace(/\/\*.*?\*\//gs, '').matchAll(/[{;]\s*(?=([\w-]+: [^;{}]+))/g).map(([, found]) => found);

/** Values of a declaration, and those in brackets as one. @param {string} value */
const valuesOf = value => value.match(/(?:[^\s(]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+/g) ?? [];

/** @param {string} declaration */
function sided(declaration) {
  const [name, value] = declaration.split(/: (.*)/s), values = valuesOf(value);
  const box = /^(inset|margin|padding|border-(width|color|style)|scroll-(margin|padding))$/.test(name);
  return SIDED.some(form => form.test(declaration)) || (box && values.length === 4 && values[1] !== values[3]);
}

test('a style that is only right for pages from left to right is found', () => {
  const css = 'a { left: 0; margin: 0 1px 0 calc(2 * (1px + 1px)); } b { inset: 0 1px 0 1px; text-align: right; inset-inline-start: 0; }';
  assert.deepEqual([...declared(css)].filter(sided), ['left: 0', 'margin: 0 1px 0 calc(2 * (1px + 1px))', 'text-align: right']);
});

for (const file of globSync('**/*.css', {cwd: folder})) {
  if (UNMIRRORED.includes(file)) continue;
  test(`${file} names no side`, () => {
    assert.deepEqual([...declared(readFileSync(new URL(file, folder), 'utf8'))].filter(sided), []);
  });
}
