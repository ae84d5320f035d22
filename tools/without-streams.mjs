// Leptos brings classes for streams between wasm and JavaScript, which wasm-bindgen exports whether or
// not anybody uses them. Nobody does here: they go, and with them all that only they keep in the wasm.

import { execFileSync } from 'node:child_process';
import { readFile, unlink, writeFile } from 'node:fs/promises';

const UNUSED = 'IntoUnderlying(?:ByteSource|Sink|Source)';
const FEATURES = [
  '--enable-bulk-memory',
  '--enable-nontrapping-float-to-int',
  '--enable-sign-ext',
  '--enable-mutable-globals',
  '--enable-reference-types',
  '--enable-multivalue',
];

/** Takes them out of a script of wasm-bindgen's and the wasm that belongs to it. */
export async function dropStreams(script, wasm) {
  const before = await readFile(script, 'utf8');
  const after = before
    .replaceAll(new RegExp(`^export class ${UNUSED} \\{$[\\s\\S]*?^\\}$`, 'gm'), '')
    .replaceAll(new RegExp(`^if \\(Symbol\\.dispose\\) ${UNUSED}\\..*$`, 'gm'), '')
    .replaceAll(new RegExp(`^const ${UNUSED}Finalization = [\\s\\S]*?;$`, 'gm'), '');
  if (after === before || after.includes('IntoUnderlying')) {
    throw new Error(`${script}: not the classes for streams that are known`);
  }
  await writeFile(script, after);

  const module = new WebAssembly.Module(await readFile(wasm));
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  const called = exported.filter((name) => new RegExp(`\\b${name}\\b`).test(after));
  const graph = [
    { name: 'page', root: true, reaches: called },
    ...called.map((name) => ({ name, export: name })),
  ];
  const graphFile = `${wasm}.graph`;
  await writeFile(graphFile, JSON.stringify(graph));
  const files = [wasm, '--graph-file', graphFile, '-o', wasm];
  execFileSync('wasm-metadce', [...FEATURES, ...files], { stdio: ['ignore', 'ignore', 'inherit'] });
  await unlink(graphFile);
}
