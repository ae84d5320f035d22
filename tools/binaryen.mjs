// Binaryen's tools, with what all of our wasm is made with.

import { execFileSync } from 'node:child_process';

const FEATURES = [
  '--enable-bulk-memory',
  '--enable-nontrapping-float-to-int',
  '--enable-sign-ext',
  '--enable-mutable-globals',
  '--enable-reference-types',
  '--enable-multivalue',
];

/** Runs one of the tools; answers what it prints. What it warns of is told only when it fails. */
export function binaryen(tool, given) {
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 };
  return execFileSync(tool, [...FEATURES, ...given], options);
}

/** What makes a wasm smaller. The second time still takes 1 % of it. */
const SMALLER = ['--flatten', '--rereloop', '-Oz', '-Oz'];
const NAMELESS = ['--strip-debug', '--strip-producers', '--strip-target-features'];

/** Makes a wasm as small as it gets, without names. */
export function optimise(wasm, out = wasm) {
  binaryen('wasm-opt', [wasm, ...SMALLER, ...SMALLER, ...NAMELESS, '-o', out]);
}
