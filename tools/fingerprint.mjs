// Whether anything has changed of what something is built from.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One value for the names and contents of files. `others` are inputs that stand in no file. */
export async function fingerprint(files, ...others) {
  const all = createHash('sha256');
  for (const file of files) all.update(file).update(await readFile(file));
  for (const other of others) all.update(other);
  return all.digest('hex');
}

/** Whether the last build, which has left its fingerprint in `file`, was of the same inputs. */
export async function isUpToDate(file, stamp) {
  return existsSync(file) && (await readFile(file, 'utf8')) === stamp;
}
