// Splits the app's wasm into the main wasm, which every page needs, and the chunks that pages load: runs
// wasm-split-cli, finds out which chunks each split needs, and merges chunks that splits share.

import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { binaryen, optimise } from './binaryen.mjs';

/** The chunk of the page with which most visits of agents begin. Code that it shares with a chunk for everybody goes
 * into the main wasm, and code that it shares with other chunks of agents goes into this chunk, which their pages
 * load too. So its page loads one chunk only. */
const FIRST = 'rooms';
const FOR_EVERYBODY = ['guests', 'help'];
/** The chunks of parts of a page, and the chunk of that page, which is loaded before. What a part shares with its page
 * goes into the page's chunk. */
const PARTS = { calendar: 'sending', qr: 'sending' };
/** Shared chunks below this size, in bytes before compression, are not worth a request. */
const SMALL = 3000;

/** The module from which the main wasm imports its loaders; wasm-split-cli chooses the name. */
export const LINK_SCRIPT = '__wasm_split.js';
/** The module from which chunks import what they share. */
const SHARED = '__wasm_split';
const LOADER = /^__wasm_split_load_(\w+)$/;

/** Splits `wasm` into `folder`. Returns the main wasm, and for each split the chunks that it needs and the name of
 * its loader. */
export async function split(wasm, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  execFileSync('wasm-split-cli', [wasm, folder], { stdio: ['ignore', 'inherit', 'inherit'] });
  return { main: path.join(folder, 'main.wasm'), splits: await splitsIn(folder) };
}

/** The chunks that each split needs. They are in wasm-split-cli's link script only: this calls its loaders with a
 * `fetch` that records the addresses. */
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
    // Imported anew for each split: a script that was imported before has already requested shared chunks.
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

/** The files of all chunks, each once. */
export function chunksOf(splits) {
  return [...new Set([...splits.values()].flatMap(({ chunks }) => chunks))];
}

/** Merges shared chunks into the main wasm `main`, into the chunk of the first page, or into one another. The optimised
 * chunks are in `folder`; those that were merged are deleted from it. */
export async function mergeShared(main, splits, folder) {
  const made = (chunk) => path.join(folder, path.basename(chunk));
  const ownOf = (name) =>
    splits.get(name).chunks.find((chunk) => path.basename(chunk) === `split_${name}.wasm`);
  const first = ownOf(FIRST);
  const [intoMain, intoFirst, forAgents] = [[], [], []];
  const intoPages = new Map();
  for (const chunk of chunksOf(splits)) {
    const names = [...splits.keys()].filter((name) => splits.get(name).chunks.includes(chunk));
    if (names.length < 2) continue;
    const users = [...new Set(names.map((name) => PARTS[name] ?? name))];
    const isSmall = (await stat(made(chunk))).size < SMALL;
    const isFirst = users.includes(FIRST);
    const isForEverybody = users.some((name) => FOR_EVERYBODY.includes(name));
    if (users.length === 1) intoPages.set(chunk, ownOf(users[0]));
    else if (isForEverybody && (isFirst || isSmall)) intoMain.push(chunk);
    else if (isFirst) intoFirst.push(chunk);
    else if (!isForEverybody) forAgents.push(chunk);
  }
  // Code that other pages of agents share goes into one file, so that a page makes few requests.
  const [agents, ...intoAgents] = forAgents;
  if (intoMain.length > 0) mergeIntoMain(main, intoMain.map(made));
  if (intoFirst.length > 0) await mergeIntoChunk(made(first), intoFirst.map(made));
  if (intoAgents.length > 0) await mergeIntoChunk(made(agents), intoAgents.map(made));
  for (const page of new Set(intoPages.values())) {
    const files = [...intoPages.keys()].filter((chunk) => intoPages.get(chunk) === page);
    await mergeIntoChunk(made(page), files.map(made));
  }
  const merged = [...intoMain, ...intoFirst, ...intoAgents, ...intoPages.keys()];
  for (const chunk of merged) await unlink(made(chunk));
  for (const split of splits.values()) {
    const separate = split.chunks.filter((chunk) => !intoMain.includes(chunk));
    const place = (chunk) => {
      if (intoFirst.includes(chunk)) return first;
      if (intoAgents.includes(chunk)) return agents;
      return intoPages.get(chunk) ?? chunk;
    };
    split.chunks = [...new Set(separate.map(place))];
  }
}

/** Merges `files` into the main wasm, which exports their imports. */
function mergeIntoMain(main, files) {
  const modules = files.flatMap((file) => [file, path.basename(file)]);
  binaryen('wasm-merge', [main, SHARED, ...modules, '-o', main]);
}

/** An import in the text form of a wasm: name, kind, type. */
const IMPORT = new RegExp(`\\(import "${SHARED}" "(\\w+)" \\((\\w+) \\$\\S+ (.*)\\)\\)`, 'g');
/** The module of a merged chunk's imports, until it is renamed. */
const OUTSIDE = 'outside';

/** Merges `files` into the chunk `into`. All import the same memory, table and globals, and wasm-merge would keep an
 * import for each file. So they import from an added module that imports each once and re-exports it. */
async function mergeIntoChunk(into, files) {
  const imports = new Map();
  for (const file of [into, ...files]) {
    for (const [, ...each] of binaryen('wasm-dis', [file]).matchAll(IMPORT)) {
      imports.set(each[0], each);
    }
  }
  const passedOn = [...imports.values()].map(
    ([name, kind, type], n) =>
      `(import "${OUTSIDE}" "${name}" (${kind} $${n} ${type})) (export "${name}" (${kind} $${n}))`,
  );
  const text = `${into}.wat`;
  await writeFile(text, `(module ${passedOn.join('\n')})`);
  const modules = [into, ...files].flatMap((file) => [file, path.basename(file)]);
  binaryen('wasm-merge', [text, SHARED, ...modules, '-o', into]);
  const merged = binaryen('wasm-dis', [into])
    .replaceAll(`(import "${OUTSIDE}"`, `(import "${SHARED}"`)
    .replaceAll(/^ \(export .*$/gm, '');
  await writeFile(text, merged);
  binaryen('wasm-as', [text, '-o', into]);
  await unlink(text);
  optimise(into);
}

/** The names that `chunks` import from the main wasm. */
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
