import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { binaryen, reorder } from './binaryen.mjs';
import { placesBySimilarity } from './similar.mjs';

let folder;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-similar-'));
});
after(() => rm(folder, { recursive: true }));

async function assembled(name, text) {
  const [source, wasm] = ['wat', 'wasm'].map((extension) =>
    path.join(folder, `${name}.${extension}`),
  );
  await writeFile(source, text);
  binaryen('wasm-as', [source, '-o', wasm]);
  return wasm;
}

/** A function that calculates with numbers which no other kind of function has. */
function calculation(name, kind, own) {
  const steps = Array.from({ length: 40 }, (_, step) => {
    const number = ((kind + 1) * 7919 * (step + 1) * (step + 1)) % 65521;
    return `(local.set 0 (i32.xor (i32.mul (local.get 0) (i32.const ${number})) (i32.const ${own})))`;
  });
  return `(func (export "${name}") (param i32) (result i32) ${steps.join('')} (local.get 0))`;
}

test('each function is followed by the one that resembles it most', async () => {
  const functions = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, index) =>
    calculation(name, index % 2, index),
  );
  const wasm = await assembled('kinds', `(module ${functions.join('')})`);
  const places = placesBySimilarity(await readFile(wasm));
  assert.deepEqual([...places].sort(), [0, 1, 2, 3, 4, 5]);
  const kinds = places.map((place, index) => [place, index % 2]).sort(([a], [b]) => a - b);
  const changes = kinds.filter(([place, kind]) => place > 0 && kinds[place - 1][1] !== kind);
  assert.equal(changes.length, 1, JSON.stringify(kinds));
});

test('a wasm without functions has no order', async () => {
  const wasm = await assembled('none', '(module (memory (export "memory") 1))');
  assert.deepEqual(placesBySimilarity(await readFile(wasm)), []);
});

test('a wasm in that order computes as before, and compresses better', async () => {
  // Of each kind two functions, further apart than gzip looks.
  const functions = Array.from({ length: 400 }, (_, index) =>
    calculation(`f${index}`, index % 200, index),
  );
  const calls = '(func (export "both") (result i32) (call $given (i32.const 5)))';
  const text = `(module (import "env" "given" (func $given (param i32) (result i32)))
    ${functions.join('')} ${calls} (func (export "f") (result i32) (call 1 (i32.const 3))))`;
  const wasm = await assembled('ordered', text);
  const before = await readFile(wasm);
  reorder(wasm);
  const after = await readFile(wasm);

  const [one, other] = [before, after].map((bytes) => {
    const env = { given: (value) => value + 2 };
    return new WebAssembly.Instance(new WebAssembly.Module(bytes), { env }).exports;
  });
  for (const name of Object.keys(one)) assert.equal(other[name](11), one[name](11), name);
  assert.equal(other.both(), 7);
  const [larger, smaller] = [before, after].map((bytes) => gzipSync(bytes).length);
  assert.ok(smaller < 0.95 * larger, `${larger} bytes, then ${smaller}`);
});
