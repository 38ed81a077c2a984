// The steps of a story as views of the atlas: which there are, their addresses, and the files that they need.
import {fromQuery, parsed, toQuery, written} from '../model/state.js';
import {fetchOnce} from '../shared/json.js';
/** @import {AtlasFiles, MapFile, Stories, StoryStep} from '../contract.js' */
/** @import {State, Table} from '../model/types.d.ts' */

/**
 * @typedef {object} Told a story that is told, about its subject if it has one
 * @property {string} title
 * @property {StoryStep[]} steps
 */

/**
 * The story of a state; null if it tells nothing. One with a variable is about what is selected, else about what has most.
 * @param {Stories} stories
 * @param {Pick<State, 'story' | 'selected'>} state
 * @returns {Told | null}
 */
export function toldIn({stories}, {story, selected}) {
  const found = stories.find(({id}) => id === story);
  if (!found) return null;
  const {title, subjects} = found, steps = subjects ? subjects[selected ?? ''] ?? Object.values(subjects)[0] : found.steps;
  return steps?.length ? {title, steps} : null;
}

/**
 * The number of the step of a state, from 1.
 * @param {Pick<State, 'step'>} state
 * @param {readonly StoryStep[]} steps
 */
export const stepOf = ({step}, {length}) => Math.min(Number(step ?? 1), length);

/**
 * The query of an address that presents a step.
 * @param {Table} table
 * @param {Pick<State, 'language' | 'story' | 'kiosk'>} state
 * @param {readonly StoryStep[]} steps
 * @param {number} step
 */
export function queryOf(table, {language, story, kiosk}, steps, step) {
  const view = fromQuery(table, parsed(steps[step - 1].query), language);
  return written(toQuery(table, {...view, story, step: String(step), kiosk}));
}

/**
 * Fetch the maps that steps show, for windows of every shape, so that no step waits.
 * @param {AtlasFiles} files
 * @param {Table} table
 * @param {string} language
 * @param {readonly StoryStep[]} steps
 */
export async function fetchSteps(files, table, language, steps) {
  const layouts = new Set(steps.map(({query}) => fromQuery(table, parsed(query), language).layout));
  for (const layout of layouts) {
    const file = /** @type {MapFile} */ (await fetchOnce(files.maps[layout][language]));
    await Promise.allSettled(file.sheets.flatMap(({urls}) => Object.values(urls)).map(fetchOnce));
  }
}
