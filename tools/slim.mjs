// Takes out of what wasm-bindgen writes what no page needs: classes that nobody calls, functions that
// only they keep, and long names.
//
// The script is generated: what is no longer written as it is known here ends the build.

import { readFile, unlink, writeFile } from 'node:fs/promises';

import { binaryen, optimise } from './binaryen.mjs';

/** Classes for streams between wasm and JavaScript: Leptos brings them, and wasm-bindgen exports them
 * whether or not anybody uses them. */
const UNUSED = 'IntoUnderlying(?:ByteSource|Sink|Source)';

/** Slims a script of wasm-bindgen's and optimises the wasm that belongs to it. `shared` are exports that
 * others than the script use. Answers the new name of each import and export. */
export async function slim(script, wasm, shared = []) {
  const whole = await readFile(script, 'utf8');
  const without = dropStreams(whole, script);
  await dropUncalled(without, wasm, shared);
  optimise(wasm);
  const names = shortenInWasm(wasm);
  const joined = joinImports(without, names.imports, script);
  await writeFile(script, shortenInScript(joined, names, shared, script));
  return new Map([...names.imports, ...names.exports].map(({ name, short }) => [name, short]));
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

/** Has the script give all imports as of one module: its own, and those of scripts that it imports. */
function joinImports(script, imports, file) {
  const given = new Map();
  const line = /^ +"(\S+)": (import\d+),\n/gm;
  // A script that several imports come from stands there several times.
  const rest = script.replaceAll(line, (_, module, object) => {
    given.set(module, given.get(module) ?? object);
    return '';
  });
  const missing = imports.filter(({ module }) => !given.has(module));
  if (missing.length > 0) throw new Error(`${file}: gives nothing of ${missing[0].module}`);
  const objects = [...given.values()].map((object) => `...${object}`);
  const joined = rest.replace(
    /^( +)__proto__: null,\n(?= +\};)/m,
    `$1a: { ${objects.join(', ')} },\n`,
  );
  if (joined === rest) throw new Error(`${file}: gives its imports otherwise than is known`);
  return joined;
}

function shortenInScript(script, { imports, exports }, shared, file) {
  const inScript = [
    ...imports.filter(({ module }) => !script.includes(`from "${module}"`)),
    ...exports.filter(({ name }) => !shared.includes(name)),
  ];
  const short = new Map([...imports, ...exports].map(({ name, short }) => [name, short]));
  const replaced = new Set();
  const rename = (name) => {
    replaced.add(name);
    return short.get(name);
  };
  const shortened = script
    // As a property of the wasm's exports, or as the name of an import.
    .replaceAll(/\bwasm\.(\w+)/g, (whole, name) =>
      short.has(name) ? `wasm.${rename(name)}` : whole,
    )
    .replaceAll(/^(\s+)(\w+)(?=: function\()/gm, (whole, indent, name) =>
      short.has(name) ? `${indent}${rename(name)}` : whole,
    );
  const left = inScript.map(({ name }) => name).filter((name) => !replaced.has(name));
  if (left.length > 0) throw new Error(`${file}: ${left.join(', ')} not found in it`);
  return shortened;
}
