// Makes calls through the table direct where the wasm itself has put the function there. wasm-split-cli lets a chunk
// call functions of other files through the table; once chunks are merged, caller and function are in one file, and a
// direct call is shorter and can be inlined. Nothing replaces a function in the table: each file writes places of its
// own, which the build checks.

import {
  functionsOf,
  leb,
  OP,
  Reader,
  readInstruction,
  SECTION,
  sectionsOf,
  skipLocals,
} from './wasm.mjs';

/** A wasm that calls its own functions directly. */
export function directCalls(bytes) {
  const sections = sectionsOf(bytes);
  const code = sections.find(({ id }) => id === SECTION.code);
  const table = tableOf(bytes, sections);
  if (!code || table.size === 0) return bytes;
  const { bodies, types } = functionsOf(bytes, sections);
  const written = bodies.map((body) => withDirectCalls(bytes, body, table, types));
  const payload = Buffer.concat([leb(bodies.length), ...written]);
  return Buffer.concat([
    bytes.subarray(0, code.header),
    Buffer.from([SECTION.code]),
    leb(payload.length),
    payload,
    bytes.subarray(code.end),
  ]);
}

/** The functions that a wasm puts into the table, by their place. */
export function tableOf(bytes, sections) {
  const table = new Map();
  const elements = sections.find(({ id }) => id === SECTION.element);
  if (!elements) return table;
  const reader = new Reader(bytes, elements.start);
  for (let count = reader.number(); count > 0; count--) {
    const flags = reader.number();
    // Functions, as numbers or as expressions, at a place of the first table, which may be named.
    if (![0, 2, 4, 6].includes(flags)) throw new Error(`elements of another kind: ${flags}`);
    const isNamed = (flags & 2) !== 0;
    const areExpressions = (flags & 4) !== 0;
    if (isNamed && reader.number() !== 0) throw new Error('elements of another table');
    if (reader.byte() !== OP.i32Const) throw new Error('elements at a place that is not constant');
    const first = reader.signed();
    reader.byte();
    if (isNamed) reader.byte();
    const length = reader.number();
    for (let place = first; place < first + length; place++) {
      const isNull = areExpressions && reader.byte() === OP.refNull;
      const index = reader.number();
      if (isNull) table.delete(place);
      else table.set(place, index);
      if (areExpressions) reader.byte();
    }
  }
  return table;
}

function withDirectCalls(bytes, { start, end }, table, types) {
  const reader = new Reader(bytes, start);
  skipLocals(reader);
  const parts = [];
  let copied = start;
  let last;
  while (reader.at < end) {
    const at = reader.at;
    const op = readInstruction(reader);
    if (op === OP.callIndirect && last.op === OP.i32Const) {
      const index = table.get(new Reader(bytes, last.at + 1).signed());
      const operands = new Reader(bytes, at + 1);
      const [type, tableIndex] = [operands.number(), operands.number()];
      if (index !== undefined && types[index] === type && tableIndex === 0) {
        parts.push(bytes.subarray(copied, last.at), Buffer.from([OP.call]), leb(index));
        copied = reader.at;
      }
    }
    last = { op, at };
  }
  const body = Buffer.concat([...parts, bytes.subarray(copied, end)]);
  return Buffer.concat([leb(body.length), body]);
}

/** Checks that no two files write the same place of the table. */
export function checkPlaces(files) {
  const written = new Map();
  for (const [name, bytes] of files) {
    for (const place of tableOf(bytes, sectionsOf(bytes)).keys()) {
      if (written.has(place)) {
        throw new Error(`${name} and ${written.get(place)} both write place ${place} of the table`);
      }
      written.set(place, name);
    }
  }
}
