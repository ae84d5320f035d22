// Measures a page: bytes on the wire as Chromium counts them, requests, elements.

import type { CDPSession, Page } from '@playwright/test';
import { portal } from './addresses.ts';

export interface Weight {
  /** Bytes on the wire, headers included. */
  bytes: number;
  requests: number;
  elements: number;
  /** Bytes by kind of file. */
  kinds: Record<string, number>;
}

/** Loads an address with an empty cache and measures it once `settled` resolves. */
export async function weigh(
  page: Page,
  address: string,
  settled: () => Promise<void>,
): Promise<Weight> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  const { kinds, count } = listen(session);
  await page.goto(address);
  await settled();
  await page.waitForLoadState('networkidle');
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  await session.detach();
  const bytes = Object.values(kinds).reduce((sum, part) => sum + part, 0);
  return { bytes, requests: count(), elements, kinds };
}

/** Measures everything that a person's steps request from the portal, from an empty cache on. */
export async function weighAll(
  page: Page,
  steps: () => Promise<void>,
): Promise<Omit<Weight, 'elements'>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  const { kinds, count } = listen(session, (url) => url.startsWith(portal));
  await steps();
  await session.detach();
  const bytes = Object.values(kinds).reduce((sum, part) => sum + part, 0);
  return { bytes, requests: count(), kinds };
}

function listen(
  session: CDPSession,
  counts: (url: string) => boolean = () => true,
): { kinds: Record<string, number>; count: () => number } {
  const kinds: Record<string, number> = {};
  const kindOf = new Map<string, string>();
  let requests = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => {
    // An icon inlined in the style sheet is no request.
    if (response.url.startsWith('data:') || !counts(response.url)) return;
    kindOf.set(requestId, kind(response.url, response.mimeType));
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const of = kindOf.get(requestId);
    if (of === undefined) return;
    kinds[of] = (kinds[of] ?? 0) + encodedDataLength;
    requests += 1;
  });
  return { kinds, count: () => requests };
}

function kind(url: string, mimeType: string): string {
  if (url.includes('/api/')) return 'api';
  if (mimeType.includes('wasm')) return 'wasm';
  if (mimeType.includes('javascript')) return 'js';
  if (mimeType.includes('css')) return 'css';
  if (mimeType.includes('font')) return 'fonts';
  if (mimeType.includes('html')) return 'html';
  return 'other';
}
