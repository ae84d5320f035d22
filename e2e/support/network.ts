// Simulated network failures.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Route } from '@playwright/test';

/**
 * The server processes requests, but its answers never arrive. Returns a function that repairs the
 * network.
 */
export async function loseAnswers(
  page: Page,
  address: string,
  method: string,
): Promise<() => Promise<void>> {
  await page.route(address, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    await route.fetch();
    await route.abort();
  });
  return () => page.unroute(address);
}

/** Delays answers until the returned function is called. */
export async function holdAnswers(page: Page, address: string | RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** The version of the contract that app and backend are built with. */
export const CONTRACT_VERSION = Number(
  /CONTRACT_VERSION: \w+ = (\d+)/.exec(readFileSync('../contract/src/lib.rs', 'utf8'))?.[1],
);

/** A problem as the backend answers it. */
export interface Problem {
  status: number;
  /** The end of its type: `urn:parvis:problem:…`. */
  name: string;
  /** The version of the contract that the backend speaks; that of the app, if none is given. */
  contract?: number;
  /** What else its body says. */
  members?: Record<string, unknown>;
}

/** Answers a problem in the server's place. */
export async function answerProblem(
  page: Page,
  address: string | RegExp,
  problem: Problem,
): Promise<void> {
  await page.route(address, (route) => fulfillWithProblem(route, problem));
}

/** Answers one request with a problem in the server's place. */
export function fulfillWithProblem(route: Route, problem: Problem): Promise<void> {
  const { status, name, contract = CONTRACT_VERSION, members } = problem;
  return route.fulfill({
    status,
    contentType: 'application/problem+json',
    headers: { 'parvis-contract': String(contract) },
    body: JSON.stringify({ type: `urn:parvis:problem:${name}`, title: name, status, ...members }),
  });
}

/**
 * Sends the first part of the files at `address`, by default a half, then closes the connection or stalls. Returns a
 * function that repairs it; `sent` returns how many parts were sent.
 */
export async function sendPart(
  page: Page,
  address: RegExp,
  then: 'cut' | 'stand still',
  share = 0.5,
): Promise<{ sent: () => number; mend: () => Promise<void> }> {
  let sent = 0;
  const server = createServer((request, response) => {
    const content = readFileSync(`../dist${request.url}`);
    response.writeHead(200, {
      'content-type': 'application/wasm',
      'content-length': content.length,
    });
    response.write(content.subarray(0, content.length * share), () => {
      sent += 1;
      if (then === 'cut') response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await page.route(address, (route) => {
    const { pathname } = new URL(route.request().url());
    return route.continue({ url: `http://127.0.0.1:${port}${pathname}` });
  });
  return {
    sent: () => sent,
    mend: async () => {
      await page.unroute(address);
      server.closeAllConnections();
      server.close();
    },
  };
}
