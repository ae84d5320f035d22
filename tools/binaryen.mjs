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

/** Makes a wasm as small as it gets, without names. */
export function optimise(wasm, out = wasm) {
  const passes = ['--flatten', '--rereloop', '-Oz', '-Oz', '--strip-debug', '--strip-producers'];
  binaryen('wasm-opt', [wasm, ...passes, '-o', out]);
}
