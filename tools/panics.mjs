// Removes from a wasm what only the message of a panic needs. In a release build nobody sees that message: there is no
// panic hook that writes it, and a panic ends in a trap. So each call of a function that does nothing but panic becomes
// that trap; texts and the code that formats them are then unreachable, and wasm-split-cli leaves them out.
//
// The standard library can be built so by an unstable flag only (`panic = "immediate-abort"`).

import { RELOCATION, relocationsOf, symbolsOf, TO_DATA, withRelocations } from './linking.mjs';
import { frameOf, Operands } from './stack.mjs';
import {
  BLOCKS,
  functionNames,
  functionsOf,
  OP,
  Reader,
  readInstruction,
  SECTION,
  sectionsOf,
  skipLocals,
} from './wasm.mjs';

/** Functions of the standard library, and of the tables that it uses, that panic. Paths as in mangled names, where each
 * part follows its length. Functions that only call them are found. */
const PANICS = [
  /4core9panicking/,
  /4core6option1[34](unwrap|expect)_failed/,
  /4core6result13unwrap_failed/,
  /4core4cell\d+panic_already/,
  /4cell4lazy14panic_poisoned/,
  /4core5slice5index16slice_index_fail/,
  /4core5slice\w*17len_mismatch_fail/,
  /smallsort22panic_on_ord_violation/,
  /4core3str16slice_error_fail/,
  /5alloc7raw_vec1[27](handle_error|capacity_overflow)/,
  /5alloc5alloc18handle_alloc_error/,
  /5alloc3vec\w*13assert_failed/,
  /3std6thread5local18panic_access_error/,
  /3std9panicking11begin_panic/,
  /9hashbrown3raw11Fallibility17capacity_overflow/,
  /__rustc17rust_begin_unwind/,
];
/** Where the standard library has the panic hook, which would see the message, and what reads it. */
const HOOK = /3std9panicking4HOOK/;
const CALLS_HOOK = /3std9panicking15panic_with_hook/;

/** `core::panic::Location`: address and length of the file's name, line, column. */
const LOCATION_SIZE = 16;
const FILE_NAME = /\.rs\0?$/;

/** The name of the global that points to the end of the stack. */
const STACK_POINTER = '__stack_pointer';

/** Replaces, in a wasm linked with --emit-relocs, panics by traps. */
export function trapAtPanics(wasm) {
  const bytes = Buffer.from(wasm);
  const sections = sectionsOf(bytes);
  const { bodies } = functionsOf(bytes, sections);
  const symbols = symbolsOf(bytes, sections);
  const relocations = relocationsOf(bytes, sections, SECTION.code);
  const names = functionNames(bytes, sections);
  if (setsHook(bodies, names, symbols, relocations)) {
    throw new Error('a panic hook is set, which would not be called');
  }
  const panics = panicking(bytes, bodies, names);
  const locations = locationsIn(bytes, sections, symbols);
  const module = { bytes, symbols, relocations, panics, locations };
  // A function that only panics is one more whose calls are replaced.
  for (let found = -1; found !== panics.size; ) {
    found = panics.size;
    for (const body of bodies) trapIn(body, module);
  }
  return withRelocations(bytes, sections, SECTION.code, [...relocations.values()]);
}

/** The indices of functions that panic. The names of other functions may contain those of panics. */
function panicking(bytes, bodies, names) {
  const isPanic = (body) =>
    PANICS.some((panic) => panic.test(names.get(body.index))) && !canReturn(bytes, body);
  const known = bodies.filter(isPanic);
  if (known.length === 0) throw new Error('no function that panics: have their names changed?');
  return new Set(known.map(({ index }) => index));
}

/** Whether a function may return: by an instruction, by a jump out of its body or at its end. */
export function canReturn(bytes, { start, end }) {
  const reader = new Reader(bytes, start);
  skipLocals(reader);
  let depth = 0;
  let last;
  while (reader.at < end) {
    const at = reader.at;
    const op = readInstruction(reader);
    if (op === OP.return || jumpsFrom(bytes, at, op).includes(depth)) return true;
    if (BLOCKS.includes(op)) depth += 1;
    if (op === OP.end) depth -= 1;
    if (reader.at < end) last = op;
  }
  return last !== OP.unreachable;
}

/** How many blocks each jump of an instruction leaves. */
function jumpsFrom(bytes, at, op) {
  const reader = new Reader(bytes, at + 1);
  if (op === OP.br || op === OP.brIf) return [reader.number()];
  if (op !== OP.brTable) return [];
  return Array.from({ length: reader.number() + 1 }, () => reader.number());
}

/** Whether another function than the one that calls the panic hook refers to it. */
function setsHook(bodies, names, symbols, relocations) {
  const toHook = ({ type, symbol }) => TO_DATA.includes(type) && HOOK.test(symbols[symbol].name);
  const hooks = [...relocations.values()].filter(toHook);
  const refersToHook = ({ start, end }) => hooks.some(({ at }) => at >= start && at < end);
  return bodies.some((body) => refersToHook(body) && !CALLS_HOOK.test(names.get(body.index)));
}

/** Replaces the panics of a function, and takes a function that does nothing else for one that panics. */
function trapIn({ index, start, end }, { bytes, symbols, relocations, panics, locations }) {
  const reader = new Reader(bytes, start);
  skipLocals(reader);
  const first = reader.at;
  const operands = new Operands(frameOf(bytes, first, end, isStackPointer));
  // What an instruction before a panic has computed is lost with it, unless the instruction has an effect that outlives
  // the function, or is jumped to.
  let since = first;
  while (reader.at < end) {
    const at = reader.at;
    const op = readInstruction(reader);
    const operand = relocations.get(at + 1);
    if (op === OP.call && operand?.type === RELOCATION.functionIndex && isPanic(operand)) {
      bytes.fill(OP.unreachable, since, reader.at);
      for (let place = since; place < reader.at; place++) relocations.delete(place);
    } else if (op === OP.i32Const && TO_DATA.includes(operand?.type) && isLocation(operand)) {
      // Nobody reads where a panic is. An address at which there is nothing, -1, in as many bytes: who read it after
      // all would trap.
      bytes.fill(0xff, at + 1, reader.at - 1);
      bytes[reader.at - 1] = 0x7f;
      relocations.delete(operand.at);
    }
    if (operands.take(op, bytes, at)) since = reader.at;
  }
  if (bytes[first] === OP.unreachable) panics.add(index);

  function isPanic({ symbol }) {
    return panics.has(symbols[symbol].index);
  }
  function isLocation({ symbol }) {
    return locations.has(symbol);
  }
  function isStackPointer(place) {
    const relocation = relocations.get(place);
    const isGlobal = relocation?.type === RELOCATION.globalIndex;
    return isGlobal && symbols[relocation.symbol].name === STACK_POINTER;
  }
}

/** The symbols that are a `Location`. */
function locationsIn(bytes, sections, symbols) {
  const relocations = relocationsOf(bytes, sections, SECTION.data);
  const isLocation = ({ at, size }) => {
    const file = symbols[relocations.get(at)?.symbol];
    if (size !== LOCATION_SIZE || file?.at === undefined) return false;
    const others = [4, 8, 12].some((offset) => relocations.has(at + offset));
    const name = bytes.toString('latin1', file.at, file.at + file.size);
    return !others && FILE_NAME.test(name) && bytes.readUInt32LE(at + 4) <= file.size;
  };
  return new Set(symbols.flatMap((symbol, index) => (isLocation(symbol) ? [index] : [])));
}
