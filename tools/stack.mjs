// Follows the operands of a function's instructions, as far as is needed to tell what it writes to its own frame of the
// stack, which nothing of the program reads once the function has ended in a trap, from what others see afterwards.

import { OP, Reader, range, readInstruction } from './wasm.mjs';

/** How a function with a frame begins: it moves the stack pointer down by the frame's size. */
const PROLOGUE = [OP.globalGet, OP.i32Const, OP.i32Sub, OP.localTee];

/** The local that holds the address of a function's frame and the global that is the stack pointer, or undefined.
 * `isStackPointer` tells whether the number at a place of the file is that global's. */
export function frameOf(bytes, first, end, isStackPointer) {
  const reader = new Reader(bytes, first);
  const numbers = [];
  for (const op of PROLOGUE) {
    const at = reader.at;
    if (reader.at >= end || readInstruction(reader) !== op) return undefined;
    numbers.push(new Reader(bytes, at + 1).number());
  }
  if (!isStackPointer(first + 1)) return undefined;
  const [stackPointer, , , local] = numbers;
  while (reader.at < end) {
    const at = reader.at;
    const op = readInstruction(reader);
    const isSet = op === OP.localSet || op === OP.localTee;
    if (isSet && new Reader(bytes, at + 1).number() === local) return undefined;
  }
  return { local, stackPointer };
}

/** The operands of instructions that follow one another: of each, whether it is an address in the frame. */
export class Operands {
  constructor(frame) {
    this.frame = frame;
    this.known = [];
  }

  /** Takes an instruction. Returns whether it has an effect that outlives the function, or is the start or the target
   * of a jump: all operands are unknown then. */
  take(op, bytes, at) {
    const number = () => new Reader(bytes, at + 1).number();
    if (op === OP.localGet) this.known.push(number() === this.frame?.local);
    else if (op === OP.globalSet && number() === this.frame?.stackPointer) this.known.pop();
    else if (op === OP.i32Add) this.known.push([this.known.pop(), this.known.pop()].includes(true));
    else if (isStore(op)) {
      this.known.pop();
      if (!this.known.pop()) return this.#forget();
    } else if (!COMPUTE.has(op)) return this.#forget();
    else {
      const [taken, given] = COMPUTE.get(op);
      for (let n = 0; n < taken; n++) this.known.pop();
      for (let n = 0; n < given; n++) this.known.push(false);
    }
    return false;
  }

  #forget() {
    this.known = [];
    return true;
  }
}

function isStore(op) {
  return op >= 0x36 && op <= 0x3e;
}

/** How many operands instructions take and give that only compute. */
const COMPUTE = new Map([
  ...each(0, 1, OP.globalGet, OP.i32Const, 0x42, 0x43, 0x44),
  ...each(1, 0, 0x1a, OP.localSet),
  ...each(1, 1, OP.localTee, ...range(0x28, 0x35), 0x45, 0x50, ...range(0x67, 0x69)),
  ...each(1, 1, ...range(0x79, 0x7b), ...range(0x8b, 0x91), ...range(0x99, 0x9f)),
  ...each(1, 1, ...range(0xa7, 0xc4)),
  ...each(2, 1, ...range(0x46, 0x4f), ...range(0x51, 0x66), ...range(0x6a, 0x78)),
  ...each(2, 1, ...range(0x7c, 0x8a), ...range(0x92, 0x98), ...range(0xa0, 0xa6)),
  ...each(3, 1, 0x1b),
]);

function each(taken, given, ...ops) {
  return ops.map((op) => [op, [taken, given]]);
}
