// What the stage shows of each visit on stdin, as JSON: the map, its ranked rows, the filters and the chips; test_stage.py
// compares them.
import {readFileSync} from 'node:fs';
import {rank, ranked} from '../../frontend/src/map/ranked.js';
import {select} from '../../frontend/src/model/filter.js';
import {fromQuery, parsed} from '../../frontend/src/model/state.js';
import {readTable} from '../../frontend/src/model/table.js';
import {TextSearch} from '../../frontend/src/model/text.js';
import {speaker} from '../../frontend/src/shared/words.js';
import {chips} from '../../frontend/src/bar/chips.js';
import {filtersOf} from '../../frontend/src/bar/filters.js';
import {mapOf} from '../../frontend/src/stage/map.js';

const {columns, index, languages, maps, visits} = JSON.parse(readFileSync(0, 'utf8'));
const table = readTable(columns), search = new TextSearch(index);

function shown({address, theme}) {
  const state = fromQuery(table, parsed(address), columns.languages[0]), words = languages[state.language];
  const t = speaker(words), view = select(table, state.filter, search.find(state.filter.text));
  const seen = {state, table, words, t, theme, view};
  const map = mapOf(seen, maps[state.layout][state.language]), {rows} = map.sheets[0], ranking = rank(map, rows);
  return {map, ranked: ranking && ranked(rows, ranking), filters: filtersOf(seen, true), chips: chips(seen)};
}

process.stdout.write(JSON.stringify(visits.map(shown)));
