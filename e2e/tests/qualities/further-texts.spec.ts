// Texts of pages that not everybody opens are in a further file of each language, which these pages wait for.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessibility.ts';
import { signIn } from '../../support/account.ts';
import { notArrived, saveData } from '../../support/chunks.ts';
import { chooseLanguage, textsOf } from '../../support/languages.ts';
import { holdAnswers, sendPart } from '../../support/network.ts';
import { nameField, roomsHeading } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

const FRENCH = /\/assets\/fr-further-[0-9a-f]+\.txt$/;
const GERMAN = /\/assets\/de-further-[0-9a-f]+\.txt$/;

const html = (page: Page) => page.locator('html');
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const newRoom = (page: Page) => page.getByRole('link', { name: 'Créer une salle permanente' });

/** Shows the rooms to a person for whom nothing is fetched before it is needed. */
async function showRooms(page: Page): Promise<void> {
  await saveData(page);
  await signIn(page, 'Alix Martin');
  await page.mouse.move(0, 0);
  await page.reload();
  await expect(roomsHeading(page)).toBeVisible();
}

test('a page that is opened by its address has them requested before the app runs, once', async ({
  page,
}) => {
  const asked = textsOf(page);
  // With most of the main wasm, so that they do not share the line with it.
  const line = await sendPart(page, /\/assets\/parvis-\w+\.wasm$/, 'stand still', 0.95);
  await page.goto('/aide/droits', { waitUntil: 'domcontentloaded' });
  await expect.poll(() => asked).toEqual(['fr', 'fr-further']);
  // The document that waits for the rest is left before the connection is closed.
  await page.goto('about:blank');
  await line.mend();
  asked.length = 0;
  await page.goto('/aide/droits');
  await expect(title(page)).toHaveText('Droits des modérateurs et des participants');
  expect(asked).toEqual(['fr', 'fr-further']);
});

test('they are fetched as soon as somebody points at a link to such a page, once', async ({
  page,
}) => {
  await showRooms(page);
  const asked = textsOf(page);
  await newRoom(page).hover();
  await expect.poll(() => asked).toEqual(['fr-further']);
  await newRoom(page).click();
  await expect(nameField(page)).toBeVisible();
  await page.getByRole('link', { name: 'Raccourcis clavier' }).click();
  await expect(title(page)).toHaveText('Raccourcis clavier');
  expect(asked).toEqual(['fr-further']);
});

test('a page shows an outline until they are there', async ({ page }) => {
  await showRooms(page);
  const release = await holdAnswers(page, FRENCH);
  await newRoom(page).click();
  await expect(page).toHaveURL('/salles/nouvelle');
  await expect(page.locator('.page--outline')).toBeVisible();
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  release();
  await expect(nameField(page)).toBeVisible();
});

test('a language that is chosen on such a page is used once both of its files are there', async ({
  page,
}) => {
  await page.goto('/aide/droits');
  await expect(title(page)).toHaveText('Droits des modérateurs et des participants');
  const asked = textsOf(page);
  const release = await holdAnswers(page, GERMAN);
  const first = page.waitForResponse(/\/assets\/de-[0-9a-f]+\.txt$/);
  await chooseLanguage(page, 'Deutsch');
  await (await first).finished();
  await expect.poll(() => asked.toSorted()).toEqual(['de', 'de-further']);
  await expect(title(page)).toHaveText('Droits des modérateurs et des participants');
  await expect(html(page)).toHaveAttribute('lang', 'fr');
  release();
  await expect(title(page)).toHaveText('Rechte der Moderatoren und der Teilnehmer');
  await expect(html(page)).toHaveAttribute('lang', 'de');
});

test('a page that is on its way when the language changes comes in the new one, with all texts', async ({
  page,
}) => {
  await showRooms(page);
  const release = await holdAnswers(page, FRENCH);
  await newRoom(page).click();
  await expect(page).toHaveURL('/salles/nouvelle');
  await chooseLanguage(page, 'Deutsch');
  await expect(html(page)).toHaveAttribute('lang', 'de');
  release();
  await expect(page.getByRole('textbox', { name: 'Name des Raums' })).toBeVisible();
  await expectAccessible(page);
});

for (const [address, sign] of [
  ['/aide/droits', title],
  ['/salles/nouvelle', nameField],
] as const) {
  test(`where they are refused, ${address} says so, and is there when it is tried again`, async ({
    page,
    expectConsoleError,
  }) => {
    expectConsoleError(/ERR_FAILED .*\/assets\/fr-further-/);
    await signIn(page, 'Alix Martin');
    await page.route(FRENCH, (route) => route.abort());
    await page.goto(address);
    await expect(notArrived(page)).toBeVisible();
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await expect(notArrived(page)).toBeVisible();
    await page.unroute(FRENCH);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await expect(notArrived(page)).toHaveCount(0);
    await expect(sign(page)).toBeVisible();
  });
}

test('where they are gone, a newer version is offered', async ({ page, expectConsoleError }) => {
  expectConsoleError(/status of 404 .*\/assets\/fr-further-/);
  await showRooms(page);
  await page.route(FRENCH, (route) => route.fulfill({ status: 404 }));
  await newRoom(page).click();
  await expect(notArrived(page)).toBeVisible();
  const alert = page.getByRole('main').getByText('Une nouvelle version est disponible.');
  await expect(alert).toBeVisible();
  await page.unroute(FRENCH);
  await page.getByRole('button', { name: 'Recharger' }).click();
  await expect(nameField(page)).toBeVisible();
});
