// Takes out of what wasm-bindgen writes what no page needs: classes that nobody calls, functions that
// only they keep, and long names.

import { readFile, unlink, writeFile } from 'node:fs/promises';

import { binaryen, optimise } from './binaryen.mjs';
import { dropStreams, joinImports, shorten } from './slim-script.mjs';

/** Slims a script of wasm-bindgen's and optimises the wasm that belongs to it. `shared` are exports that
 * others than the script use. Answers the new name of each import and export. */
export async function slim(script, wasm, shared = []) {
  const whole = await readFile(script, 'utf8');
  const without = dropStreams(whole, script);
  await dropUncalled(without, wasm, shared);
  optimise(wasm);
  const names = shortenInWasm(wasm);
  const joined = joinImports(without, names.imports, script);
  await writeFile(script, shorten(joined, names, shared, script));
  return new Map([...names.imports, ...names.exports].map(({ name, short }) => [name, short]));
}

/** Drops the exports that nobody names, and all that only they keep. */
async function dropUncalled(script, wasm, shared) {
  const module = new WebAssembly.Module(await readFile(wasm));
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  const missing = shared.filter((name) => !exported.includes(name));
  if (missing.length > 0) throw new Error(`${wasm} does not export ${missing.join(', ')}`);
  const called = exported.filter(
    (name) => shared.includes(name) || new RegExp(`\\b${name}\\b`).test(script),
  );
  const graph = [
    { name: 'page', root: true, reaches: called },
    ...called.map((name) => ({ name, export: name })),
  ];
  const graphFile = `${wasm}.graph`;
  await writeFile(graphFile, JSON.stringify(graph));
  binaryen('wasm-metadce', [wasm, '--graph-file', graphFile, '-o', wasm]);
  await unlink(graphFile);
}

/** Gives imports and exports names of one or two letters: each had the sixteen digits of a hash in it, in
 * wasm and script. All imports come to stand in one module, `a`. */
function shortenInWasm(wasm) {
  const told = binaryen('wasm-opt', ['--minify-imports-and-exports-and-modules', wasm, '-o', wasm]);
  const { imports, exports } = JSON.parse(told);
  return {
    imports: imports.map(([module, name, short]) => ({ module, name, short })),
    exports: exports.map(([name, short]) => ({ name, short })),
  };
}
