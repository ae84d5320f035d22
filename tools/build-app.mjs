// Builds the app into target/app/. Trunk runs this as a hook, because it cannot split a wasm itself.
//
//   cargo          one wasm, with the relocations that splitting needs
//   panics.mjs     without the messages of panics, which nobody would see
//   split.mjs      main wasm and chunks; code that most pages share is merged back into the main wasm
//   wasm-bindgen   the JavaScript of the main wasm
//   slim.mjs       both without unused parts
//   binaryen.mjs   each wasm: direct calls within it, optimised, its functions in an order that compresses well
//   esbuild        that script and src/chunks.js in one file
//
// Files are named by the hash of their content, chunks first, because the script contains their names. So a
// script loads exactly the chunks that were split from its wasm, and a page loads exactly its script and wasm:
// two builds never mix.
//
// target/app/assets/ becomes part of the site; target/app/names.json lists its files.

import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { build } from 'esbuild';

import { optimise } from './binaryen.mjs';
import { checkPlaces } from './direct.mjs';
import { fingerprint, isUpToDate } from './fingerprint.mjs';
import { nameByContent } from './names.mjs';
import { trapAtPanics } from './panics.mjs';
import { slim } from './slim.mjs';
import { chunksOf, LINK_SCRIPT, mergeShared, sharedNames, split } from './split.mjs';

const OUT = 'target/app';
const ASSETS = path.join(OUT, 'assets');
const WORK = path.join(OUT, 'work');
const BOUND = path.join(WORK, 'bound');
const WASM = 'target/wasm32-unknown-unknown/wasm/parvis.wasm';
const CHUNKS_SCRIPT = 'src/chunks.js';

compile();
const inputs = [WASM, CHUNKS_SCRIPT, 'package-lock.json', ...(await tools())];
const stamp = await fingerprint(inputs, process.env.SPLIT_VERSION ?? '');
const stampFile = path.join(OUT, 'stamp');
if (!(await isUpToDate(stampFile, stamp))) {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(ASSETS, { recursive: true });
  await assemble();
  await writeFile(stampFile, stamp);
}

function compile() {
  const target = ['--target', 'wasm32-unknown-unknown', '--profile', 'wasm'];
  const binary = ['--quiet', '--bin', 'parvis', '--features', 'chunks'];
  const linked = ['--', '-Clink-arg=--emit-relocs'];
  run('cargo', ['rustc', ...target, ...binary, ...linked]);
}

async function assemble() {
  await mkdir(WORK);
  const trapping = path.join(WORK, 'trapping.wasm');
  await writeFile(trapping, trapAtPanics(await readFile(WASM)));
  const { main, splits } = await split(trapping, path.join(WORK, 'split'));
  for (const chunk of chunksOf(splits)) optimise(chunk, path.join(ASSETS, path.basename(chunk)));
  const bindgen = ['--target', 'web', '--keep-lld-exports', '--no-demangle'];
  run('wasm-bindgen', [main, ...bindgen, '--out-dir', BOUND, '--out-name', 'parvis']);
  const script = path.join(BOUND, 'parvis.js');
  const wasm = path.join(BOUND, 'parvis_bg.wasm');
  await mergeShared(wasm, splits, ASSETS);

  const chunks = chunksOf(splits).map((chunk) => path.join(ASSETS, path.basename(chunk)));
  checkPlaces(
    await Promise.all([wasm, ...chunks].map(async (file) => [file, await readFile(file)])),
  );
  const shared = await sharedNames(chunksOf(splits));
  const short = await slim(script, wasm, shared);
  const named = new Map();
  for (const chunk of chunksOf(splits)) {
    const stem = path.basename(chunk, '.wasm').replace(/^split_/, '');
    named.set(chunk, await nameByContent(path.join(ASSETS, path.basename(chunk)), stem));
  }
  const filesOf = ({ chunks }) => chunks.map((chunk) => named.get(chunk));

  await writeFile(path.join(BOUND, LINK_SCRIPT), linkScript(splits, filesOf, shared, short));
  const bundle = path.join(ASSETS, 'parvis.js');
  const options = { bundle: true, minify: true, format: 'esm', target: 'es2022' };
  await build({ entryPoints: [script], outfile: bundle, ...options });
  await copyFile(wasm, path.join(ASSETS, 'parvis.wasm'));

  const names = {
    script: await nameByContent(bundle, 'parvis'),
    wasm: await nameByContent(path.join(ASSETS, 'parvis.wasm'), 'parvis'),
    chunks: Object.fromEntries([...splits].map(([name, split]) => [name, filesOf(split)])),
  };
  await writeFile(path.join(OUT, 'names.json'), JSON.stringify(names, null, 2));
}

/** The source of the module from which the wasm imports its chunk loaders. */
function linkScript(splits, filesOf, shared, short) {
  const given = shared.map((name) => `${name}: wasm.${short.get(name)}`);
  return [
    `import { initSync } from './parvis.js';`,
    `import { loader } from ${JSON.stringify(path.resolve(CHUNKS_SCRIPT))};`,
    // The wasm is already initialised: this returns its exports.
    `const shared = () => { const wasm = initSync(); return { ${given.join(', ')} }; };`,
    ...[...splits.values()].map((split) => {
      const files = JSON.stringify(filesOf(split));
      return `export const ${short.get(split.loader)} = loader(${files}, shared);`;
    }),
  ].join('\n');
}

async function tools() {
  const files = (await readdir('tools')).filter((file) => file.endsWith('.mjs'));
  return files
    .filter((file) => !file.endsWith('.test.mjs'))
    .map((file) => path.join('tools', file));
}

function run(tool, given) {
  execFileSync(tool, given, { stdio: ['ignore', 'inherit', 'inherit'] });
}
