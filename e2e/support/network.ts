// The network at its worst.

import type { Page } from '@playwright/test';

/**
 * The worst moment: the server does what it is asked, and its answer never arrives. Answers a
 * function that mends the network.
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

/** Holds the answers back until the function that is answered is called. */
export async function holdAnswers(page: Page, address: string): Promise<() => void> {
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

/** Answers a problem in the server's place. */
export async function answerProblem(
  page: Page,
  address: string | RegExp,
  status: number,
  name: string,
): Promise<void> {
  await page.route(address, (route) =>
    route.fulfill({
      status,
      contentType: 'application/problem+json',
      headers: { 'parvis-contract': '1' },
      body: JSON.stringify({ type: `urn:parvis:problem:${name}`, title: name, status }),
    }),
  );
}
