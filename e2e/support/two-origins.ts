// The app on one origin, as on a CDN, and the backend on another of the same host: the files that
// `parvis-backend site` renders, a plain web server for them, and a backend that serves no page.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from './ports.ts';

export interface TwoOrigins {
  /** Where the app is. */
  app: string;
  /** Where the backend is. */
  api: string;
  /** Where the conference server and the identity provider are. */
  sandbox: string;
  end: () => Promise<void>;
}

const KINDS: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Serves the files of `folder`; its page at every other address without an ending. */
function serveFiles(folder: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    const own = join(folder, path);
    const kind = KINDS[extname(path)];
    const file = kind && existsSync(own) ? own : undefined;
    if (kind && !file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': kind ?? KINDS['.html'] });
    response.end(readFileSync(file ?? join(folder, 'index.html')));
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

function isReady(address: string): () => Promise<boolean> {
  return () =>
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
}

export async function startTwoOrigins(): Promise<TwoOrigins> {
  const shared = process.env.PARVIS_E2E_DATA ?? '';
  const own = mkdtempSync(join(tmpdir(), 'parvis-two-origins-'));
  const [appPort, apiPort, sandboxPort] = [await freePort(), await freePort(), await freePort()];
  const [app, api] = [`http://localhost:${appPort}`, `http://localhost:${apiPort}`];
  const sandbox = `http://127.0.0.1:${sandboxPort}`;
  const secret = (name: string) => readFileSync(join(shared, name), 'utf8');
  const environment = {
    PARVIS_LISTEN: `127.0.0.1:${apiPort}`,
    PARVIS_PUBLIC_URL: api,
    PARVIS_PORTAL_ORIGINS: app,
    PARVIS_DATABASE_URL: `sqlite://${own}/parvis.db`,
    PARVIS_KEYS_FILE: join(shared, 'keys'),
    PARVIS_BBB_URL: `${sandbox}/bigbluebutton/`,
    PARVIS_BBB_SECRET_FILE: join(shared, 'conference-secret'),
    PARVIS_OIDC_AGENTS_ISSUER: `${sandbox}/identity`,
    PARVIS_OIDC_AGENTS_NAME: 'ProConnect',
    PARVIS_OIDC_AGENTS_CLIENT_ID: 'parvis',
    PARVIS_OIDC_AGENTS_CLIENT_SECRET_FILE: join(shared, 'client-secret'),
    PARVIS_SERVICE_NAME: 'Visio',
  };
  const site = join(own, 'site');
  const rendered = spawnSync(
    '../target/ci/parvis-backend',
    ['site', '--dist', '../dist', '--out', site],
    { env: environment, encoding: 'utf8' },
  );
  expect(rendered.stderr, 'the site is rendered').toBe('');
  const files = await serveFiles(site, appPort);
  const processes: ChildProcess[] = [
    spawn('../target/ci/parvis-sandbox', [], {
      env: {
        SANDBOX_LISTEN: `127.0.0.1:${sandboxPort}`,
        SANDBOX_BBB_SECRET: secret('conference-secret'),
        SANDBOX_CLIENT_SECRET: secret('client-secret'),
        SANDBOX_REDIRECT_URIS: `${api}/auth/callback`,
        SANDBOX_POST_LOGOUT_URIS: `${app}/`,
      },
      stdio: 'ignore',
    }),
    spawn('../target/ci/parvis-backend', [], { env: environment, stdio: 'ignore' }),
  ];
  const ended = processes.map(
    (process) => new Promise<void>((resolve) => process.once('exit', () => resolve())),
  );
  await expect.poll(isReady(`${sandbox}/healthz`), { message: 'the sandbox is ready' }).toBe(true);
  await expect.poll(isReady(`${api}/readyz`), { message: 'the backend is ready' }).toBe(true);
  return {
    app,
    api,
    sandbox,
    end: async () => {
      for (const process of processes) process.kill();
      await Promise.all(ended);
      await new Promise((resolve) => {
        files.close(resolve);
        files.closeAllConnections();
      });
      rmSync(own, { recursive: true, force: true });
    },
  };
}
