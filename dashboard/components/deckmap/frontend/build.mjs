// Bundles src/ into one module under dashboard/static and writes the licences of what went into it.
import {build} from 'esbuild';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', '..', '..', 'static');
const bundle = join(out, 'deckmap.mjs');
const limit = 1.1e6;

const {metafile} = await build({
  absWorkingDir: here,
  entryPoints: ['src/main.js'],
  outfile: bundle,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  define: {'process.env.NODE_ENV': '"production"'},
  banner: {js: '// Built from dashboard/components/deckmap/frontend by `make component`; licences: deckmap.LICENSES.txt'},
  legalComments: 'none',
  metafile: true
});

// Only packages whose code is really in the bundle are named, each with its own licence text.
const output = Object.values(metafile.outputs)[0];
const packages = new Set();
for (const [path, {bytesInOutput}] of Object.entries(output.inputs)) {
  const name = path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1];
  if (name && bytesInOutput) packages.add(name);
}

// A few packages publish no licence file; those of the vis.gl family share deck.gl's MIT text.
const names = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license'];
const licenceFile = folder => names.map(name => join(folder, name)).find(existsSync);
const family = licenceFile(join(here, 'node_modules', '@deck.gl', 'core'));
const notices = [...packages].sort().map(name => {
  const folder = join(here, 'node_modules', name);
  const {version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = licenceFile(folder) ?? (/^@(deck|luma|loaders|math|probe)\.gl\//.test(name) && license === 'MIT' && family);
  if (!file) throw new Error(`no licence text for ${name}`);
  return `${name} ${version} (${license})\n\n${readFileSync(file, 'utf8').trim()}\n`;
});
writeFileSync(join(out, 'deckmap.LICENSES.txt'), [
  'deckmap.mjs contains code of the following packages, under these licences.\n', ...notices
].join(`\n${'-'.repeat(78)}\n\n`));

if (output.bytes > limit) throw new Error(`the bundle has ${output.bytes} bytes, more than ${limit}`);
console.log(`${relative(process.cwd(), bundle)}: ${output.bytes} bytes, ${packages.size} packages`);
