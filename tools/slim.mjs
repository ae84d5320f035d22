// Reduces the output of wasm-bindgen: removes classes that are not used and the functions that only they reach, and
// shortens names.

import { readFile, unlink, writeFile } from 'node:fs/promises';

import { binaryen, optimise } from './binaryen.mjs';
import { dropStreams, joinImports, shorten } from './slim-script.mjs';

/** Reduces a script of wasm-bindgen and optimises its wasm. `shared` are exports that chunks use. Returns the new
 * name of each import and export. */
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

/** Removes the exports that neither the script nor `shared` names, and all that only they reach. */
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

/** Gives imports and exports names of one or two letters: wasm-bindgen's names contain a hash of sixteen digits, in
 * wasm and script. All imports are then of one module, `a`. */
function shortenInWasm(wasm) {
  const told = binaryen('wasm-opt', ['--minify-imports-and-exports-and-modules', wasm, '-o', wasm]);
  const { imports, exports } = JSON.parse(told);
  return {
    imports: imports.map(([module, name, short]) => ({ module, name, short })),
    exports: exports.map(([name, short]) => ({ name, short })),
  };
}
