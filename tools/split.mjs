// Splits the app's wasm into what every page needs and the chunks that pages ask for: wasm-split-cli, and
// what is to be known of its work.

import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { binaryen } from './binaryen.mjs';

/** The page that most visits begin with: what it shares stands in the main wasm, so that its own chunk is
 * the only one that it takes. */
const FIRST = 'rooms';
/** A shared chunk of so few bytes weighs less than the headers of the request that it takes. */
const SMALL = 2600;

/** The module that the main wasm imports its loaders from: of wasm-split-cli's choice. */
export const LINK_SCRIPT = '__wasm_split.js';
/** The module that chunks import what they share from. */
const SHARED = '__wasm_split';
const LOADER = /^__wasm_split_load_(\w+)$/;

/** Splits `wasm` into `folder`. Answers the main wasm, and for each split the chunks that it needs and the
 * loader that asks for them. */
export async function split(wasm, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  execFileSync('wasm-split-cli', [wasm, folder], { stdio: ['ignore', 'inherit', 'inherit'] });
  return { main: path.join(folder, 'main.wasm'), splits: await splitsIn(folder) };
}

/** Which chunks each split needs. Its link script knows: its loaders are called, and what they ask for is
 * noted instead of fetched. */
async function splitsIn(folder) {
  const asked = [];
  globalThis.fetch = (url) => {
    asked.push(path.join(folder, path.basename(new URL(url).pathname)));
    return new Promise(() => {});
  };
  await writeFile(path.join(folder, 'main.js'), 'export const initSync = () => ({});\n');
  const script = pathToFileURL(path.join(folder, LINK_SCRIPT));
  const splits = new Map();
  for (const loader of Object.keys(await import(script))) {
    const [, name] = LOADER.exec(loader) ?? [];
    if (!name) throw new Error(`${LINK_SCRIPT}: ${loader} is no loader`);
    // A script that was imported before has asked for what several splits need already.
    const { [loader]: load } = await import(`${script}?${name}`);
    load();
    splits.set(name, { loader, chunks: asked.splice(0) });
  }
  const known = chunksOf(splits);
  const files = (await readdir(folder)).filter((file) => /^(split|chunk)_.*\.wasm$/.test(file));
  const unknown = files.filter((file) => !known.includes(path.join(folder, file)));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: no split asks for it`);
  return splits;
}

/** The files of chunks, each once. */
export function chunksOf(splits) {
  return [...new Set([...splits.values()].flatMap(({ chunks }) => chunks))];
}

/** Merges the chunks that are better off there into the main wasm `main`: what has been made of them stands
 * in `folder`, and does no longer. */
export async function mergeShared(main, splits, folder) {
  const merged = [];
  const optimised = [];
  for (const chunk of chunksOf(splits)) {
    const users = [...splits].filter(([, { chunks }]) => chunks.includes(chunk));
    const file = path.join(folder, path.basename(chunk));
    const isFirst = users.some(([name]) => name === FIRST);
    if (users.length < 2 || !(isFirst || (await stat(file)).size < SMALL)) continue;
    merged.push(chunk);
    optimised.push(file);
  }
  if (merged.length === 0) return;
  const modules = optimised.flatMap((file) => [file, path.basename(file)]);
  binaryen('wasm-merge', [main, SHARED, ...modules, '-o', main]);
  for (const file of optimised) await unlink(file);
  for (const split of splits.values()) {
    split.chunks = split.chunks.filter((chunk) => !merged.includes(chunk));
  }
}

/** What `chunks` import from the main wasm. */
export async function sharedNames(chunks) {
  const names = new Set();
  for (const chunk of chunks) {
    for (const { module, name } of WebAssembly.Module.imports(
      new WebAssembly.Module(await readFile(chunk)),
    )) {
      if (module !== SHARED) throw new Error(`${chunk} imports ${name} from ${module}`);
      names.add(name);
    }
  }
  return [...names];
}
