import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { binaryen } from './binaryen.mjs';
import { relocationsOf, symbolsOf } from './linking.mjs';
import { canReturn, trapAtPanics } from './panics.mjs';
import { functionNames, functionsOf, SECTION, sectionsOf } from './wasm.mjs';

/** Panics in several ways, for some numbers only, after effects that outlive the panic: a static, memory behind a
 * pointer, a call of what is imported, a borrow, a destructor that does not run. */
const PROGRAM = `
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
    static SUM: RefCell<u32> = const { RefCell::new(0) };
}
unsafe extern "C" { fn told(number: u32) -> u32; }

#[unsafe(no_mangle)] pub extern "C" fn state() -> u32 {
    LAST.get() ^ SUM.with(|sum| sum.try_borrow().map_or(0x1000_0000, |sum| *sum << 8))
}

#[unsafe(no_mangle)] pub extern "C" fn run(way: u32, number: u32) -> u32 {
    match way {
        0 => { LAST.set(number); [3, 5, 8][number as usize % 5] }
        1 => { LAST.set(number + 1); 840 / (number % 3) }
        2 => char::from_u32(number).and_then(|digit| digit.to_digit(10)).expect("this is no digit"),
        3 => SUM.with_borrow_mut(|sum| { *sum += small(number); if number % 2 == 0 { panic!("even") } *sum }),
        4 => SUM.with_borrow_mut(|_| if number % 4 == 3 { SUM.with_borrow(|sum| *sum) } else { number }),
        5 => { let mut kept = [0; 4]; written(&mut kept, number); kept.iter().sum() }
        6 => { for each in 0..number % 30 { LAST.set(each); if unsafe { told(each) } == 17 { unreachable!("told {each}") } } number }
        7 => { struct Leaves(u32); impl Drop for Leaves { fn drop(&mut self) { LAST.set(self.0) } }
               let _leaves = Leaves(number); if number % 2 == 0 { None::<u32>.expect("nothing") } else { number } }
        8 => { let mut counts = HashMap::new(); for each in 0..number % 20 { counts.insert(each, each * number); } counts[&(number % 23)] }
        9 => "h\\u{e9}llo w\\u{f6}rld"[number as usize % 12..].len() as u32,
        10 => { let mut each: Vec<u32> = (0..number % 10).collect(); LAST.set(each.len() as u32); each.swap_remove(number as usize % 11) }
        11 => core::panicking::half(number),
        12 => { let text: Result<u32, String> = if number % 5 == 0 { Err(number.to_string()) } else { Ok(number) }; text.unwrap() }
        13 => { if number % 3 == 0 { unsafe { told(number); } panic!("told") } number }
        _ => deep(number % 6),
    }
}

#[inline(never)] fn written(kept: &mut [u32; 4], number: u32) {
    let mut at = 0;
    while at < number % 6 { kept[at as usize] = number + at; LAST.set(kept[at as usize]); at += 1; }
}
fn deep(left: u32) -> u32 { unsafe { told(left) }; if left == 5 { panic!("deep") } if left == 0 { 0 } else { deep(left - 1) + 1 } }
fn small(value: u32) -> u32 { if value > 40 { too_large(value) } else { value } }
#[cold] #[inline(never)] fn too_large(value: u32) -> ! { panic!("more than 40: {value}") }

/** Named as if it panicked. */
mod core { pub mod panicking { #[inline(never)] pub fn half(number: u32) -> u32 {
    if number % 7 == 0 { unsafe { crate::told(number) } } else { number / 2 }
} } }
`;
const WAYS = 15;

const HOOK = `
#[unsafe(no_mangle)] pub extern "C" fn start() { std::panic::set_hook(Box::new(|_| {})); }
#[unsafe(no_mangle)] pub extern "C" fn item(at: usize) -> u32 { [3, 5, 8][at] }
`;

const PLACE = `
use std::panic::Location;
#[inline(never)] #[track_caller] fn place() -> Option<&'static Location<'static>> { Some(std::hint::black_box(Location::caller())) }
#[unsafe(no_mangle)] pub extern "C" fn line() -> u32 { place().map_or(0, Location::line) }
#[unsafe(no_mangle)] pub extern "C" fn item(at: usize) -> u32 { [3, 5, 8][at] }
`;

let folder;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-panics-'));
});
after(() => rm(folder, { recursive: true }));

/** Compiles a program as the app is compiled. */
async function compiled(name, source, level = 'z') {
  const [file, wasm] = ['rs', 'wasm'].map((extension) => path.join(folder, `${name}.${extension}`));
  await writeFile(file, source);
  const profile = [`-Copt-level=${level}`, '-Cpanic=abort', '-Ccodegen-units=1', '-Clto=fat'];
  const link = ['-Clink-arg=--emit-relocs', '--target', 'wasm32-unknown-unknown'];
  const type = ['--edition', '2024', '--crate-type', 'cdylib', '--cap-lints', 'allow'];
  execFileSync('rustc', [file, ...type, ...profile, ...link, '-o', wasm]);
  return readFile(wasm);
}

