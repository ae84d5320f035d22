// Waits until the demo accounts have their rooms.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { port } from './addresses.ts';

export default async function seeded(): Promise<void> {
  const done = join(process.env.PARVIS_E2E_DATA ?? '', `seeded-${port}`);
  const deadline = Date.now() + 60_000;
  while (!existsSync(done)) {
    if (Date.now() > deadline) throw new Error(`the demo accounts were not seeded: no ${done}`);
    await setTimeout(50);
  }
}
