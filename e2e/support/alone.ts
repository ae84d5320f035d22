// A portal with its own conference server and identity provider, for tests that would affect everybody's meetings.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { bin } from './addresses.ts';
import { type Instance, startInstance } from './instance.ts';
import { freePort } from './ports.ts';

export interface Alone extends Instance {
  /** The origin of its conference server and identity provider. */
  sandbox: string;
}

/** Starts both; the conference server has a `behaviour`, the portal `settings`. */
export async function startAlone(
  behaviour: Record<string, unknown>,
  settings: Record<string, string>,
): Promise<Alone> {
  const secret = (name: string) =>
    readFileSync(join(process.env.PARVIS_E2E_DATA ?? '', name), 'utf8');
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const [portal, sandbox] = [`http://localhost:${port}`, `http://127.0.0.1:${sandboxPort}`];
  const server = spawn(`../${bin}/parvis-sandbox`, [], {
    env: {
      SANDBOX_LISTEN: `127.0.0.1:${sandboxPort}`,
      SANDBOX_BBB_SECRET: secret('conference-secret'),
      SANDBOX_CLIENT_SECRET: secret('client-secret'),
      SANDBOX_REDIRECT_URIS: `${portal}/auth/callback`,
      SANDBOX_POST_LOGOUT_URIS: `${portal}/`,
    },
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const behaves = () =>
    fetch(`${sandbox}/_sandbox/behaviour`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(behaviour),
    }).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(behaves, { message: `${sandbox} behaves as it is told` }).toBe(true);
  const instance = await startInstance(
    {
      PARVIS_BBB_URL: `${sandbox}/bigbluebutton/`,
      PARVIS_OIDC_AGENTS_ISSUER: `${sandbox}/identity`,
      PARVIS_CONFERENCE_ORIGINS: sandbox,
      ...settings,
    },
    port,
  );
  return {
    ...instance,
    sandbox,
    end: async () => {
      await instance.end();
      server.kill();
      await ended;
    },
  };
}
