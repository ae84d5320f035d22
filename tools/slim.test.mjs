import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { binaryen } from './binaryen.mjs';
import { slim } from './slim.mjs';
import { dropStreams, joinImports, shorten } from './slim-script.mjs';

/** A script like wasm-bindgen's, with everything that slim-script.mjs expects. */
const STREAMS = `export class IntoUnderlyingSource {
    free() {
        wasm.__wbg_intounderlyingsource_free(1, 0);
    }
}
if (Symbol.dispose) IntoUnderlyingSource.prototype[Symbol.dispose] = IntoUnderlyingSource.prototype.free;
const IntoUnderlyingSourceFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_intounderlyingsource_free(ptr, 1));
`;
const IMPORTS = `function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_note_0123456789abcdef: function(arg0) {
            noted.push(arg0);
        },
    };
    return {
        __proto__: null,
        "./app_bg.js": import0,
    };
}
`;
const SCRIPT = `export const noted = [];
${STREAMS}${IMPORTS}export function greet() {
    wasm.greet_fedcba9876543210();
}
let wasm;
export function initSync(module) {
    wasm = new WebAssembly.Instance(module, __wbg_get_imports()).exports;
    return wasm;
}
`;
const WASM = `(module
  (import "./app_bg.js" "__wbg_note_0123456789abcdef" (func $note (param i32)))
  (func (export "greet_fedcba9876543210") (call $note (i32.const 42)))
  (func (export "__wbg_intounderlyingsource_free") (param i32 i32) (call $note (local.get 0)))
  (func (export "for_chunks") (result i32) (i32.const 7))
  (func (export "for_nobody") (result i32) (i32.const 8)))`;

let folder;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-slim-'));
});
after(() => rm(folder, { recursive: true }));

/** Writes script and wasm to files. */
async function written(name, script = SCRIPT) {
  const [text, wasm, file] = ['wat', 'wasm', 'mjs'].map((end) =>
    path.join(folder, `${name}.${end}`),
  );
  await writeFile(text, WASM);
  binaryen('wasm-as', [text, '-o', wasm]);
  await writeFile(file, script);
  return { wasm, script: file };
}

const exportsOf = (bytes) => WebAssembly.Module.exports(new WebAssembly.Module(bytes));

test('a slimmed script runs with its wasm, under short names', async () => {
  const { script, wasm } = await written('whole');
  const short = await slim(script, wasm, ['for_chunks']);
  const bytes = await readFile(wasm);
  const { initSync, greet, noted } = await import(pathToFileURL(script));
  const exported = initSync(new WebAssembly.Module(bytes));
  greet();
  assert.deepEqual(noted, [42]);
  assert.equal(exported[short.get('for_chunks')](), 7);
  for (const name of short.values()) assert.ok(name.length <= 2, name);
  const text = await readFile(script, 'utf8');
  assert.doesNotMatch(text, /0123456789abcdef|fedcba9876543210/);
});

test('what only the classes for streams and what nobody calls is taken out of the wasm', async () => {
  const { script, wasm } = await written('uncalled');
  const short = await slim(script, wasm, ['for_chunks']);
  const names = exportsOf(await readFile(wasm)).map(({ name }) => name);
  const kept = ['greet_fedcba9876543210', 'for_chunks'].map((name) => short.get(name));
  assert.deepEqual(names.toSorted(), kept.toSorted());
  assert.doesNotMatch(await readFile(script, 'utf8'), /IntoUnderlying/);
});

test('an export that a chunk needs and the wasm does not have ends the build', async () => {
  const { script, wasm } = await written('missing');
  await assert.rejects(slim(script, wasm, ['gone']), /does not export gone/);
});

test('of the classes for streams nothing is left, and nothing else is taken', () => {
  assert.equal(
    dropStreams(`before();\n${STREAMS}after();\n`, 'a.js').trim(),
    'before();\n\n\n\nafter();',
  );
});

test('a script whose classes for streams are written otherwise ends the build', () => {
  for (const script of [
    IMPORTS,
    STREAMS.replace('export class', 'class'),
    STREAMS.replace('if (Symbol.dispose)', 'if (Symbol.dispose !== undefined)'),
    STREAMS.replace('const Into', 'var Into'),
  ]) {
    assert.throws(() => dropStreams(script, 'a.js'), /a\.js: not the classes for streams/);
  }
});

test('all imports are given as of one module, each script once', () => {
  const script = IMPORTS.replace(
    '"./app_bg.js": import0,',
    '"./link.js": import1,\n        "./link.js": import2,\n        "./app_bg.js": import0,',
  );
  const imports = [{ module: './link.js' }, { module: './app_bg.js' }];
  const joined = joinImports(script, imports, 'a.js');
  assert.match(joined, /return \{\n +a: \{ \.\.\.import1, \.\.\.import0 \},\n +\};/);
});

test('a script that gives its imports otherwise ends the build', () => {
  const own = [{ module: './app_bg.js' }];
  const unquoted = IMPORTS.replace('"./app_bg.js"', 'app');
  assert.throws(() => joinImports(unquoted, own, 'a.js'), /gives nothing of \.\/app_bg\.js/);
  const bare = IMPORTS.replace(/return \{\n +__proto__: null,/, 'return {');
  assert.throws(() => joinImports(bare, own, 'a.js'), /otherwise than is known/);
});

test('names are shortened where they are used, and shared ones need no use', () => {
  const names = {
    imports: [{ module: './app_bg.js', name: '__wbg_note_0123456789abcdef', short: 'b' }],
    exports: [
      { name: 'greet_fedcba9876543210', short: 'c' },
      { name: 'for_chunks', short: 'd' },
    ],
  };
  const shortened = shorten(SCRIPT, names, ['for_chunks'], 'a.js');
  assert.match(shortened, /^ +b: function\(arg0\)/m);
  assert.match(shortened, /wasm\.c\(\);/);
});

test('a name that the script does not use as is known ends the build', () => {
  const names = { imports: [], exports: [{ name: 'greet_fedcba9876543210', short: 'c' }] };
  const otherwise = SCRIPT.replace('wasm.greet', "wasm['greet").replace('3210()', "3210']()");
  assert.throws(() => shorten(otherwise, names, [], 'a.js'), /greet_fedcba9876543210 not found/);
});
