// The app's files on a CDN, the backend elsewhere on the same domain: everything works across the two.

import type { Page } from '@playwright/test';
import { chooseAccount } from '../support/account.ts';
import { copiedBy } from '../support/clipboard.ts';
import { createRoom, openInvitation, roomEntry } from '../support/rooms.ts';
import { test as base, expect } from '../support/test.ts';
import { startTwoOrigins, type TwoOrigins } from '../support/two-origins.ts';

const test = base.extend<{ overTls: boolean; origins: TwoOrigins }>({
  overTls: [false, { option: true }],
  origins: async ({ overTls }, use) => {
    const origins = await startTwoOrigins(overTls);
    await use(origins);
    await origins.end();
  },
});

async function journey(
  page: Page,
  newPerson: () => Promise<Page>,
  origins: TwoOrigins,
  signedIn = async () => {},
): Promise<void> {
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
  await signedIn();
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
}

test('signing in, the list, its stream, inviting and joining, with app and backend on two origins', async ({
  page,
  newPerson,
  origins,
}) => journey(page, newPerson, origins));

test.describe('over TLS', () => {
  test.use({ overTls: true, ignoreHTTPSErrors: true });

  test('the same, and the cookie of the session is for TLS and this host alone', async ({
    page,
    context,
    newPerson,
    origins,
  }) => {
    await journey(page, newPerson, origins, async () => {
      const cookies = await context.cookies(origins.api);
      const session = cookies.find(({ name }) => name === '__Host-parvis');
      expect(session).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax' });
    });
  });
});
