// Five hundred rooms: sort order, search, and scroll position. The tests change one person's order, so they
// run one after the other.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { holdAnswers, loseAnswers } from '../../../support/network.ts';
import {
  expectLongList,
  renderAll,
  roomEntry,
  scrollTo,
  shownNames,
} from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test.describe.configure({ mode: 'serial' });
// A trace would take snapshots of all five hundred rooms at each step, which takes most of the time.
test.use({ trace: 'off' });

const ALL = 500;

test('each order and its reverse is there at once, is said, and is kept', async ({ page }) => {
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, ALL);
  const byName = page.getByRole('button', { name: 'Alphabétique' });
  const release = await holdAnswers(page, '**/api/v1/rooms/order');
  await byName.click();
  await expect(byName).toHaveAttribute('aria-pressed', 'true');
  const saved = page.waitForResponse('**/api/v1/rooms/order');
  expect((await shownNames(page)).slice(0, 2)).toEqual([
    'Atelier numérique 10',
    'Atelier numérique 20',
  ]);
  release();
  await expect(byName).toHaveAccessibleName('Alphabétique de A à Z');
  await expect(byName).toBeFocused();
  await renderAll(page, ALL);
  const names = await shownNames(page);
  // Accents are compared last, and numbers by their value.
  const expected = [...names].sort(new Intl.Collator('fr', { numeric: true }).compare);
  expect(names).toEqual(expected);
  await saved;
  const reversed = page.waitForResponse('**/api/v1/rooms/order');
  await byName.click();
  await expect(byName).toHaveAccessibleName('Alphabétique de Z à A');
  const first = await shownNames(page);
  expect(first).toEqual([...expected].reverse().slice(0, first.length));
  await reversed;
  // The server has the same order: after a reload, the first hundred rooms are the right ones.
  await page.reload();
  await expect(byName).toHaveAccessibleName('Alphabétique de Z à A');
  const told = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/bootstrap');
    const { rooms } = (await answer.json()) as { rooms: { items: { name: string }[] } };
    return rooms.items.map((room) => room.name);
  });
  expect(told).toEqual([...expected].reverse().slice(0, 100));
  const back = page.waitForResponse('**/api/v1/rooms/order');
  await page.getByRole('button', { name: 'Date' }).click();
  await back;
});

test('a star in the order of favourites moves its room, and neither focus nor scroll', async ({
  page,
}) => {
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, ALL);
  await page.getByRole('button', { name: 'Favoris' }).click();
  const name = 'Entretien 299';
  const star = (await scrollTo(page, name)).getByRole('button', { name: 'Favori' });
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(1000);
  const lit = page.waitForResponse('**/favourite');
  await star.click();
  await lit;
  // Its row has moved out of view, and is in the document because it has the focus.
  await expect(star).toBeFocused();
  await expect(roomEntry(page, name)).toHaveAttribute('aria-posinset', '1');
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
  const out = page.waitForResponse('**/favourite');
  await star.press('Enter');
  await out;
  const back = page.waitForResponse('**/api/v1/rooms/order');
  await page.getByRole('button', { name: 'Date' }).click();
  await back;
});

test('search finds as one types, whatever the accents and capitals', async ({ page }) => {
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, ALL);
  const search = page.getByRole('searchbox', { name: 'Rechercher une salle' });
  await search.pressSequentially('ECOLE 1');
  // "Conseil d’école 1, 11, 21, … 101, …": the word and the digit, in any place.
  const found = page.getByRole('status').filter({ hasText: 'salles trouvées' });
  await expect(found).toHaveText(/^\d+ salles trouvées$/);
  const count = Number((await found.textContent())?.match(/\d+/)?.[0]);
  await renderAll(page, count);
  for (const name of await shownNames(page)) expect(name).toMatch(/^Conseil d’école \d*1\d*$/);
  await expectAccessible(page);
  await search.fill("d'ecole 491");
  await expect(page.getByText('1 salle trouvée', { exact: true })).toBeVisible();
  expect(await shownNames(page)).toEqual(['Conseil d’école 491']);
  await search.fill('zèbre');
  await expect(page.getByText('Aucune salle ne correspond à «\u00a0zèbre\u00a0».')).toBeVisible();
  await page.getByRole('button', { name: 'Effacer la recherche' }).click();
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('');
  await expectLongList(page, ALL);
  // Those in view are rendered, not all at once.
  expect(await page.getByRole('main').getByRole('listitem').count()).toBeLessThan(100);
});

test('who comes back from a room far down stands at that room', async ({ page }) => {
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, ALL);
  const edit = (await scrollTo(page, 'Formation 405')).getByRole('link', { name: 'Modifier' });
  await edit.click();
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toHaveValue('Formation 405');
  await page.goBack();
  await expect(edit).toBeFocused();
  await expect(edit).toBeInViewport();
});

test('the form of a room beyond the first hundred stands a reload', async ({ page }) => {
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, ALL);
  await (await scrollTo(page, 'Formation 405')).getByRole('link', { name: 'Modifier' }).click();
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toHaveValue('Formation 405');
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expectLongList(page, ALL);
});

test('an order that cannot be kept is turned back, and that is said', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/rooms\/order/);
  await signIn(page, 'Sacha Petit');
  const byDate = page.getByRole('button', { name: 'Date' });
  await expect(byDate).toHaveAttribute('aria-pressed', 'true');
  const before = await shownNames(page);
  const mend = await loseAnswers(page, '**/api/v1/rooms/order', 'PUT');
  const byName = page.getByRole('button', { name: 'Alphabétique' });
  await byName.click();
  await expect(page.getByRole('alert')).toContainText("Votre tri n'a pas été enregistré.");
  await expect(byDate).toHaveAttribute('aria-pressed', 'true');
  // The others come with the next frames.
  const inView = 6;
  expect((await shownNames(page)).slice(0, inView)).toEqual(before.slice(0, inView));
  await mend();
  const saved = page.waitForResponse('**/api/v1/rooms/order');
  await byName.click();
  await saved;
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await expect(byName).toHaveAttribute('aria-pressed', 'true');
  const back = page.waitForResponse('**/api/v1/rooms/order');
  await byDate.click();
  await back;
});

test('rooms that do not arrive are said to be missing, and come when asked again', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/api\/v1\/rooms\?/);
  await page.route('**/api/v1/rooms?*', (route) => route.abort());
  await signIn(page, 'Sacha Petit');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText("Une partie de vos salles n'a pas pu être chargée.");
  await expectLongList(page, 100);
  await page.unroute('**/api/v1/rooms?*');
  await alert.getByRole('button', { name: 'Réessayer' }).click();
  await expectLongList(page, ALL);
  await expect(alert).toHaveCount(0);
});
