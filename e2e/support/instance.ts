// Another instance of the portal beside that of the journeys: the same backend with other settings.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { bin, sandbox } from './addresses.ts';
import { freePort } from './ports.ts';

export interface Instance {
  /** Its origin. */
  origin: string;
  /** Its process. */
  pid: number | undefined;
  /** How long it took to be ready, in milliseconds: a new database is made in that time. */
  readyAfter: number;
  /** Ends it. */
  end: () => Promise<void>;
}

/** Starts an instance with the required settings and `settings`. */
export async function startInstance(
  settings: Record<string, string>,
  port?: number,
): Promise<Instance> {
  const shared = process.env.PARVIS_E2E_DATA ?? '';
  const own = mkdtempSync(join(tmpdir(), 'parvis-instance-'));
  port ??= await freePort();
  const origin = `http://localhost:${port}`;
  // With SIGXFSZ ignored, a write beyond the limit of a file's size is an error instead of a signal.
  const start = `trap '' XFSZ; exec ../${bin}/parvis-backend`;
  const began = performance.now();
  const backend: ChildProcess = spawn('bash', ['-c', start], {
    env: {
      PARVIS_LISTEN: `127.0.0.1:${port}`,
      PARVIS_PUBLIC_URL: origin,
      PARVIS_DATABASE_URL: `sqlite://${own}/parvis.db`,
      PARVIS_KEYS_FILE: join(shared, 'keys'),
      PARVIS_SITE_DIR: '../dist',
      PARVIS_BBB_URL: `${sandbox}/bigbluebutton/`,
      PARVIS_BBB_SECRET_FILE: join(shared, 'conference-secret'),
      PARVIS_OIDC_AGENTS_ISSUER: `${sandbox}/identity`,
      PARVIS_OIDC_AGENTS_NAME: 'ProConnect',
      PARVIS_OIDC_AGENTS_CLIENT_ID: 'parvis',
      PARVIS_OIDC_AGENTS_CLIENT_SECRET_FILE: join(shared, 'client-secret'),
      ...settings,
    },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => backend.once('exit', () => resolve()));
  const isReady = () =>
    fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isReady, { message: `${origin} is ready`, intervals: [10] }).toBe(true);
  const readyAfter = performance.now() - began;
  return {
    origin,
    pid: backend.pid,
    readyAfter,
    end: async () => {
      backend.kill();
      await ended;
      rmSync(own, { recursive: true, force: true });
    },
  };
}
