// The answers of the browser's model to the questions on stdin, as JSON; test_model.py compares them with Python's.
import {readFileSync} from 'node:fs';
import {bondsAtEndOf} from '../../frontend/src/model/bonds.js';
import {select} from '../../frontend/src/model/filter.js';
import {byDate, byStage} from '../../frontend/src/model/list.js';
import {countLinks, countUnits, countYears, mainSectors} from '../../frontend/src/model/metrics.js';
import {after, fromQuery, parsed, toQuery, written} from '../../frontend/src/model/state.js';
import {CHOSEN, DIMENSIONS, readTable} from '../../frontend/src/model/table.js';
import {TextSearch} from '../../frontend/src/model/text.js';

const {columns, index, filters, years, visits} = JSON.parse(readFileSync(0, 'utf8'));
const table = readTable(columns), search = new TextSearch(index);

const object = map => Object.fromEntries(map);

function stagesOf(rows) {
  return object(byStage(table, rows).filter(({key}) => key).map(group => [group.key, group.rows]));
}

function viewOf(asked) {
  const filter = {...asked, ...object(CHOSEN.map(name => [name, new Set(asked[name])]))};
  const holding = search.find(filter.text), view = select(table, filter, holding);
  return {
    rows: view.rows,
    undated: view.undated,
    newest: byDate(table, view.rows),
    stages: {...object(table.options.stages.map(key => [key, []])), ...stagesOf(view.rows)},
    pairs: [...view.pairs],
    bonds: object(view.bonds),
    facets: object(DIMENSIONS.map(name => [name, object(table.options[name].map((key, at) => [key, view.facets[name][at]]))])),
    units: object(countUnits(table, view)),
    links: object(countLinks(table, view)),
    sectors: object(mainSectors(table, view.rows)),
    years: countYears(table, select(table, {...filter, years: null}, holding), filter.years_by),
  };
}

function addressesOf({address, language, events}) {
  let state = fromQuery(table, parsed(address), language);
  const addresses = [written(toQuery(table, state))];
  for (const event of events) {
    state = after(table, state, event);
    addresses.push(written(toQuery(table, state)));
  }
  return addresses;
}

const answers = {
  filters: filters.map(viewOf),
  years: years.map(([year, dated]) => object(bondsAtEndOf(table, year ?? undefined, dated))),
  visits: visits.map(addressesOf),
};
process.stdout.write(JSON.stringify(answers));
