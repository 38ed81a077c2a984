// What every page says on paper: where it is from, if others find it there, and when it was printed.
import {addressForOthers} from './address.js';
import {isolated} from './borrowed.js';
import {numerals} from './numbers.js';

/** @param {string} locale as Babel writes it: en_GB */
export const imprint = locale => [
  addressForOthers(), new Date().toLocaleDateString(numerals(locale), {dateStyle: 'long', calendar: 'gregory'}),
].filter(Boolean).map(isolated).join(' · '); // an address keeps its order on a mirrored page
