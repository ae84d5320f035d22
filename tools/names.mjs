// Names of files that a browser may keep for ever: each bears its content's hash.

import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';

import { sha256 } from './fingerprint.mjs';

/** Gives a file its content's name, in its folder or in another; answers its address. */
export async function nameByContent(file, stem, folder = path.dirname(file)) {
  const hash = sha256(await readFile(file)).slice(0, 12);
  const name = `${stem}-${hash}${path.extname(file)}`;
  await rename(file, path.join(folder, name));
  return `/${path.basename(folder)}/${name}`;
}
