// Takes out of what wasm-bindgen writes what no page needs: classes that nobody calls, and long names.

import { execFileSync } from 'node:child_process';
import { readFile, unlink, writeFile } from 'node:fs/promises';

/** Classes for streams between wasm and JavaScript: Leptos brings them, and wasm-bindgen exports them
 * whether or not anybody uses them. */
const UNUSED = 'IntoUnderlying(?:ByteSource|Sink|Source)';
const FEATURES = [
  '--enable-bulk-memory',
  '--enable-nontrapping-float-to-int',
  '--enable-sign-ext',
  '--enable-mutable-globals',
  '--enable-reference-types',
  '--enable-multivalue',
];

/** Slims a script of wasm-bindgen's and the wasm that belongs to it. */
export async function slim(script, wasm) {
  const whole = await readFile(script, 'utf8');
  const without = dropStreams(whole, script);
  await dropUncalled(without, wasm);
  await writeFile(script, await shortenNames(without, script, wasm));
}

function dropStreams(whole, script) {
  const without = whole
    .replaceAll(new RegExp(`^export class ${UNUSED} \\{$[\\s\\S]*?^\\}$`, 'gm'), '')
    .replaceAll(new RegExp(`^if \\(Symbol\\.dispose\\) ${UNUSED}\\..*$`, 'gm'), '')
    .replaceAll(new RegExp(`^const ${UNUSED}Finalization = [\\s\\S]*?;$`, 'gm'), '');
  if (without === whole || without.includes('IntoUnderlying')) {
    throw new Error(`${script}: not the classes for streams that are known`);
  }
  return without;
}

/** Drops the exports that the script does not name, and all that only they keep. */
async function dropUncalled(script, wasm) {
  const module = new WebAssembly.Module(await readFile(wasm));
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  const called = exported.filter((name) => new RegExp(`\\b${name}\\b`).test(script));
  const graph = [
    { name: 'page', root: true, reaches: called },
    ...called.map((name) => ({ name, export: name })),
  ];
  const graphFile = `${wasm}.graph`;
  await writeFile(graphFile, JSON.stringify(graph));
  run('wasm-metadce', [wasm, '--graph-file', graphFile, '-o', wasm]);
  await unlink(graphFile);
}

/** Gives what the two call each other by names of one or two letters: each had the sixteen digits of a
 * hash in it, in both files. */
async function shortenNames(script, file, wasm) {
  const told = run('wasm-opt', ['--minify-imports-and-exports-and-modules', wasm, '-o', wasm]);
  const { imports, exports } = JSON.parse(told);
  const modules = new Set(imports.map(([module]) => module));
  const [module] = modules;
  const own = `"${module}": import0`;
  if (modules.size !== 1 || !script.includes(own)) {
    throw new Error(`${file}: not the one module of imports that is known`);
  }
  const short = new Map([...imports.map(([, name, now]) => [name, now]), ...exports]);
  const replaced = new Set();
  const rename = (name) => {
    replaced.add(name);
    return short.get(name);
  };
  const shortened = script
    .replace(own, 'a: import0')
    // As a property of the wasm's exports, or as the name of an import.
    .replaceAll(/\bwasm\.(\w+)/g, (whole, name) =>
      short.has(name) ? `wasm.${rename(name)}` : whole,
    )
    .replaceAll(/^(\s+)(\w+)(?=: function\()/gm, (whole, indent, name) =>
      short.has(name) ? `${indent}${rename(name)}` : whole,
    );
  const left = [...short.keys()].filter((name) => !replaced.has(name));
  if (left.length > 0) throw new Error(`${file}: ${left.join(', ')} not found in it`);
  return shortened;
}

/** Runs a tool of Binaryen's; answers what it says. */
function run(tool, given) {
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 };
  return execFileSync(tool, [...FEATURES, ...given], options);
}
