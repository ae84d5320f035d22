// The servers that are measured: a sandbox as the conference server, a backend with a fresh database, and an identity
// provider within this process. Keeps their files in a folder of their own.

import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createProvider } from './provider.mjs';

/**
 * The servers, which do not run yet.
 * @param {string} bin the folder of the binaries
 * @param {number} port the backend's; the sandbox and the provider have the next two
 * @param {string} [databaseUrl] an empty database of PostgreSQL; without it, SQLite in the folder `data`
 */
export function prepareServers(bin, port, databaseUrl) {
  const addresses = {
    portal: `http://localhost:${port}`,
    backend: `http://127.0.0.1:${port}`,
    sandbox: `http://127.0.0.1:${port + 1}`,
    issuer: `http://127.0.0.1:${port + 2}`,
  };
  const data = mkdtempSync(join(tmpdir(), 'parvis-growth-'));
  const databaseFile = join(data, 'parvis.db');
  const processes = [];

  function spawnServer(program, settings) {
    const log = openSync(join(data, `${program}.log`), 'w');
    const started = spawn(join(bin, program), [], { env: settings, stdio: ['ignore', log, log] });
    processes.push(started);
    return started;
  }

  /** Returns the backend's process number, once it is ready. */
  async function start() {
    const secretFile = join(data, 'secret');
    const secret = randomBytes(24).toString('base64url');
    writeFileSync(secretFile, secret, { mode: 0o600 });
    const keysFile = join(data, 'keys');
    execFileSync(join(bin, 'parvis-backend'), ['keys', 'generate', keysFile]);
    createProvider(addresses.issuer)
      .listen(port + 2, '127.0.0.1')
      .unref();
    spawnServer('parvis-sandbox', {
      SANDBOX_LISTEN: `127.0.0.1:${port + 1}`,
      SANDBOX_BBB_SECRET: secret,
      SANDBOX_CLIENT_SECRET: secret,
      SANDBOX_REDIRECT_URIS: `${addresses.portal}/auth/callback`,
    });
    await untilAnswers(`${addresses.sandbox}/healthz`);
    const backend = spawnServer('parvis-backend', {
      PARVIS_LISTEN: `127.0.0.1:${port}`,
      PARVIS_PUBLIC_URL: addresses.portal,
      PARVIS_DATABASE_URL: databaseUrl ?? `sqlite://${databaseFile}`,
      PARVIS_KEYS_FILE: keysFile,
      PARVIS_BBB_URL: `${addresses.sandbox}/bigbluebutton/`,
      PARVIS_BBB_SECRET_FILE: secretFile,
      PARVIS_OIDC_AGENTS_ISSUER: addresses.issuer,
      PARVIS_OIDC_AGENTS_CLIENT_ID: 'parvis',
      PARVIS_OIDC_AGENTS_CLIENT_SECRET_FILE: secretFile,
      PARVIS_OIDC_AGENTS_NAME: 'ProConnect',
      PARVIS_OIDC_AGENTS_SCOPES: 'openid profile email',
      PARVIS_PHONE_NUMBER: '+33 1 23 45 67 89',
      PARVIS_MAX_ROOMS: '10000',
      // All connections come from one address.
      PARVIS_MAX_CONNECTIONS_PER_ADDRESS: '10000',
    });
    await untilAnswers(`${addresses.backend}/readyz`);
    return backend.pid;
  }

  /** Ends what was started. */
  async function stop() {
    const running = processes.filter(({ exitCode }) => exitCode === null);
    const ended = running.map((one) => new Promise((resolve) => one.once('exit', resolve)));
    for (const one of running) one.kill();
    await Promise.all(ended);
  }

  const removeData = () => rmSync(data, { recursive: true });

  return { addresses, data, databaseFile, start, stop, removeData };
}

async function untilAnswers(url) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(50)) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
  }
  throw new Error(`${url} does not answer`);
}
