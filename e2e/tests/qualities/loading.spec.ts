// Loading states: a skeleton, a progress bar, and no layout shift.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessibility.ts';
import { signIn } from '../../support/account.ts';
import { holdAnswers } from '../../support/network.ts';
import { createRoom, roomEntry, roomsHeading } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

/** Adds up by how much things move under the eye, from the next page on; returns what reads the sum. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const state = { shift: 0 };
    (window as unknown as { moved: typeof state }).moved = state;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        state.shift += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    await page.waitForLoadState('networkidle');
    return page.evaluate(() => (window as unknown as { moved: { shift: number } }).moved.shift);
  };
}

test('nothing moves under the eye while the chunk of a page is on its way', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const moved = await watchShifts(page);
  const arrive = await holdAnswers(page, /\/assets\/rooms-\w+\.wasm$/);
  const loaded = page.goto('/');
  // The skeleton of the page, in the app's layout.
  await expect(page.getByRole('banner').getByText('Alix Martin')).toBeVisible();
  await expect(page.getByRole('contentinfo')).not.toBeInViewport();
  arrive();
  await loaded;
  await expect(roomsHeading(page)).toBeVisible();
  expect(await moved()).toBe(0);
});

test('nothing moves under the eye of a visitor, whose page is shorter than the screen', async ({
  page,
}) => {
  const moved = await watchShifts(page);
  const arrive = await holdAnswers(page, /\/assets\/guests-\w+\.wasm$/);
  const loaded = page.goto('/');
  await expect(page.locator('.page--outline')).toBeAttached();
  arrive();
  await loaded;
  await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toBeInViewport();
  expect(await moved()).toBe(0);
});

test('an answer that is slow shows a line across the top, and an outline of what comes', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const progress = page.getByRole('progressbar', { name: 'Chargement en cours…' });
  await expect(progress).toHaveCount(0);
  const release = await holdAnswers(page, '**/invitation');
  await roomEntry(page, room).getByRole('link', { name: 'Inviter' }).click();
  // Added at once and visible after 300 ms: a quick response shows nothing.
  await expect(page.locator('.progress')).toHaveCSS('animation-delay', '0.3s');
  await expect(page.locator('.progress')).toHaveCSS('opacity', '1');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('status').filter({ hasText: 'Chargement en cours…' })).toHaveCount(
    1,
  );
  release();
  await expect(dialog.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
  await expect(page.locator('.progress')).toHaveCount(0);
});

test('an outline of what comes is accessible', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await holdAnswers(page, '**/invitation');
  await page.getByRole('link', { name: 'Inviter' }).first().click();
  await expect(page.locator('.progress')).toHaveCSS('opacity', '1');
  await expectAccessible(page);
});

test('the shell is there before the app, and nothing moves when the app takes over', async ({
  page,
}) => {
  const release = await holdAnswers(page, '**/api/v1/bootstrap');
  await page.goto('/');
  await expect(page.getByRole('banner')).toContainText('Visio-Agents');
  await expect(page.getByText('Chargement en cours…')).toBeVisible();
  await expectAccessible(page);
  const place = () => page.getByText('Visio-Agents', { exact: true }).first().boundingBox();
  const before = await place();
  release();
  await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
  expect(await place()).toEqual(before);
});
