// The back/forward cache: pages that the browser keeps when they are left, and restores on "back".

import type { Page } from '@playwright/test';
import { chooseAccount, signIn } from '../../../support/account.ts';
import { portal } from '../../../support/addresses.ts';
import { launchOptions } from '../../../support/chromium.ts';
import {
  ELSEWHERE,
  goBack,
  goBackToKept,
  goBackToOnesOwn,
  type Kept,
  shownFromMemory,
} from '../../../support/from-memory.ts';
import { createRoom, nameField, roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

// By default, the browser of the tests has no such cache.
test.use({
  launchOptions: launchOptions({ ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
});

/** Expects the page of a visitor, without the room. */
async function expectSignedOut(page: Page, room: string): Promise<void> {
  const banner = page.getByRole('banner');
  await expect(banner.getByRole('link', { name: "S'identifier" })).toBeVisible();
  await expect(page).toHaveURL(`${portal}/`);
  await expect(page.getByText(room, { exact: true })).toHaveCount(0);
  await expect(page.getByText('Alix Martin')).toHaveCount(0);
}

test('a page of help is shown from memory, as this browser keeps pages', async ({ page }) => {
  const kept = await shownFromMemory(page);
  await page.goto('/aide/accessibilite');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(ELSEWHERE);
  await goBackToKept(page, kept, '/aide/accessibilite');
  await expect(page.getByRole('heading', { level: 1, name: 'Accessibilité' })).toBeVisible();
});

/** Signs in and creates a room; records from now on what the page shows when it is restored. */
async function roomKept(page: Page): Promise<{ room: string; kept: Kept }> {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const kept = await shownFromMemory(page);
  await page.reload();
  await expect(roomEntry(page, room)).toBeVisible();
  await page.waitForLoadState('networkidle');
  return { room, kept };
}

test('rooms that the browser has kept are shown to their person again', async ({ page }) => {
  const { room, kept } = await roomKept(page);
  await page.goto(ELSEWHERE);
  await goBackToOnesOwn(page, kept, '/');
  await expect(roomEntry(page, room)).toBeVisible();
});

test('after signing out, "back" shows nothing of the rooms', async ({
  page,
  allowConsoleError,
}) => {
  // The restored page may send a request before it is reloaded.
  allowConsoleError(/status of 401 .*\/api\/v1\//);
  const { room } = await roomKept(page);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expectSignedOut(page, room);
  await goBack(page);
  await expectSignedOut(page, room);
});

test('rooms that are signed out of in another tab are gone on "back"', async ({
  page,
  context,
  allowConsoleError,
}) => {
  // The restored page may send a request before it is reloaded.
  allowConsoleError(/status of 401 .*\/api\/v1\//);
  const { room } = await roomKept(page);
  await page.goto(ELSEWHERE);
  const other = await context.newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'Se déconnecter' }).click();
  await expectSignedOut(other, room);
  await goBack(page);
  await expectSignedOut(page, room);
});

test('rooms that the browser has kept are gone once their session is over', async ({
  page,
  context,
  allowConsoleError,
}) => {
  // The restored page may send a request before it is reloaded.
  allowConsoleError(/status of 401 .*\/api\/v1\//);
  const { room, kept } = await roomKept(page);
  await page.goto(ELSEWHERE);
  // Signed out without a message to this tab.
  await context.clearCookies({ name: 'parvis' });
  await goBackToOnesOwn(page, kept, '/');
  await expectSignedOut(page, room);
});

test('rooms that the browser has kept are not painted once their session is over', async ({
  page,
  context,
  allowConsoleError,
}) => {
  // The restored page may send a request before it is reloaded.
  allowConsoleError(/status of 401 .*\/api\/v1\//);
  const { room, kept } = await roomKept(page);
  await page.goto(ELSEWHERE);
  await context.clearCookies({ name: 'parvis' });
  await goBackToOnesOwn(page, kept, '/');
  await expectSignedOut(page, room);
  expect(kept.painted.join('\n')).not.toContain(room);
});

test('rooms are not painted on "back" after signing out in the same tab', async ({
  page,
  allowConsoleError,
}) => {
  // The restored page may send a request before it is reloaded.
  allowConsoleError(/status of 401 .*\/api\/v1\//);
  const { room, kept } = await roomKept(page);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expectSignedOut(page, room);
  await goBack(page);
  await expectSignedOut(page, room);
  expect(kept.painted.join('\n')).not.toContain(room);
});

test('what is typed into a form stands there again after another document and "back"', async ({
  page,
}) => {
  const kept = await shownFromMemory(page);
  page.on('dialog', (dialog) => dialog.accept());
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('Pas encore');
  await page.goto(ELSEWHERE);
  await goBackToOnesOwn(page, kept, '/salles/nouvelle');
  await expect(nameField(page)).toHaveValue('Pas encore');
});

test('what is typed stands there again for who is about to sign in anew, steps back, and signs in after all', async ({
  page,
  context,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 401 .*\/api\/v1\/rooms/);
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('Pas encore');
  await context.clearCookies({ name: 'parvis' });
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  const again = page.getByRole('alert').getByRole('link', { name: /identifier/ });
  await again.click();
  await expect(page.getByRole('button', { name: 'Alix Martin' })).toBeVisible();
  await goBack(page);
  await expect(page).toHaveURL(`${portal}/salles/nouvelle`);
  const signInAgain = page.getByRole('link', { name: /^S'identifier/ });
  await expect(nameField(page).or(signInAgain).first()).toBeVisible();
  if (await nameField(page).isVisible()) {
    await expect(nameField(page)).toHaveValue('Pas encore');
  }
  await signInAgain.first().click();
  await chooseAccount(page, 'Alix Martin');
  await expect(page).toHaveURL(`${portal}/salles/nouvelle`);
  await expect(nameField(page)).toHaveValue('Pas encore');
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(roomEntry(page, 'Pas encore')).toBeVisible();
});

test('a name typed at the door of a meeting stands there again after "S\'identifier" and "back"', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Inviter' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('/rejoindre/participant#');
  const [link = ''] =
    (await dialog.textContent())?.match(/http:\S+?participant#[\w-]{52,53}/) ?? [];
  const noe = await newPerson();
  const kept = await shownFromMemory(noe);
  await noe.goto(link);
  const name = noe.getByRole('textbox', { name: 'Votre nom' });
  await name.fill('Noé Laurent');
  await noe.getByRole('banner').getByRole('link', { name: "S'identifier" }).click();
  await expect(noe.getByRole('button', { name: 'Alix Martin' })).toBeVisible();
  await goBackToKept(noe, kept, '/rejoindre/participant');
  await expect(name).toHaveValue('Noé Laurent');
});
