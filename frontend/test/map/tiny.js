// A tiny map for the tests: West has a hole that contains Inner; a pair, a tie below it and a place join West and East.
import {buildScene} from '../../src/map/scene.js';

export const square = (x, y, size) => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]];

const feature = (code, ...polygons) =>
  ({type: 'Feature', properties: {code}, geometry: {type: 'MultiPolygon', coordinates: polygons}});

export const BLUE = [0, 0, 200, 255], RED = [200, 0, 0, 255], GREY = [90, 90, 90, 210];

export const message = {
  layout: 'facing', sheets: [{bounds: [0, 0, 1000, 500], scale_bars: [], urls: {}, rows: {}}], caption: '', summary: '',
  legend: [], ui: {},
  layers: [
    {'@@type': 'RegionLayer', id: 'regions'},
    {'@@type': 'BorderLayer', id: 'borders', getLineColor: [1, 2, 3, 255], lineWidth: 0.8},
    {'@@type': 'LineLayer', id: 'arcs'},
    {'@@type': 'LineLayer', id: 'ties'},
    {'@@type': 'PlaceLayer', id: 'places', getFillColor: [9, 9, 9, 255]},
    {'@@type': 'LabelLayer', id: 'labels'},
  ],
  ties: [{id: 'W_E/town/city', kind: 'link', ends: ['W', 'E'], places: ['town', 'city'],
    color: GREY, width: 1.2, name: 'Town — City', hint: ''}],
  styles: {
    regions: {
      W: {fill: BLUE, name: 'West', hint: '2 ties'}, I: {fill: BLUE, name: 'Inner', hint: ''},
      E: {fill: BLUE, name: 'East', hint: '2 ties\n1 pair'},
    },
    arcs: {W_E: {color: RED, width: 2, hint: 'Twinned'}, W_I: {color: RED, width: 2, hint: 'excluded', dim: true}},
    places: {town: {hint: '1 tie'}},
  },
};

export const rows = {
  regions: {type: 'FeatureCollection', features: [
    feature('W', [square(0, 0, 100), square(40, 40, 20)], [square(0, 120, 10)]),
    feature('I', [square(40, 40, 20)]),
    feature('E', [square(200, 0, 100)]),
  ]},
  borders: {type: 'FeatureCollection', features: [
    {type: 'Feature', properties: {}, geometry: {type: 'MultiLineString', coordinates: [square(0, 0, 100), square(200, 0, 100)]}},
  ]},
  arcs: [
    {id: 'W_E', kind: 'pair', ends: ['W', 'E'], name: 'West — East'},
    {id: 'W_I', kind: 'pair', ends: ['W', 'I'], name: 'West — Inner'},
    {id: 'gone', kind: 'pair', ends: ['W', 'E'], name: 'not in this view'},
  ],
  routes: {nodes: [[50, 20], [150, 20], [250, 20], [10, 90], [50, 50]], ways: {W_E: [0, 1, 2], W_I: [3, 4], gone: [0, 2]}},
  places: [
    {id: 'town', kind: 'place', position: [80, 80], radius: 3, name: 'Town', ends: ['W'], pairs: ['W_E']},
    {id: 'city', kind: 'place', position: [220, 80], radius: 3, name: 'City', ends: ['E'], pairs: ['W_E']},
  ],
  labels: [
    {id: 'W', kind: 'unit', text: 'West', position: [50, 30], priority: 102},
    {id: 'town', kind: 'place', text: 'Town', position: [80, 80], priority: 1},
    {id: 'city', kind: 'place', text: 'City', position: [220, 80], priority: 1},
  ],
};

export const scene = buildScene(message, rows, 0);
export const object = key => scene.objects.get(key);
export const palette = {background: [255, 255, 255, 255], text: [0, 0, 0, 255]};
