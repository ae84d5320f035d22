// Finds an order of a wasm's functions in which those that resemble each other are neighbours. A compressor writes a
// repetition in fewer bits the nearer it is, and gzip finds none that is more than 32 kB away. To the program, the
// order means nothing.

import { functionsOf, sectionsOf } from './wasm.mjs';

/** Functions are compared by the sequences of so many bytes that occur in them. */
const SEQUENCE = 3;

/** The place of each function in such an order, without those that are imported: each is followed by the one, of
 * those that are left, that has most in common with it. */
export function placesBySimilarity(bytes) {
  const functions = functionsOf(bytes, sectionsOf(bytes)).bodies.map(({ start, end }) =>
    sequences(bytes, start, end),
  );
  const users = usersOf(functions);
  const places = new Array(functions.length);
  let current = longest(functions);
  for (let place = 0; place < functions.length; place++) {
    places[current] = place;
    current = mostSimilar(current, functions, users, places);
  }
  return places;
}

/** The sequences of bytes in a function, each once, as numbers. */
function sequences(bytes, start, end) {
  const found = new Set();
  for (let at = start; at + SEQUENCE <= end; at++) found.add(bytes.readUIntBE(at, SEQUENCE));
  return found;
}

/** The functions in which each sequence occurs. */
function usersOf(functions) {
  const users = new Map();
  functions.forEach((all, index) => {
    for (const sequence of all) {
      if (!users.has(sequence)) users.set(sequence, []);
      users.get(sequence).push(index);
    }
  });
  return users;
}

function longest(functions) {
  const sizes = functions.map(({ size }) => size);
  return sizes.indexOf(Math.max(...sizes));
}

/** Of the functions without a place, the one whose sequences have the greatest part in common with `current`'s. */
function mostSimilar(current, functions, users, places) {
  const common = new Uint32Array(functions.length);
  for (const sequence of functions[current]) {
    for (const user of users.get(sequence)) common[user]++;
  }
  let best;
  let greatest = -1;
  for (let index = 0; index < functions.length; index++) {
    if (places[index] !== undefined) continue;
    const all = functions[current].size + functions[index].size - common[index];
    const part = all === 0 ? 0 : common[index] / all;
    if (part > greatest) [best, greatest] = [index, part];
  }
  return best;
}
