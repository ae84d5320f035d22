// The app's files on a CDN, the backend elsewhere on the same domain: everything works across the two.

import { chooseAccount } from '../support/account.ts';
import { copiedBy } from '../support/clipboard.ts';
import { createRoom, openInvitation, roomEntry } from '../support/rooms.ts';
import { test as base, expect } from '../support/test.ts';
import { startTwoOrigins, type TwoOrigins } from '../support/two-origins.ts';

const test = base.extend<{ origins: TwoOrigins }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from here
  origins: async ({}, use) => {
    const origins = await startTwoOrigins();
    await use(origins);
    await origins.end();
  },
});

test('signing in, the list, its stream, inviting and joining, with app and backend on two origins', async ({
  page,
  newPerson,
  origins,
}) => {
  const { app, api, sandbox } = origins;
  const toApi: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === api) toApi.push(pathname);
  });
  const stream = page.waitForResponse((response) => response.url() === `${api}/api/v1/events`);
  await page.goto(app);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^S'identifier/ })
    .click();
  await chooseAccount(page, 'Alix Martin');
  await expect(page).toHaveURL(`${app}/`);
  await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
  const room = await createRoom(page);
  expect((await stream).status()).toBe(200);
  await roomEntry(page, room).getByRole('button', { name: 'Favori' }).click();
  const launched = page.waitForEvent('popup');
  await roomEntry(page, room)
    .getByRole('button', { name: /^Lancer/ })
    .click();
  await expect(await launched).toHaveURL(new RegExp(`^${sandbox}/html5client/`));
  // Told by the stream.
  await expect(roomEntry(page, room).getByText(/^En cours/)).toBeVisible();
  const link = await copiedBy(page, await openInvitation(page, room), 'le lien participant');
  expect(link.startsWith(`${app}/rejoindre/`)).toBe(true);
  const guest = await newPerson();
  await guest.goto(link);
  await guest.getByRole('textbox', { name: 'Votre nom' }).fill('Noé');
  await guest.getByRole('button', { name: 'Rejoindre' }).click();
  await guest.waitForURL(`${sandbox}/html5client/**`);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(roomEntry(page, room).getByRole('button', { name: 'Favori' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: "S'identifier" })).toBeVisible();
  expect(toApi).toContain('/api/v1/bootstrap');
});
