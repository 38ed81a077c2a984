// Every text of the interface on stdin for every number, as JSON; test_words.py compares them with Python's.
import {readFileSync} from 'node:fs';
import {speaker} from '../../frontend/src/shared/words.js';

const {languages, keys, numbers} = JSON.parse(readFileSync(0, 'utf8'));
const said = words => {
  const t = speaker(words);
  return Object.fromEntries(keys.map(key => [key, numbers.map(n => t(key, {n, done: n, year: n}))]));
};
process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(languages).map(([code, words]) => [code, said(words)]))));
