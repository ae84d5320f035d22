// How many requests the backend answers in a second, and in what time: by a load generator with 16 connections on the
// same machine. Figures are printed, never judged.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import autocannon from 'autocannon';
import { signIn } from '../support/account.ts';
import { portal, sandbox } from '../support/addresses.ts';

const CONNECTIONS = 16;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);
const WARM_UP_SECONDS = 2;
/** What only this test sends; nothing is exchanged for it. */
const VERIFIER = 'a-verifier-that-is-as-long-as-the-specification-demands';

interface Rate {
  per_second: number;
  p50_ms: number;
  p99_ms: number;
}

async function load(path: string, headers: Record<string, string>): Promise<Rate> {
  const run = (duration: number) =>
    autocannon({ url: `${portal}${path}`, connections: CONNECTIONS, duration, headers });
  await run(WARM_UP_SECONDS);
  const { requests, latency, non2xx, errors } = await run(SECONDS);
  expect({ non2xx, errors }, path).toEqual({ non2xx: 0, errors: 0 });
  return { per_second: requests.average, p50_ms: latency.p50, p99_ms: latency.p99 };
}

/** An access token of the identity provider, as an add-in gets it. */
async function accessToken(): Promise<string> {
  const redirect = `${portal}/auth/callback`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(VERIFIER));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'parvis',
    redirect_uri: redirect,
    scope: 'openid profile email',
    state: 'state',
    code_challenge: Buffer.from(digest).toString('base64url'),
    code_challenge_method: 'S256',
  });
  // What the button on the provider's page sends.
  const chosen = await fetch(`${sandbox}/identity/decision?${query}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ account: 'camille' }),
  });
  const code = new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const secret = readFileSync(join(process.env.PARVIS_E2E_DATA ?? '', 'client-secret'), 'utf8');
  const answer = await fetch(`${sandbox}/identity/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`parvis:${secret}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirect,
      code_verifier: VERIFIER,
    }),
  });
  return (await answer.json()).access_token;
}

test('requests of a person with 50 rooms, and of a mail add-in', async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, 'Camille Durand');
  const cookies = await page.context().cookies(portal);
  const signedIn = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  const rooms = await page.request.get(`${portal}/api/v1/rooms?limit=1`);
  const [room] = (await rooms.json()).items;
  const addIn = { authorization: `Bearer ${await accessToken()}` };
  const compressed = { 'accept-encoding': 'br, gzip' };
  const results: Record<string, Rate> = {};
  for (const [path, headers] of [
    ['/api/v1/bootstrap', { ...signedIn, ...compressed }],
    ['/api/v1/rooms?limit=100', { ...signedIn, ...compressed }],
    [`/api/v1/rooms/${room.id}/invitation`, { ...signedIn, ...compressed }],
    ['/api/meetings', addIn],
  ] as const) {
    const name = path.replace(room.id, '{id}');
    const rate = await load(path, headers);
    results[name] = rate;
    console.log(
      `${name}: ${Math.round(rate.per_second)} requests a second, ` +
        `p50 ${rate.p50_ms} ms, p99 ${rate.p99_ms} ms`,
    );
  }
  const database = process.env.BENCH_DATABASE?.startsWith('postgres') ? '-postgresql' : '';
  mkdirSync('../target/bench', { recursive: true });
  writeFileSync(
    `../target/bench/requests${database}.json`,
    `${JSON.stringify(results, null, 2)}\n`,
  );
});
