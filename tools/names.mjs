// Names of files that a browser may cache for ever: each contains the hash of the content.

import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';

import { sha256 } from './fingerprint.mjs';

/** Renames a file by its content, in its folder or into another; returns its address. */
export async function nameByContent(file, stem, folder = path.dirname(file)) {
  const hash = sha256(await readFile(file)).slice(0, 12);
  const name = `${stem}-${hash}${path.extname(file)}`;
  await rename(file, path.join(folder, name));
  return `/${path.basename(folder)}/${name}`;
}
