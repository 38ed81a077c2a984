// Writes src/contract.d.ts from the JSON Schemas in contract/, which `python -m tools.contract` writes.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {compile} from 'json-schema-to-typescript';

const folder = new URL('contract/', import.meta.url);
const schemas = readdirSync(folder).filter(file => file.endsWith('.json')).sort()
  .map(file => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

// The compiler knows only the older name for tuples.
const older = value =>
  Array.isArray(value) ? value.map(older)
  : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value)
      .map(([name, item]) => [name === 'prefixItems' ? 'items' : name, older(item)]))
  : value;

const $defs = Object.assign({}, ...schemas.map(schema => schema.$defs));
const text = await compile(older({$defs, type: 'object', properties: {}}), 'Contract', {
  additionalProperties: false,
  bannerComment: '// Written by `npm run contract` from contract/*.json; what each type means is said in dashboard/contract/.',
  unreachableDefinitions: true,
  format: true,
  style: {printWidth: 120, singleQuote: true},
});
const told = text // without the compiler's remarks on where a type comes from
  .replace(/( \*\n)? \* This interface was referenced by `Contract`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g, '')
  .replace(/^\/\*\*\n \*\/\n|^export interface Contract \{\}\n/gm, '');
writeFileSync(new URL('src/contract.d.ts', import.meta.url), told);
