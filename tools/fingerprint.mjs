// Detects whether the inputs of a build have changed.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A hash over the names and contents of files. `others` are inputs that are not files. */
export async function fingerprint(files, ...others) {
  const all = createHash('sha256');
  for (const file of files) all.update(file).update(await readFile(file));
  for (const other of others) all.update(other);
  return all.digest('hex');
}

/** Whether the last build, which wrote its fingerprint to `file`, had the same inputs. */
export async function isUpToDate(file, stamp) {
  return existsSync(file) && (await readFile(file, 'utf8')) === stamp;
}
