// The service worker, and what it keeps.

import { expect, type Page } from '@playwright/test';

/** The addresses that the service worker keeps, without the origin, sorted. */
export function keptAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const all = [];
    for (const name of await caches.keys()) all.push(...(await (await caches.open(name)).keys()));
    return all.map(({ url }) => url.slice(location.origin.length)).sort();
  });
}

/** Waits until the service worker keeps the page and the files that it has loaded. */
export async function expectKept(page: Page): Promise<void> {
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name.slice(location.origin.length))
      .filter((address) => address.startsWith('/assets/')),
  );
  expect(loaded.some((address) => address.endsWith('.wasm'))).toBe(true);
  await expect
    .poll(() => keptAddresses(page))
    .toEqual(expect.arrayContaining(['/', ...new Set(loaded)]));
}
