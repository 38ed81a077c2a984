// Builds a script and a style for each folder of src/ into dashboard/static/build, with a manifest that Python reads.
import {build} from 'esbuild';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const shared = join(here, 'src', 'shared');
const out = join(here, '..', 'dashboard', 'static', 'build');
const LIMIT = 1.12e6; // bytes of all scripts that browsers fetch
const ALONE = ['onefile', 'unpack']; // scripts of a page without a server: its own, and the one that unpacks it

// src/shared/ becomes one script that all components import: it is loaded and run once, so there is one line to Python.
const together = {
  name: 'together',
  setup({onResolve, onLoad}) {
    const files = readdirSync(shared).filter(file => file.endsWith('.js')).sort();
    const contents = [...files.map(file => `export * from './${file}';`), "export {default} from './mount.js';"].join('\n');
    onResolve({filter: /^together$/}, () => ({path: 'together', namespace: 'together'}));
    onLoad({filter: /./, namespace: 'together'}, () => ({contents, resolveDir: shared}));
  },
};
const common = await bundle({shared: 'together'}, together);
const sharedFile = basename(common.outputFiles[0].path);
const apart = {
  name: 'apart',
  setup: ({onResolve}) => onResolve({filter: /^\.\.\/shared\/\w+\.js$/}, ({importer}) =>
    importer.includes('node_modules') ? undefined : {path: `./${sharedFile}`, external: true}),
};

// The canvas of the map is large, and loaded later: the stage, which starts before Streamlit, has none of it.
const CANVAS = 'canvas';
const canvas = await bundle({[CANVAS]: 'src/map/canvas.js'}, apart, {splitting: true, chunkNames: '[name]-[hash]'});
const canvasFile = basename(canvas.outputFiles.find(({path}) => basename(path).startsWith(`${CANVAS}-`)).path);
const later = {
  name: 'later',
  setup: ({onResolve}) => {
    apart.setup({onResolve});
    onResolve({filter: /^\.\/canvas\.js$/}, () => ({path: `./${canvasFile}`, external: true}));
  },
};

// The entry of a component is its index.js, which brings the styles of its parts along as text; the page itself has only a
// style.
const STAGE = 'stage';
const entryPoints = Object.fromEntries(readdirSync(join(here, 'src')).sort().flatMap(name =>
  ['index.js', 'page.css'].map(file => `src/${name}/${file}`).filter(file => existsSync(join(here, file)))
    .map(file => [name, file])));
const {[STAGE]: stageEntry, page, ...others} = entryPoints;
const isAlone = ([name]) => ALONE.includes(name);
const isUnfetched = entry => isAlone(entry) || entry[0] === 'desk'; // which editors alone fetch
const mounted = Object.fromEntries(Object.entries(others).filter(entry => !isAlone(entry)));
const whole = Object.fromEntries(Object.entries(others).filter(isAlone));
const asText = {loader: {'.css': 'text'}};

// A page without a server cannot import by URL: all is in one script, which draws without the canvas. Dashes are escaped,
// since a template would bind them to the word before.
const alone = {
  name: 'alone',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^\.\/canvas\.js$/}, () => ({path: CANVAS, namespace: 'none'}));
    onLoad({filter: /./, namespace: 'none'}, () => ({contents: "throw new Error('no canvas in a single file')"}));
  },
};
const bundles = [
  common, canvas, await bundle({page}, apart), await bundle(mounted, apart, asText), await bundle({[STAGE]: stageEntry}, later, asText),
  await bundle(whole, alone, {...asText, format: 'iife', charset: 'ascii'}),
];

// Python draws stills of the map with the same code, in an engine without a page: one classic script.
const STILL = 'still';
bundles.push(await bundle({[STILL]: 'src/still/still.js'}, {name: 'whole', setup() {}}, {format: 'iife', globalName: STILL}));
entryPoints[STILL] = `src/${STILL}/still.js`;

const outputs = Object.assign({}, ...bundles.map(({metafile}) => metafile.outputs));
rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
for (const {path, contents} of bundles.flatMap(({outputFiles}) => outputFiles)) writeFileSync(path, contents);
writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
writeFileSync(join(out, 'LICENSES.txt'), licences());

const fetched = Object.entries(outputs).filter(([path]) => path.endsWith('.js') && !isUnfetched(basename(path).split('-')));
const bytes = fetched.reduce((sum, [, output]) => sum + output.bytes, 0);
for (const [path, output] of Object.entries(outputs)) console.log(`${basename(path)}: ${output.bytes} bytes`);
if (bytes > LIMIT) throw new Error(`the scripts have ${bytes} bytes, more than ${LIMIT}`);

function bundle(entries, plugin, options = {}) {
  return build({
    absWorkingDir: here,
    entryPoints: entries,
    entryNames: '[name]-[hash]',
    outdir: out,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    define: {'process.env.NODE_ENV': '"production"'},
    external: ['*.woff2'],
    legalComments: 'none',
    plugins: [plugin],
    metafile: true,
    write: false,
    ...options,
  });
}

/** The file of each entry: {"panel": {"js": "panel-<hash>.js"}, "page": {"css": …}}. */
function manifest() {
  const names = Object.fromEntries(Object.entries(entryPoints).map(([name, file]) => [file, name]));
  return Object.fromEntries([['shared', {js: sharedFile}], ...Object.entries(outputs)
    .filter(([path, {entryPoint}]) => entryPoint && names[entryPoint] && (path.endsWith('.js') || entryPoint.endsWith('.css')))
    .map(([path, {entryPoint}]) => [names[entryPoint], {[path.endsWith('.js') ? 'js' : 'css']: basename(path)}])]
    .sort(([a], [b]) => String(a).localeCompare(String(b))));
}

/** The licence text of every package whose code is in the scripts. */
function licences() {
  const packages = new Set();
  for (const {inputs} of Object.values(outputs)) {
    for (const [path, {bytesInOutput}] of Object.entries(inputs)) {
      const name = path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1];
      if (name && bytesInOutput) packages.add(name);
    }
  }
  // A few packages publish no licence file; those of the vis.gl family share deck.gl's MIT text.
  const files = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license'];
  const textOf = folder => files.map(file => join(folder, file)).find(existsSync);
  const family = textOf(join(here, 'node_modules', '@deck.gl', 'core'));
  const notices = [...packages].sort().map(name => {
    const folder = join(here, 'node_modules', name);
    const {version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = textOf(folder) ?? (/^@(deck|luma|loaders|math|probe)\.gl\//.test(name) && license === 'MIT' && family);
    if (!file) throw new Error(`no licence text for ${name}`);
    return `${name} ${version} (${license})\n\n${readFileSync(file, 'utf8').trim()}\n`;
  });
  return ['The scripts in this folder contain code of the following packages, under these licences.\n', ...notices]
    .join(`\n${'-'.repeat(78)}\n\n`);
}
