// The styles: nothing of Streamlit is named in them but the keys of our own containers.
import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

const root = new URL('../../src/', import.meta.url).pathname;
const sheets = globSync('**/*.css', {cwd: root});

for (const sheet of sheets) test(`${sheet} names no test id, no generated class and no theme of Streamlit`, () => {
  assert.deepEqual(readFileSync(root + sheet, 'utf8').match(/data-testid|emotion|--st-[\w-]+|\.st(?!App\b|-key-)[A-Z-]\w*/g), null);
});

test('there are styles to read', () => assert.ok(sheets.length > 5));
