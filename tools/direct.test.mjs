import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { binaryen } from './binaryen.mjs';
import { checkPlaces, directCalls } from './direct.mjs';

/** Calls two functions of its own through the table, one of another type, one that another file is to put there, and
 * one whose place is calculated. */
const MAIN = `(module
  (type $number (func (result i32)))
  (type $sum (func (param i32 i32) (result i32)))
  (table (export "table") 210 funcref)
  (elem (i32.const 3) $seven $add)
  (elem (i32.const 200) funcref (ref.func $seven) (ref.null func) (ref.func $nine))
  (func $seven (type $number) (i32.const 7))
  (func $nine (type $number) (i32.const 9))
  (func $add (type $sum) (i32.add (local.get 0) (local.get 1)))
  (func (export "own") (type $number)
    (call_indirect (type $sum)
      (call_indirect (type $number) (i32.const 202)) (i32.const 30) (i32.const 4)))
  (func (export "elsewhere") (type $number) (call_indirect (type $number) (i32.const 201)))
  (func (export "mistaken") (type $number) (call_indirect (type $number) (i32.const 4)))
  (func (export "calculated") (param i32) (result i32) (call_indirect (type $number) (local.get 0))))`;
const CHUNK = `(module
  (import "main" "table" (table 210 funcref))
  (elem (i32.const 201) $forty)
  (func $forty (result i32) (i32.const 40)))`;

let folder;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-direct-'));
});
after(() => rm(folder, { recursive: true }));

async function assembled(name, text) {
  const source = path.join(folder, `${name}.wat`);
  const wasm = path.join(folder, `${name}.wasm`);
  await writeFile(source, text);
  binaryen('wasm-as', [source, '-o', wasm]);
  return readFile(wasm);
}

async function textOf(bytes) {
  const wasm = path.join(folder, 'shown.wasm');
  await writeFile(wasm, bytes);
  return binaryen('wasm-dis', [wasm]);
}

test('a wasm calls the functions that it has put into the table directly, and others as before', async () => {
  const before = await assembled('main', MAIN);
  const chunk = new WebAssembly.Module(await assembled('chunk', CHUNK));
  const after = directCalls(before);
  for (const wasm of [before, after]) {
    const main = new WebAssembly.Instance(new WebAssembly.Module(wasm)).exports;
    assert.equal(main.own(), 39);
    assert.equal(main.calculated(200), 7);
    assert.throws(() => main.elsewhere(), WebAssembly.RuntimeError);
    assert.throws(() => main.mistaken(), WebAssembly.RuntimeError);
    new WebAssembly.Instance(chunk, { main });
    assert.equal(main.elsewhere(), 40);
  }
  const count = async (wasm) => (await textOf(wasm)).match(/call_indirect/g).length;
  assert.equal(await count(before), 5);
  assert.equal(await count(after), 3);
});

test('a wasm without a table, or without functions, stays as it is', async () => {
  for (const text of ['(module (func (export "f")))', '(module (memory 1))']) {
    const wasm = await assembled('plain', text);
    assert.deepEqual(directCalls(wasm), wasm);
  }
});

test('elements of a kind that the build does not make are refused', async () => {
  for (const elements of ['(elem func $f)', '(table 2 funcref) (elem (global.get 0) $f)']) {
    const base = '(import "env" "base" (global i32))';
    const wasm = await assembled('other', `(module ${base} ${elements} (func $f))`);
    assert.throws(() => directCalls(wasm), /elements/);
  }
});

test('two files that write one place of the table are refused', async () => {
  const main = ['main', await assembled('main', MAIN)];
  const chunk = ['chunk', await assembled('chunk', CHUNK)];
  const same = ['same', await assembled('same', CHUNK.replace('201', '202'))];
  checkPlaces([main, chunk]);
  assert.throws(() => checkPlaces([main, same]), /main.*202|202.*main/);
});
