// Reads the binary format of WebAssembly (https://webassembly.github.io/spec/core/binary/), as far as this build's
// tools need it: sections, function bodies, names, and where an instruction ends.

/** Reads values one after the other. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    if (this.at >= this.bytes.length) throw new Error('the file ends within a value');
    return this.bytes[this.at++];
  }

  /** An unsigned LEB128. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  /** A signed LEB128 of 32 bits. */
  signed() {
    const start = this.at;
    const value = this.number();
    const bits = 7 * (this.at - start);
    return bits < 32 && this.bytes[this.at - 1] & 0x40 ? value - 2 ** bits : value | 0;
  }

  /** Passes over LEB128s, signed or unsigned. */
  skipNumbers(count) {
    for (let n = 0; n < count; n++) while (this.byte() >= 0x80);
  }

  text() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }
}

/** An unsigned LEB128. */
export function leb(value) {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest]);
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** A custom section. */
export function customSection(name, ...contents) {
  const payload = Buffer.concat([leb(name.length), Buffer.from(name), ...contents]);
  return Buffer.concat([Buffer.from([0]), leb(payload.length), payload]);
}

export const SECTION = { custom: 0, import: 2, function: 3, element: 9, code: 10, data: 11 };

/** The sections of a wasm: `header` is where each begins, `start` where its contents begin (of a custom section,
 * those after its name). */
export function sectionsOf(bytes) {
  const reader = new Reader(bytes, 8); // after the magic number and the version
  const sections = [];
  while (reader.at < bytes.length) {
    const header = reader.at;
    const id = reader.byte();
    const size = reader.number();
    const end = reader.at + size;
    const name = id === SECTION.custom ? reader.text() : undefined;
    sections.push({ id, name, header, start: reader.at, end });
    reader.at = end;
  }
  return sections;
}

/** The types of all functions, by index, and the bodies of those that the wasm defines. Imported functions come first
 * in the numbering: `imported` is their count. */
export function functionsOf(bytes, sections) {
  const types = importedTypes(bytes, sections);
  const imported = types.length;
  const code = sections.find(({ id }) => id === SECTION.code);
  const bodies = [];
  if (!code) return { imported, types, bodies };
  const declared = new Reader(bytes, sections.find(({ id }) => id === SECTION.function).start);
  for (let count = declared.number(); count > 0; count--) types.push(declared.number());
  const reader = new Reader(bytes, code.start);
  for (let count = reader.number(); count > 0; count--) {
    const size = reader.number();
    bodies.push({ index: imported + bodies.length, start: reader.at, end: reader.at + size });
    reader.at += size;
  }
  return { imported, types, bodies };
}

/** The types of imported functions. */
function importedTypes(bytes, sections) {
  const imports = sections.find(({ id }) => id === SECTION.import);
  const types = [];
  if (!imports) return types;
  const reader = new Reader(bytes, imports.start);
  for (let count = reader.number(); count > 0; count--) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === 0) types.push(reader.number());
    else if (kind === 3) reader.at += 2;
    else {
      if (kind === 1) reader.byte();
      const hasMaximum = reader.number() & 1;
      reader.skipNumbers(hasMaximum ? 2 : 1);
    }
  }
  return types;
}

/** The names of functions, by index. */
export function functionNames(bytes, sections) {
  const names = new Map();
  const section = sections.find(({ name }) => name === 'name');
  if (!section) return names;
  const reader = new Reader(bytes, section.start);
  while (reader.at < section.end) {
    const kind = reader.byte();
    const end = reader.number() + reader.at;
    if (kind === 1) {
      for (let count = reader.number(); count > 0; count--) {
        const index = reader.number();
        names.set(index, reader.text());
      }
    }
    reader.at = end;
  }
  return names;
}

/** A `name` section in which function `index` has the name `names[index]`. */
export function nameSection(names) {
  const entries = names.flatMap((name, index) => [leb(index), leb(name.length), Buffer.from(name)]);
  const map = Buffer.concat([leb(names.length), ...entries]);
  return customSection('name', Buffer.from([1]), leb(map.length), map);
}

/** `block`, `loop` and `if`. */
export const BLOCKS = [0x02, 0x03, 0x04];

export const OP = {
  unreachable: 0x00,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  i32Const: 0x41,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  refNull: 0xd0,
  refFunc: 0xd2,
};

/** How many numbers follow an operation, where that is neither none nor a matter of its own. */
const NUMBERS = new Map([
  ...[...BLOCKS, OP.br, OP.brIf, OP.call, 0x3f, 0x40, OP.i32Const, 0x42, 0xd0, 0xd2].map(one),
  ...range(0x20, 0x26).map(one),
  ...[0x11, ...range(0x28, 0x3e)].map((op) => [op, 2]),
]);
/** The same of operations with the prefix 0xFC. */
const PREFIXED_NUMBERS = new Map([
  ...range(0, 7).map((op) => [op, 0]),
  ...[8, 10, 12, 14].map((op) => [op, 2]),
  ...[9, 11, 13, 15, 16, 17].map(one),
]);
const WITHOUT_NUMBERS = new Set([
  ...[OP.unreachable, 0x01, 0x05, OP.end, OP.return, 0x1a, 0x1b, 0xd1],
  ...range(0x45, 0xc4),
]);

function one(op) {
  return [op, 1];
}

export function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

/** Reads an instruction, and returns its operation. */
export function readInstruction(reader) {
  const op = reader.byte();
  if (WITHOUT_NUMBERS.has(op)) return op;
  if (NUMBERS.has(op)) reader.skipNumbers(NUMBERS.get(op));
  else if (op === OP.brTable) reader.skipNumbers(reader.number() + 1);
  else if (op === 0x1c) reader.skipNumbers(reader.number());
  else if (op === 0x43) reader.at += 4;
  else if (op === 0x44) reader.at += 8;
  else if (op === 0xfc) {
    const prefixed = reader.number();
    if (!PREFIXED_NUMBERS.has(prefixed)) throw new Error(`unknown operation 0xfc ${prefixed}`);
    reader.skipNumbers(PREFIXED_NUMBERS.get(prefixed));
  } else throw new Error(`unknown operation 0x${op.toString(16)}`);
  return op;
}

/** Passes over the declarations of a function's locals, with which its body begins. */
export function skipLocals(reader) {
  for (let groups = reader.number(); groups > 0; groups--) reader.skipNumbers(2);
}