/** An instance of a program, and what it has told. */
function started(wasm) {
  const calls = [];
  const told = (number) => {
    calls.push(number);
    return number;
  };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { env: { told } });
  return { ...exports, calls };
}

/** What a call gives, or the error that ends it, and what is left behind. */
function outcome({ run, state, calls }, way, number) {
  let result;
  try {
    result = run(way, number);
  } catch (error) {
    assert.ok(error instanceof WebAssembly.RuntimeError);
    result = error.message;
  }
  return { result, state: state(), calls: calls.splice(0) };
}

/** The functions that the exported ones reach, and the texts, with those that data refer to. */
function reached(wasm) {
  const sections = sectionsOf(wasm);
  const symbols = symbolsOf(wasm, sections);
  const names = functionNames(wasm, sections);
  const { bodies } = functionsOf(wasm, sections);
  const inCode = [...relocationsOf(wasm, sections, SECTION.code).values()];
  const inData = [...relocationsOf(wasm, sections, SECTION.data).values()];
  const isExported = ({ index }) => ['run', 'state', 'line', 'item'].includes(names.get(index));
  const found = new Set(bodies.filter(isExported));
  for (const each of found) {
    const [start, end] = each.size ? [each.at, each.at + each.size] : [each.start, each.end];
    for (const { at, symbol } of each.size ? inData : inCode) {
      if (at < start || at >= end) continue;
      const { index, size } = symbols[symbol];
      const next = size ? symbols[symbol] : bodies.find((body) => body.index === index);
      if (next) found.add(next);
    }
  }
  const text = ({ at, size }) => wasm.toString('latin1', at, at + size);
  return [...found].map((each) => (each.size ? text(each) : names.get(each.index))).join('\n');
}

for (const level of ['z', '3', '0']) {
  test(`a program without messages computes, stops and leaves the same: level ${level}`, async () => {
    const before = await compiled(`program-${level}`, PROGRAM, level);
    const after = trapAtPanics(before);
    const kept = [before, after].map(started);
    const stopped = new Set();
    for (let number = 0; number < 60; number++) {
      for (let way = 0; way < WAYS; way++) {
        const [one, other] = kept.map((program) => outcome(program, way, number));
        assert.deepEqual(other, one, `way ${way}, number ${number}, after others`);
        const [first, second] = [before, after].map((wasm) => outcome(started(wasm), way, number));
        assert.deepEqual(second, first, `way ${way}, number ${number}`);
        if (typeof first.result === 'string') stopped.add(way);
      }
    }
    const never = Array.from({ length: WAYS }, (_, way) => way).filter((way) => !stopped.has(way));
    assert.deepEqual(never, [11]);
  });
}

test('exported functions reach no message, no place in the source and no function that panics', async () => {
  const wasm = await compiled('reached', PROGRAM);
  const [before, after] = [wasm, trapAtPanics(wasm)].map(reached);
  for (const each of [
    /this is no digit/,
    /more than 40/,
    /reached\.rs/,
    /library\/core/,
    /9panicking9panic_fmt/,
    /expect_failed/,
    /too_large/,
  ]) {
    assert.match(before, each);
    assert.doesNotMatch(after, each);
  }
  assert.match(after, /4core9panicking4half/);
});

test('a program that reads where it is stops instead of reading something else', async () => {
  const wasm = await compiled('place', PLACE);
  assert.equal(started(wasm).line(), 4);
  const { line, item } = started(trapAtPanics(wasm));
  assert.throws(line, WebAssembly.RuntimeError);
  assert.equal(item(2), 8);
});

test('a function may return by an instruction, by a jump out of its body and at its end', async () => {
  const bodies = {
    never: '(call $told (i32.const 1)) (unreachable)',
    loops: '(loop $again (call $told (i32.const 1)) (br $again)) (unreachable)',
    returns: '(if (i32.const 1) (then (return))) (unreachable)',
    jumps: '(block $inner (br_if 1 (i32.const 1)) (br $inner)) (unreachable)',
    chooses: '(block $inner (br_table $inner 1 $inner (i32.const 1))) (unreachable)',
    ends: '(if (i32.const 1) (then (unreachable)))',
  };
  const text = Object.values(bodies).map((body) => `(func ${body})`);
  const source = path.join(folder, 'returns.wat');
  const target = path.join(folder, 'returns.wasm');
  await writeFile(
    source,
    `(module (import "env" "told" (func $told (param i32))) ${text.join('')})`,
  );
  binaryen('wasm-as', [source, '-o', target]);
  const wasm = await readFile(target);
  const results = functionsOf(wasm, sectionsOf(wasm)).bodies.map((body) => canReturn(wasm, body));
  assert.deepEqual(results, [false, false, true, true, true, true]);
});

test('a program that sets a panic hook is refused', async () => {
  const wasm = await compiled('hook', HOOK);
  assert.throws(() => trapAtPanics(wasm), /panic hook/);
});

test('a wasm without relocations is refused', () => {
  const nothing = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  assert.throws(() => trapAtPanics(nothing), /--emit-relocs/);
});
