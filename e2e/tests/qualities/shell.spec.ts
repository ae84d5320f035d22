// What stands around every screen.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessibility.ts';
import { signIn } from '../../support/account.ts';
import { invite, joinBy, typeCode } from '../../support/invite.ts';
import { answerProblem } from '../../support/network.ts';
import { createRoom, deletedEntry, openInvitation, roomEntry } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

test('the language changes without a reload, for the whole page, and is kept', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.evaluate(() => {
    (window as unknown as { before: boolean }).before = true;
  });
  await page.getByRole('banner').locator('summary').click();
  await page.getByRole('banner').getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'My meeting rooms' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await page.evaluate(() => (window as unknown as { before?: boolean }).before)).toBe(true);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'My meeting rooms' })).toBeVisible();
});

test('each page has a title of its own', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const home = await page.title();
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(page).not.toHaveTitle(home);
  await expect(page).toHaveTitle(/Visio-Agents$/);
});

test('an unknown address is a page that says so', async ({ page }) => {
  await page.goto('/nulle-part');
  await expect(page.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible();
  await expectAccessible(page);
});

test('at 320 pixels nothing is cut off and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, 'Alix Martin');
  const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await widest()).toBeLessThanOrEqual(320);
  await expectAccessible(page);
  const dialog = await openInvitation(page, await createRoom(page));
  expect(await widest()).toBeLessThanOrEqual(320);
  const clipped = await dialog.evaluate((element) => element.scrollWidth > element.clientWidth);
  expect(clipped).toBe(false);
  await expectAccessible(page);
});

test('at 320 pixels the ways in and the whole form of a room fit', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const { room, attendee } = await invite(page);
  const narrow = { width: 320, height: 640 };
  const widest = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize(narrow);
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  for (const section of ['Accueil des participants', 'Interactions', 'Paramètres avancés']) {
    await page.getByText(section, { exact: true }).click();
  }
  await page.getByRole('button', { name: 'Renouveler le lien modérateur' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await widest(page)).toBeLessThanOrEqual(narrow.width);
  const guest = await newPerson();
  await guest.setViewportSize(narrow);
  await guest.goto('/');
  await typeCode(guest, '4114645712');
  await expect(guest.getByText('Il y a 10 chiffres')).toBeVisible();
  expect(await widest(guest)).toBeLessThanOrEqual(narrow.width);
  await joinBy(guest, attendee, 'Noé');
  await expect(guest.getByText('Gardez cette page ouverte.')).toBeVisible();
  expect(await widest(guest)).toBeLessThanOrEqual(narrow.width);
});

test('the scheme that is chosen holds at once and at the next visit, whatever the system says', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const choice = page.getByRole('combobox', { name: 'Affichage' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(choice).toHaveValue('');
  const light = await ground();
  await choice.selectOption('Sombre');
  expect(await ground()).not.toBe(light);
  await expectAccessible(page);
  await page.reload();
  await expect(choice).toHaveValue('dark');
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await ground();
  await choice.selectOption('Clair');
  expect(await ground()).toBe(light);
  await expectAccessible(page);
  await choice.selectOption('Comme le système');
  expect(await ground()).toBe(dark);
});

test('the dark scheme of the system is followed, and is accessible', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, 'Alix Martin');
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).not.toBe('rgb(255, 255, 255)');
  await expectAccessible(page);
  await openInvitation(page, await createRoom(page));
  await expectAccessible(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a sentence says what is needed', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('noscript > p').first()).toBeVisible();
    await expect(page.locator('noscript > p').first()).toContainText('JavaScript');
  });
});

test('with messages and a deleted room, 320 pixels and forced colours hold', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 503 .*\/favourite/);
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, 'Alix Martin');
  const [gone, refused] = [await createRoom(page), await createRoom(page)];
  await roomEntry(page, gone).getByRole('button', { name: 'Supprimer' }).click();
  await answerProblem(page, '**/favourite', { status: 503, name: 'unavailable' });
  await roomEntry(page, refused).getByRole('button', { name: 'Favori' }).click();
  await expect(roomEntry(page, refused).getByRole('alert')).toBeVisible();
  await expect(deletedEntry(page, gone)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);
  await page.emulateMedia({ forcedColors: 'active' });
  // Signs that are drawn with a background are there when colours are forced.
  const edit = roomEntry(page, refused).getByRole('link', { name: 'Modifier' });
  const sign = await edit.evaluate((link) => getComputedStyle(link, '::before').backgroundColor);
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(sign).not.toBe(ground);
});

test('a sentence and a way to try again, never a blank page', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\.wasm/);
  expectConsoleError(/Failed to fetch/);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible();
  await expectAccessible(page);
  await page.unroute('**/*.wasm');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
});

test('the chosen scheme is there before the app, so that nothing flashes', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\.wasm/);
  expectConsoleError(/Failed to fetch/);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Affichage' }).selectOption('Sombre');
  await page.route('**/*.wasm', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible();
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await expectAccessible(page);
});

test('a browser without WebAssembly says so at once, and how to allow it', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'WebAssembly');
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('ne permet pas à ce site');
  await expect(alert).toContainText('ajoutez ce site aux exceptions');
  await expect(page.getByText('Vérifiez votre connexion')).toBeHidden();
  await expect(page.getByRole('button', { name: /^Réessayer/ })).toBeVisible();
  expect(asked.filter((url) => url.endsWith('.wasm'))).toEqual([]);
  await expectAccessible(page);
});
