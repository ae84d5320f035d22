// The order in which the files of a page are requested.

import type { Page } from '@playwright/test';
import { signIn } from '../../../support/account.ts';
import { chunksOf, filesOf, saveData } from '../../../support/chunks.ts';
import { sendPart } from '../../../support/network.ts';
import { roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

const MAIN = /\/assets\/parvis-\w+\.wasm$/;

/** Waits until the requests that are on their way have been answered, all but that of the main wasm. */
const othersAnswered = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await fetch('/healthz');
  });

test('chunks leave the line to the main wasm until most of it has come', async ({ page }) => {
  await saveData(page);
  await signIn(page, 'Alix Martin');
  await expect(roomEntry(page, 'Mon aide numérique')).toBeVisible();
  const chunks = chunksOf(page);
  for (const [share, expected] of [
    [0.6, []],
    [0.95, filesOf(['rooms'])],
  ] as const) {
    const line = await sendPart(page, MAIN, 'stand still', share);
    await page.goto('/', { waitUntil: 'domcontentloaded' });
    await expect.poll(line.sent).toBe(1);
    await othersAnswered(page);
    await expect.poll(chunks, `${share} of the main wasm`).toEqual(expected);
    // The document that waits for the rest is left before the connection is closed.
    await page.goto('about:blank');
    await line.mend();
  }
  await page.goto('/');
  await expect(roomEntry(page, 'Mon aide numérique')).toBeVisible();
});
