// Times of the browser's model on the table and filters on stdin, in milliseconds, as JSON; model.py runs it.
import {readFileSync} from 'node:fs';
import {bondsAtEndOf} from '../../frontend/src/model/bonds.js';
import {select} from '../../frontend/src/model/filter.js';
import {CHOSEN, readTable} from '../../frontend/src/model/table.js';
import {TextSearch} from '../../frontend/src/model/text.js';

const {columns, index, filters} = JSON.parse(readFileSync(0, 'utf8'));

function timed(act) {
  const start = performance.now();
  act();
  return performance.now() - start;
}

let table, search;
const read = [timed(() => { table = readTable(columns); })];
const indexed = [timed(() => { search = new TextSearch(index); })];
const wanted = filters.map(asked => ({...asked, ...Object.fromEntries(CHOSEN.map(name => [name, new Set(asked[name])]))}));
const texts = wanted.filter(({text}) => text).map(({text}) => timed(() => search.find(text)));
const found = wanted.map(({text}) => search.find(text));
const views = () => wanted.map((filter, at) => timed(() => select(table, filter, found[at])));
const years = Array.from({length: 40}, (_, at) => 1990 + at);
console.log(JSON.stringify({
  'table read': read,
  'index read': indexed,
  'text found': texts,
  'filter, at first': views(),
  'filter, again': views(),
  'closeness of a year': years.map(year => timed(() => bondsAtEndOf(readTable(columns), year, false))),
}));
