// Binaryen's command-line tools, with the features that every wasm of this build uses.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

import { directCalls } from './direct.mjs';
import { placesBySimilarity } from './similar.mjs';
import { functionsOf, nameSection, sectionsOf } from './wasm.mjs';

const FEATURES = [
  '--enable-bulk-memory',
  '--enable-nontrapping-float-to-int',
  '--enable-sign-ext',
  '--enable-mutable-globals',
  '--enable-reference-types',
  '--enable-multivalue',
];

/** Runs a tool and returns its output. Warnings are shown only when it fails. */
export function binaryen(tool, given) {
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 };
  return execFileSync(tool, [...FEATURES, ...given], options);
}

/** Passes that reduce the size. They run twice: the second run still removes 1 %. Without `local-cse` the wasm is
 * larger before compression and smaller after it, as that pass makes functions that are alike use different locals.
 * `low-memory-unused` is sound because the sum of an address and a constant below 1024 never wraps: data begin at
 * 1 MiB, and below them is the stack. */
const SMALLER = ['--flatten', '--rereloop', '-Oz', '-Oz'];
const EXCEPT = ['--skip-pass=local-cse', '--low-memory-unused'];
const NAMELESS = ['--strip-debug', '--strip-producers', '--strip-target-features'];

/** Optimises a wasm for its size after compression, and removes its names. */
export function optimise(wasm, out = wasm) {
  writeFileSync(out, directCalls(readFileSync(wasm)));
  binaryen('wasm-opt', [out, ...EXCEPT, ...SMALLER, ...SMALLER, ...NAMELESS, '-o', out]);
  reorder(out);
}

/** Orders functions by their similarity. Binaryen can order them by their names only: so their places become their
 * names. */
export function reorder(wasm) {
  const bytes = readFileSync(wasm);
  const { imported } = functionsOf(bytes, sectionsOf(bytes));
  const names = [...Array(imported).fill(0), ...placesBySimilarity(bytes)].map((place, index) =>
    [index < imported ? 'import' : 'function', String(place).padStart(6, '0'), index].join('-'),
  );
  writeFileSync(wasm, Buffer.concat([bytes, nameSection(names)]));
  binaryen('wasm-opt', [wasm, '--reorder-functions-by-name', ...NAMELESS, '-o', wasm]);
}
