// Binaryen's command-line tools, with the features that every wasm of this build uses.

import { execFileSync } from 'node:child_process';

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

/** Passes that reduce the size. They run twice: the second run still removes 1 %. */
const SMALLER = ['--flatten', '--rereloop', '-Oz', '-Oz'];
const NAMELESS = ['--strip-debug', '--strip-producers', '--strip-target-features'];

/** Optimises a wasm for size and removes its names. */
export function optimise(wasm, out = wasm) {
  binaryen('wasm-opt', [wasm, ...SMALLER, ...SMALLER, ...NAMELESS, '-o', out]);
}
