// The data of a room's page, requested while somebody points at a link to it.

import type { Page, Request } from '@playwright/test';
import { signIn } from '../../../support/account.ts';
import { saveData } from '../../../support/chunks.ts';
import { holdAnswers } from '../../../support/network.ts';
import { createRoom, nameField, openInvitation, roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

/** How long a link has to be pointed at, in milliseconds. */
const POINTED_AT = 100;

/** The requests of a room's data from now on, as `GET /invitation`. */
function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request: Request) => {
    const { pathname } = new URL(request.url());
    const [, data] = /^\/api\/v1\/rooms\/[\w-]{36}(.*)$/.exec(pathname) ?? [];
    if (data !== undefined) requests.push(`${request.method()} ${data}`);
  });
  return requests;
}

/** Loads the page anew; its clock then stands still. */
async function reloadWithClock(page: Page, room: string): Promise<void> {
  await page.clock.install();
  await page.reload();
  await page.mouse.move(0, 0);
  await expect(roomEntry(page, room)).toBeVisible();
  await stopClock(page);
}

/** Has the clock of the page stand still, from a moment on that is about to come. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
}

/** Lets time pass for the page, and whatever it has sent by then reach the backend. */
async function pass(page: Page, milliseconds: number): Promise<void> {
  await page.clock.runFor(milliseconds);
  await page.evaluate(() => fetch('/healthz'));
}

const link = (page: Page, room: string, name: string) =>
  roomEntry(page, room).getByRole('link', { name });

test('the data of a page are requested once its link is pointed at, and not again by the page', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await page.reload();
  await page.mouse.move(0, 0);
  const requests = requestsOf(page);
  for (const [name, data, sign] of [
    ['Inviter', 'GET /invitation', page.getByRole('button', { name: 'Copier le lien modérateur' })],
    ['Modifier', 'GET ', nameField(page)],
    ['Délégués', 'GET /delegates', page.getByRole('heading', { name: /^Délégués/ })],
  ] as const) {
    await link(page, room, name).hover();
    await expect.poll(() => requests, name).toEqual([data]);
    await link(page, room, name).click();
    await expect(sign).toBeVisible();
    // What is still to be requested is on its way by then.
    await page.evaluate((after) => new Promise((done) => setTimeout(done, after)), 2 * POINTED_AT);
    expect(requests, name).toEqual([data]);
    await page.mouse.move(0, 0);
    await page.goBack();
    await expect(link(page, room, name)).toBeVisible();
    requests.length = 0;
  }
});

test('a link that is reached by the keyboard, or pressed, requests them too', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await reloadWithClock(page, room);
  const requests = requestsOf(page);
  await roomEntry(page, room).getByRole('button', { name: 'Lancer' }).focus();
  await page.keyboard.press('Tab');
  await expect(link(page, room, 'Inviter')).toBeFocused();
  await pass(page, POINTED_AT + 20);
  expect(requests).toEqual(['GET /invitation']);
  // As a finger does, which points at nothing before.
  await link(page, room, 'Modifier').dispatchEvent('pointerdown');
  await pass(page, 0);
  expect(requests).toEqual(['GET /invitation', 'GET ']);
});

test('a pointer that passes over links requests nothing, nor does that of somebody who saves data', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const requests = requestsOf(page);
  // In one task, so that it takes less time than a link has to be pointed at.
  await roomEntry(page, room).evaluate((entry) => {
    for (const passed of [...entry.querySelectorAll('a'), entry]) {
      passed.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    }
  });
  // What those links would request would come before what is requested now.
  await link(page, room, 'Modifier').hover();
  await expect.poll(() => requests).toEqual(['GET ']);

  const sparing = await newPerson();
  await saveData(sparing);
  await signIn(sparing, 'Alix Martin');
  await reloadWithClock(sparing, room);
  const spared = requestsOf(sparing);
  await link(sparing, room, 'Inviter').hover();
  await pass(sparing, 1_000);
  expect(spared).toEqual([]);
});

test('data that may be out of date are requested again', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await reloadWithClock(page, room);
  const requests = requestsOf(page);
  const invite = link(page, room, 'Inviter');

  // Pointed at for long.
  await invite.hover();
  await pass(page, 6_000);
  await page.clock.resume();
  await openInvitation(page, room);
  expect(requests.filter((request) => request === 'GET /invitation')).toHaveLength(2);
  await page.keyboard.press('Escape');
  requests.length = 0;

  // Changed since.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await invite.hover();
  await pass(page, POINTED_AT + 20);
  const star = roomEntry(page, room).getByRole('button', { name: 'Favori' });
  await star.dispatchEvent('click');
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await invite.dispatchEvent('click');
  await expect(page.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
  expect(requests).toEqual(['GET /invitation', 'PUT /favourite', 'GET /invitation']);
});

test('where the request ahead has failed, the page requests its data itself', async ({
  page,
  expectConsoleError,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await reloadWithClock(page, room);
  const requests = requestsOf(page);
  expectConsoleError(/503/);
  await page.route(/\/invitation$/, (route) => route.fulfill({ status: 503 }), { times: 1 });
  await link(page, room, 'Inviter').hover();
  await pass(page, POINTED_AT + 20);
  await page.clock.resume();
  await link(page, room, 'Inviter').click();
  await expect(page.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
  expect(requests).toEqual(['GET /invitation', 'GET /invitation']);
});

test('data that are requested while a change is sent are requested again', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await page.reload();
  await page.mouse.move(0, 0);
  const requests = requestsOf(page);
  const release = await holdAnswers(page, '**/favourite');
  await roomEntry(page, room).getByRole('button', { name: 'Favori' }).click();
  const answered = page.waitForResponse(/\/invitation$/);
  await link(page, room, 'Inviter').hover();
  await answered;
  const changed = page.waitForResponse(/\/favourite$/);
  release();
  await changed;
  await openInvitation(page, room);
  expect(requests).toEqual(['PUT /favourite', 'GET /invitation', 'GET /invitation']);
});

test('a dialog that gives the focus back requests nothing', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await openInvitation(page, room);
  await page.mouse.move(0, 0);
  const requests = requestsOf(page);
  await page.keyboard.press('Escape');
  await expect(link(page, room, 'Inviter')).toBeFocused();
  // For longer than a link has to have the focus.
  await page.evaluate((after) => new Promise((done) => setTimeout(done, after)), 2 * POINTED_AT);
  expect(requests).toEqual([]);
});
