// A chunk that cannot be loaded: the page shows an error, and a retry loads it.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { portal } from '../../../support/addresses.ts';
import { filesOf, notArrived, saveData, stemOf } from '../../../support/chunks.ts';
import { sendPart } from '../../../support/network.ts';
import {
  createRoom,
  nameField,
  openInvitation,
  roomEntry,
  roomsHeading,
} from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

for (const [chunk, open, sign] of [
  ['rooms', '/', roomsHeading],
  ['form', '/salles/nouvelle', nameField],
  ['sending', 'envoyer', (page: Page) => page.getByRole('button', { name: "Copier l'invitation" })],
  ['guests', '/rejoindre/moderateur', (page: Page) => page.getByRole('heading', { name: /lien/ })],
  [
    'help',
    '/aide/droits',
    (page: Page) => page.getByRole('heading', { name: 'Modérateurs', exact: true }),
  ],
] as const) {
  test(`a page whose chunk "${chunk}" is refused says so, and is there when it is tried again`, async ({
    page,
    expectConsoleError,
  }) => {
    expectConsoleError(new RegExp(`ERR_FAILED .*/assets/${chunk}-`));
    await signIn(page, 'Alix Martin');
    let address: string = open;
    if (open === 'envoyer') {
      await openInvitation(page, 'Mon aide numérique');
      address = new URL(page.url()).pathname.replace('inviter', 'envoyer');
    }
    const file = new RegExp(`/assets/${chunk}-\\w+\\.wasm$`);
    await page.route(file, (route) => route.abort());
    await page.goto(address);
    await expect(notArrived(page)).toBeVisible();
    await expectAccessible(page);
    // Refused again: the error is shown again.
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await expect(notArrived(page)).toBeVisible();
    await page.unroute(file);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await expect(sign(page)).toBeVisible();
    await expect(notArrived(page)).toHaveCount(0);
    // The pressed button is removed: the heading takes the focus, unless another element of the page does.
    await expect(page.locator('main :focus')).toHaveCount(1);
  });
}

for (const [chunk, page, sign] of [
  ['form', 'modifier', nameField],
  ['sending', 'envoyer', (page: Page) => page.getByRole('button', { name: "Copier l'invitation" })],
  ['invitation', 'inviter', (page: Page) => page.getByRole('dialog', { name: /^Invitez/ })],
  ['guests', '/rejoindre/moderateur', (page: Page) => page.getByRole('heading', { name: /lien/ })],
  [
    'recordings',
    'enregistrements',
    (page: Page) => page.getByRole('heading', { name: 'Enregistrements', exact: true }),
  ],
  [
    'files',
    'fichiers',
    (page: Page) => page.getByRole('heading', { name: 'Fichiers', exact: true }),
  ],
  [
    'delegates',
    'delegues',
    (page: Page) => page.getByRole('heading', { name: 'Délégués', exact: true }),
  ],
] as const) {
  test(`whatever "${chunk}" shares with other chunks is refused, each once, and let through when it is tried again`, async ({
    page: tab,
    expectConsoleError,
  }) => {
    await signIn(tab, 'Alix Martin');
    await openInvitation(tab, 'Mon aide numérique');
    const room = new URL(tab.url()).pathname;
    const address = page.startsWith('/') ? page : room.replace('inviter', page);
    const shared = filesOf([chunk]).filter((file) => stemOf(file) !== chunk);
    expect(shared.length).toBeGreaterThan(0);
    for (const file of shared) {
      await tab.goto('about:blank');
      expectConsoleError(`ERR_FAILED ${portal}${file}`);
      await tab.route(`**${file}`, (route) => route.abort());
      await tab.goto(address);
      await expect(notArrived(tab), file).toBeVisible();
      await tab.unroute(`**${file}`);
      await tab.getByRole('button', { name: 'Réessayer' }).click();
      await expect(sign(tab), file).toBeVisible();
      await expect(notArrived(tab), file).toHaveCount(0);
    }
  });
}

test('a dialog whose chunk is refused says so in a dialog over the rooms, and is there when it is tried again', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/assets\/invitation-/);
  await signIn(page, 'Alix Martin');
  const file = /\/assets\/invitation-\w+\.wasm$/;
  await page.route(file, (route) => route.abort());
  await roomEntry(page, 'Mon aide numérique').getByRole('link', { name: 'Inviter' }).click();
  const missing = page.getByRole('dialog', { name: "Cette page n'est pas arrivée" });
  await expect(missing).toBeVisible();
  await expectAccessible(page);
  // The dialog closes like any other.
  await page.keyboard.press('Escape');
  await expect(missing).toHaveCount(0);
  await expect(page).toHaveURL(/\/$/);
  await roomEntry(page, 'Mon aide numérique').getByRole('link', { name: 'Inviter' }).click();
  await missing.getByRole('button', { name: 'Réessayer' }).click();
  await expect(missing).toBeVisible();
  await page.unroute(file);
  await missing.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByRole('dialog', { name: /^Invitez/ })).toBeVisible();
  await expect(missing).toHaveCount(0);
});

test('the network is cut while a chunk is on its way, and the way back stays open', async ({
  page,
  context,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_INTERNET_DISCONNECTED/);
  await saveData(page);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await page.reload();
  await expect(roomEntry(page, room)).toBeVisible();
  await page.route(/\/assets\/form-\w+\.wasm$/, async (route) => {
    await context.setOffline(true);
    await route.abort('internetdisconnected');
  });
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  await expect(notArrived(page)).toBeVisible();
  await page.goBack();
  await expect(roomEntry(page, room)).toBeVisible();
  await page.unrouteAll();
  await context.setOffline(false);
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  await expect(nameField(page)).toHaveValue(room);
});

for (const then of ['cut', 'stand still'] as const) {
  test(`half a chunk arrives, then ${then === 'cut' ? 'the line is cut' : 'nothing'}: it says so, and is there when it is tried again`, async ({
    page,
    expectConsoleError,
  }) => {
    if (then === 'cut') expectConsoleError(/ERR_CONTENT_LENGTH_MISMATCH .*\/assets\/help-/);
    await signIn(page, 'Alix Martin');
    await page.clock.install();
    const line = await sendPart(page, /\/assets\/help-\w+\.wasm$/, then);
    await page.goto('/aide/droits');
    await expect.poll(line.sent).toBeGreaterThan(0);
    if (then === 'stand still') {
      // The app itself is waiting for the chunk, not only the start script.
      await expect(page.getByRole('banner').getByText('Alix Martin')).toBeVisible();
      await expect(notArrived(page)).toHaveCount(0);
      await page.clock.fastForward(16_000);
    }
    await expect(notArrived(page)).toBeVisible();
    await line.mend();
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await expect(page.getByRole('heading', { name: 'Modérateurs', exact: true })).toBeVisible();
  });
}

test('what comes in the place of a chunk and is none is not taken for one', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const html = readFileSync('../dist/index.html', 'utf8');
  await page.route(/\/assets\/help-\w+\.wasm$/, (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto('/aide/droits');
  await expect(notArrived(page)).toBeVisible();
});
