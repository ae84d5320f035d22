// The app on one origin, as on a CDN, and the backend on another, of the same host or domain: the files that
// `parvis-backend site` renders, a web server that serves them with the headers of `_headers`, and a backend that
// serves no page. Optionally both over TLS, with a proxy in front of the backend.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { expect } from '@playwright/test';
import { bin } from './addresses.ts';
import { exportedHeaders } from './exported-headers.ts';
import { freePort } from './ports.ts';
import { proxyTo } from './proxy.ts';

/** A domain whose hosts the test's browsers resolve to this machine. */
export const DOMAIN = 'parvis.test';

/** The host names of the two. */
export interface Hosts {
  app: string;
  api: string;
}

export interface TwoOrigins {
  /** The origin of the app. */
  app: string;
  /** The origin of the backend. */
  api: string;
  /** The origin of conference server and identity provider. */
  sandbox: string;
  /** The cookies that the app's origin has received. */
  cookiesAtApp: string[];
  end: () => Promise<void>;
}

const KINDS: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** A key and a self-signed certificate for this machine and the domain. */
function certificate(folder: string): { key: Buffer; cert: Buffer } {
  const [key, cert] = [join(folder, 'tls-key.pem'), join(folder, 'tls.pem')];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const names = `subjectAltName=DNS:localhost,DNS:*.${DOMAIN}`;
  const name = ['-subj', '/CN=localhost', '-addext', names, '-days', '2'];
  const made = spawnSync('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', cert]);
  expect(made.status, `openssl makes a certificate: ${made.stderr}`).toBe(0);
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

/** Starts a server on a port, over TLS if there is a certificate. */
function serve(
  port: number,
  tls: ReturnType<typeof certificate> | undefined,
  answer: RequestListener,
): Promise<Server> {
  const server = tls ? createTlsServer(tls, answer) : createServer(answer);
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

/** Serves the files of `folder`, and its page at every other address without an extension. Records cookies. */
function filesOf(folder: string, cookieCame: (cookie: string) => void): RequestListener {
  const headersOf = exportedHeaders(join(folder, '_headers'));
  return (request, response) => {
    if (request.headers.cookie) cookieCame(request.headers.cookie);
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    const own = join(folder, path);
    const kind = KINDS[extname(path)];
    const file = kind && existsSync(own) ? own : undefined;
    if (kind && !file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': kind ?? KINDS['.html'], ...headersOf(path) });
    response.end(readFileSync(file ?? join(folder, 'index.html')));
  };
}

function isReady(address: string): () => Promise<boolean> {
  return () =>
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
}

export async function startTwoOrigins(
  overTls: boolean,
  hosts: Hosts = { app: 'localhost', api: 'localhost' },
): Promise<TwoOrigins> {
  const shared = process.env.PARVIS_E2E_DATA ?? '';
  const own = mkdtempSync(join(tmpdir(), 'parvis-two-origins-'));
  const [appPort, apiPort, sandboxPort] = [await freePort(), await freePort(), await freePort()];
  const backendPort = overTls ? await freePort() : apiPort;
  const tls = overTls ? certificate(own) : undefined;
  const scheme = overTls ? 'https' : 'http';
  const [app, api] = [`${scheme}://${hosts.app}:${appPort}`, `${scheme}://${hosts.api}:${apiPort}`];
  const sandbox = `http://127.0.0.1:${sandboxPort}`;
  const secret = (name: string) => readFileSync(join(shared, name), 'utf8');
  const environment = {
    PARVIS_LISTEN: `127.0.0.1:${backendPort}`,
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
    `../${bin}/parvis-backend`,
    ['site', '--dist', '../dist', '--out', site],
    { env: environment, encoding: 'utf8' },
  );
  expect(rendered.stderr, 'the site is rendered').toBe('');
  const cookiesAtApp: string[] = [];
  const files = filesOf(site, (cookie) => cookiesAtApp.push(cookie));
  const servers = [await serve(appPort, tls, files)];
  if (tls) servers.push(await serve(apiPort, tls, proxyTo(backendPort)));
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
  await expect
    .poll(isReady(`http://127.0.0.1:${backendPort}/readyz`), { message: 'the backend is ready' })
    .toBe(true);
  return {
    app,
    api,
    sandbox,
    cookiesAtApp,
    end: async () => {
      for (const process of processes) process.kill();
      await Promise.all(ended);
      for (const server of servers) {
        await new Promise((resolve) => {
          server.close(resolve);
          server.closeAllConnections();
        });
      }
      rmSync(own, { recursive: true, force: true });
    },
  };
}
