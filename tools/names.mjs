// Names of files that a browser may keep for ever: each bears its content's hash.

import { createHash } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';

/** Gives a file its content's name, in its folder or in another; answers its address. */
export async function nameByContent(file, stem, folder = path.dirname(file)) {
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 12);
  const name = `${stem}-${hash}${path.extname(file)}`;
  await rename(file, path.join(folder, name));
  return `/${path.basename(folder)}/${name}`;
}
