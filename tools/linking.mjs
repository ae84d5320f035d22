// Reads what the linker leaves in a wasm with --emit-relocs: symbols, and the places in code and data that refer to
// them (https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md).

import { customSection, leb, Reader, SECTION } from './wasm.mjs';

const SYMBOL = { data: 1, section: 3 };
const SYMBOL_TABLE = 8;
const UNDEFINED = 0x10;
const EXPLICIT_NAME = 0x40;
/** Types of relocation that a number follows, which is added to the address. */
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);

export const RELOCATION = { functionIndex: 0, globalIndex: 7 };
/** Types of relocation to the address of data. */
export const TO_DATA = [3, 4, 5];

/** The symbols of a wasm. Those of functions and globals have an `index`; those of data have `at`, where they begin in
 * the file, and `size`. */
export function symbolsOf(bytes, sections) {
  const linking = sections.find(({ name }) => name === 'linking');
  if (!linking) throw new Error('a wasm without relocations: link it with --emit-relocs');
  const segments = dataSegments(bytes, sections);
  const reader = new Reader(bytes, linking.start);
  reader.number(); // the version of the format
  const symbols = [];
  while (reader.at < linking.end) {
    const kind = reader.byte();
    const end = reader.number() + reader.at;
    if (kind === SYMBOL_TABLE) {
      for (let count = reader.number(); count > 0; count--) symbols.push(symbol(reader, segments));
    }
    reader.at = end;
  }
  return symbols;
}

function symbol(reader, segments) {
  const kind = reader.byte();
  const flags = reader.number();
  const isDefined = !(flags & UNDEFINED);
  if (kind === SYMBOL.section) return { section: reader.number() };
  if (kind === SYMBOL.data) {
    const name = reader.text();
    if (!isDefined) return { name };
    const start = segments[reader.number()];
    return { name, at: start + reader.number(), size: reader.number() };
  }
  const index = reader.number();
  const name = isDefined || flags & EXPLICIT_NAME ? reader.text() : undefined;
  return { name, index };
}

/** Where the bytes of each data segment begin. */
function dataSegments(bytes, sections) {
  const starts = [];
  const data = sections.find(({ id }) => id === SECTION.data);
  if (!data) return starts;
  const reader = new Reader(bytes, data.start);
  for (let count = reader.number(); count > 0; count--) {
    const flags = reader.number();
    if (flags > 1) throw new Error('a data segment of another memory');
    // An active segment begins with a constant expression: its operation, a number and its end.
    if (flags === 0) {
      reader.byte();
      reader.skipNumbers(1);
      reader.byte();
    }
    const size = reader.number();
    starts.push(reader.at);
    reader.at += size;
  }
  return starts;
}

/** The relocations of a section by their place in the file, in the order of these. `entry` is how the file has each. */
export function relocationsOf(bytes, sections, id) {
  const found = new Map();
  const [section, relocations] = pair(sections, id);
  if (!relocations) return found;
  const reader = new Reader(bytes, relocations.start);
  reader.number(); // the section's place among the others
  for (let count = reader.number(); count > 0; count--) {
    const start = reader.at;
    const type = reader.byte();
    const at = reader.number() + section.start;
    const symbol = reader.number();
    if (WITH_ADDEND.has(type)) reader.skipNumbers(1);
    found.set(at, { type, at, symbol, entry: bytes.subarray(start, reader.at) });
  }
  return found;
}

/** A wasm whose section `id` has the relocations `kept` only. */
export function withRelocations(bytes, sections, id, kept) {
  const [, relocations] = pair(sections, id);
  const target = new Reader(bytes, relocations.start).number();
  const entries = kept.map(({ entry }) => entry);
  const section = customSection(relocations.name, leb(target), leb(kept.length), ...entries);
  return Buffer.concat([
    bytes.subarray(0, relocations.header),
    section,
    bytes.subarray(relocations.end),
  ]);
}

function pair(sections, id) {
  const name = { [SECTION.code]: 'reloc.CODE', [SECTION.data]: 'reloc.DATA' }[id];
  const relocations = sections.find((section) => section.name === name);
  return [sections.find((section) => section.id === id), relocations];
}
