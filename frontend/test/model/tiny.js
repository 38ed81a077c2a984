// A tiny table for the tests, by hand: four pairs and seven records.
import {readTable} from '../../src/model/table.js';

export const columns = {
  languages: ['en', 'fr'],
  countries: ['A', 'B'],
  units: ['A-1', 'A-2', 'B-1', 'B-2'],
  places: {key: ['town', 'port'], unit: [0, 2]},
  pairs: {
    key: ['A-1_B-1', 'A-1_B-2', 'A-2_B-2', 'A_B-1'],
    sides: [['A-1', 'B-1'], ['A-1', 'B-2'], ['A-2', 'B-2'], ['A', 'B-1']],
    regional: [true, true, true, false],
  },
  // 2001, 2002-05, 2002-05/2010, 2012/.., 2017-03
  dates: {
    first: [20010101, 20020501, 20020501, 20120101, 20170301],
    last: [20011231, 20020531, 20101231, 0, 20170331],
  },
  records: {
    pair: [0, 0, 0, 0, 1, 2, 3],
    type: [0, 0, 2, 3, 5, 0, 0],
    sectors: [[1], [1, 0], [], [0], [], [0], [1]],
    stage: [-1, -1, -1, 1, -1, -1, -1],
    kind: [1, 0, 0, -1, -1, 0, 1],
    level: [0, 0, 1, 0, 0, 0, 0],
    claim: [1, 0, 6, 7, 5, 0, -1],
    begun: [1, 4, -1, 3, 0, -1, 3],
    ends: [2, -1, -1, 3, 0, -1, -1],
    places: [[], [], [0, 1], [], [], [], []],
  },
  years: [2001, 2017],
  stories: ['tea'],
  choices: {
    layout: ['facing', 'geographic'], colouring: ['closeness', 'sectors'], table: ['agreements', 'links'],
    extent: ['filtered', 'whole'], whole: ['', 'projects'], years_by: ['begun', 'in_force'],
  },
  types: ['agreements', 'contacts', 'links', 'projects', 'indicators', 'events'],
  ties: ['agreements', 'links', 'projects'],
  dated: ['agreements', 'contacts', 'links', 'projects', 'events'],
  options: {
    sectors: ['medicine', 'trade'],
    closeness: ['twinned', 'agreement', 'contacts', 'institutions', 'projects'],
    stages: ['talks', 'work'],
    levels: ['regions', 'cities'],
    kinds: ['twinning', 'memorandum'],
    undated: ['hide'],
  },
  colours: {sectors: {light: [], dark: []}, closeness: {light: [], dark: []}},
  dashed: [false, false, false, true, true],
  claims: [0, 1, 2, 3, 4, 2, 3, 4],
};

export const table = readTable(columns);

export const MEMORANDUM = 0, TWINNING = 1, TOWNS = 2, CLINIC = 3, MEETING = 4, UNDATED = 5, COUNTRY = 6;
