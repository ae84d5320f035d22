// Languages of the interface: the choice, the download of texts, and what follows the choice.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessibility.ts';
import { signIn } from '../../support/account.ts';
import { chooseLanguage, LANGUAGES, textsOf } from '../../support/languages.ts';
import { holdAnswers } from '../../support/network.ts';
import { createRoom, roomEntry } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

const html = (page: Page) => page.locator('html');

/** The first file with German texts. */
const GERMAN = /\/assets\/de-[0-9a-f]+\.txt$/;

test('the language changes without a reload, for the whole page, and is kept', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.evaluate(() => {
    (window as unknown as { before: boolean }).before = true;
  });
  await chooseLanguage(page, 'English');
  await expect(page.getByRole('heading', { name: 'My meeting rooms' })).toBeVisible();
  await expect(html(page)).toHaveAttribute('lang', 'en');
  expect(await page.evaluate(() => (window as unknown as { before?: boolean }).before)).toBe(true);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'My meeting rooms' })).toBeVisible();
});

test('the texts of the language in use alone are downloaded, each once', async ({ page }) => {
  const asked = textsOf(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(asked).toEqual(['fr']);
  await chooseLanguage(page, 'Deutsch');
  await expect(html(page)).toHaveAttribute('lang', 'de');
  await chooseLanguage(page, 'Français');
  await expect(html(page)).toHaveAttribute('lang', 'fr');
  await chooseLanguage(page, 'Deutsch');
  await expect(html(page)).toHaveAttribute('lang', 'de');
  expect(asked).toEqual(['fr', 'de']);
});

test('a language that was loaded is there offline, another says that it cannot be', async ({
  page,
  context,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_INTERNET_DISCONNECTED .*\/assets\/de-/);
  await page.goto('/aide/droits');
  const title = page.getByRole('heading', { level: 1 });
  await chooseLanguage(page, 'English');
  await expect(title).toHaveText('What moderators and participants may do');
  await context.setOffline(true);
  await chooseLanguage(page, 'Français');
  await expect(title).toHaveText('Droits des modérateurs et des participants');
  await chooseLanguage(page, 'Deutsch');
  await expect(page.getByText(/^Cette langue n'a pas pu être chargée/).first()).toBeVisible();
  await expect(html(page)).toHaveAttribute('lang', 'fr');
  await context.setOffline(false);
  await chooseLanguage(page, 'Deutsch');
  await expect(html(page)).toHaveAttribute('lang', 'de');
});

test('the last choice holds, whichever texts come first', async ({ page }) => {
  await page.goto('/aide/droits');
  const release = await holdAnswers(page, GERMAN);
  const german = page.waitForResponse(GERMAN);
  await chooseLanguage(page, 'Deutsch');
  await chooseLanguage(page, 'English');
  await expect(html(page)).toHaveAttribute('lang', 'en');
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const note = () => seen.add(document.documentElement.lang);
    new MutationObserver(note).observe(document.documentElement, { attributeFilter: ['lang'] });
  });
  release();
  await (await german).finished();
  // It finds the German texts there, if they are: what they did has happened by then.
  await chooseLanguage(page, 'Italiano');
  await expect(html(page)).toHaveAttribute('lang', 'it');
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen).toEqual(['it']);
});

for (const [languages, expected] of [
  [['pl', 'de-AT', 'fr'], 'de'],
  [['pt-BR'], 'pt-PT'],
  [['pl', 'br'], 'fr'],
  [['EN-gb', 'fr'], 'en'],
] as const) {
  test(`whose system has ${languages.join(', ')} reads ${expected}`, async ({ page }) => {
    await page.addInitScript((languages) => {
      Object.defineProperty(navigator, 'languages', { get: () => languages });
    }, languages);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(html(page)).toHaveAttribute('lang', expected);
  });
}

test('every language is in the menu by its own name, and all of a page is in it', async ({
  page,
}) => {
  await page.goto('/aide/droits');
  const banner = page.getByRole('banner');
  await banner.locator('summary').click();
  const choices = banner.getByRole('list').getByRole('button');
  await expect(choices).toHaveText(LANGUAGES.map(([, name]) => name));
  await banner.locator('summary').click();
  const titles = new Set<string>();
  for (const [tag, name] of LANGUAGES) {
    await chooseLanguage(page, name);
    await expect(html(page)).toHaveAttribute('lang', tag);
    await expect(banner.locator('summary')).toContainText(name);
    titles.add(await page.title());
    titles.add(await page.getByRole('heading', { level: 1 }).innerText());
  }
  expect(titles.size).toBe(2 * LANGUAGES.length);
});

test('plural forms and times follow the language', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const name = `Réunion ${crypto.randomUUID()}`;
  for (const suffix of ['un', 'deux']) await createRoom(page, `${name} ${suffix}`);
  await chooseLanguage(page, 'Español');
  await expect(html(page)).toHaveAttribute('lang', 'es');
  const found = page.getByRole('status').filter({ hasText: /sala/ });
  await page.getByRole('searchbox').fill(name);
  await expect(found.first()).toContainText('2 salas');
  await page.getByRole('searchbox').fill(`${name} deux`);
  await expect(found.first()).toContainText('1 sala');
  await expect(found.first()).not.toContainText('salas');
  await chooseLanguage(page, 'Deutsch');
  await expect(roomEntry(page, `${name} deux`)).toContainText('Erstellt: heute');
});

test('where its texts do not come, the page says in two languages that it has not started', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/net::ERR_FAILED .*\/assets\/fr-/);
  expectConsoleError('Failed to fetch');
  const french = /\/assets\/fr-[0-9a-f]+\.txt$/;
  await page.route(french, (route) => route.abort());
  await page.goto('/');
  const told = page.getByRole('alert');
  await expect(told).toContainText("Le service n'a pas pu démarrer");
  await expect(told).toContainText('The service could not start');
  await page.unroute(french);
  await page.getByRole('button', { name: /Réessayer/ }).click();
  await expect(page.getByText('Organiser des réunions')).toBeVisible();
});

test('where the app does not come, the page says so in the language of the person', async ({
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/net::ERR_FAILED .*\.wasm/);
  expectConsoleError('Failed to fetch');
  const page = await newPerson({ locale: 'it-IT' });
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto('/');
  const told = page.getByRole('alert');
  await expect(told.getByRole('heading')).toHaveText(/servizio/);
  await expect(told).not.toContainText('Le service');
  await expect(html(page)).toHaveAttribute('lang', 'it');
});

test('a temporary meeting has a name in the language of whoever opens it', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await chooseLanguage(page, 'Deutsch');
  await expect(html(page)).toHaveAttribute('lang', 'de');
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: /temporär/ }).click();
  const meeting = await opened;
  await expect(meeting.getByText(/Temporäre Konferenz/).first()).toBeVisible();
});
