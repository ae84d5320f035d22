// What a page shows when it cannot show everything: slow, offline, signed out meanwhile, full, old.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessibility.ts';
import { chooseAccount, signIn } from '../../support/account.ts';
import { portal } from '../../support/addresses.ts';
import { answerProblem, holdAnswers } from '../../support/network.ts';
import { createRoom, openForm, roomEntry, saveName, uniqueName } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

/** Lets the instance allow as many rooms as are given, in the eyes of this page. */
async function limitRooms(page: Page, limit: (count: number) => number): Promise<void> {
  await page.route('**/api/v1/bootstrap', async (route) => {
    const response = await route.fetch();
    const bootstrap = await response.json();
    bootstrap.instance.max_rooms = limit(bootstrap.rooms?.total ?? 0);
    await route.fulfill({ response, json: bootstrap });
  });
}

test('an answer that is slow shows a line across the top, and an outline of what comes', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const progress = page.getByRole('progressbar', { name: 'Chargement en cours…' });
  await expect(progress).toHaveCount(0);
  const release = await holdAnswers(page, '**/invitation');
  await roomEntry(page, room).getByRole('link', { name: 'Inviter' }).click();
  // In the page at once, and seen after 300 ms: a quick answer shows nothing.
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

test('the limit of rooms is said before it is reached, and instead of a form once it is', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  await limitRooms(page, (count) => count + 2);
  await page.goto('/');
  await expect(page.getByText('Vous pouvez encore créer 2 salles.')).toBeVisible();
  await expectAccessible(page);
  await page.unrouteAll();
  await limitRooms(page, (count) => count);
  await page.goto('/');
  await expect(page.getByText(/Vous avez atteint la limite de \d+ salles/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Créer une salle permanente' })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/salles/nouvelle');
  await expect(page.getByText(/Vous avez atteint la limite de \d+ salles/)).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
});

test('being offline is said for as long as it lasts', async ({
  page,
  context,
  allowConsoleError,
}) => {
  // Whatever was on its way.
  allowConsoleError(/ERR_INTERNET_DISCONNECTED/);
  await signIn(page, 'Alix Martin');
  await context.setOffline(true);
  await expect(
    page.getByRole('status').filter({ hasText: 'Vous êtes hors connexion' }),
  ).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(page.getByText('Vous êtes hors connexion')).toHaveCount(0);
});

test('a newer version is offered, and what was being typed is there after the reload', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 503 .*\/api\/v1\/rooms/);
  await signIn(page, 'Alix Martin');
  await page.goto('/salles/nouvelle');
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill('En cours de frappe');
  await answerProblem(page, '**/api/v1/rooms', { status: 503, name: 'unavailable', contract: 2 });
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  const notice = page
    .getByRole('status')
    .filter({ hasText: 'Une nouvelle version est disponible.' });
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await page.unrouteAll();
  await notice.getByRole('button', { name: 'Recharger' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toHaveValue(
    'En cours de frappe',
  );
});

test('visitors from a professional network read what that means, on every page', async ({
  page,
  newPerson,
}) => {
  const sentence = "Si l'audio ou la vidéo ne fonctionne pas";
  await page.goto('/');
  await expect(page.getByText(sentence)).toBeVisible();
  await page.goto('/aide/droits');
  await expect(page.getByText(sentence)).toBeVisible();
  await expectAccessible(page);
  const elsewhere = await newPerson();
  await elsewhere.route('**/api/v1/bootstrap', async (route) => {
    const response = await route.fetch();
    const bootstrap = await response.json();
    bootstrap.on_professional_network = undefined;
    await route.fulfill({ response, json: bootstrap });
  });
  await elsewhere.goto('/');
  await expect(elsewhere.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
  await expect(elsewhere.getByText(sentence)).toHaveCount(0);
});

test('a new room: the name is given back after signing in again', async ({
  page,
  context,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 401 .*\/api\/v1\/rooms/);
  await signIn(page, 'Alix Martin');
  await page.goto('/salles/nouvelle');
  const room = uniqueName('Session expirée');
  const field = page.getByRole('textbox', { name: 'Nom de la salle' });
  await field.fill(room);
  await context.clearCookies({ name: 'parvis' });
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText("Vous n'êtes plus identifié.");
  await expect(field).toHaveValue(room);
  await alert.getByRole('link', { name: "S'identifier" }).click();
  await chooseAccount(page, 'Alix Martin');
  await expect(page).toHaveURL(`${portal}/salles/nouvelle`);
  await expect(field).toHaveValue(room);
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(roomEntry(page, room)).toBeVisible();
  // Given back once: the next form is empty.
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(field).toHaveValue('');
});

test('a new name: the form comes back with it after signing in again', async ({
  page,
  context,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 401 .*\/api\/v1\/rooms/);
  await signIn(page, 'Alix Martin');
  const old = await createRoom(page);
  const name = uniqueName('Nouveau nom');
  await openForm(page, old);
  await context.clearCookies({ name: 'parvis' });
  await saveName(page, name);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText("La salle n'a pas été enregistrée.");
  await alert.getByRole('link', { name: "S'identifier" }).click();
  await chooseAccount(page, 'Alix Martin');
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toHaveValue(name);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(roomEntry(page, name)).toBeVisible();
});

test('what one person typed is given to no other', async ({
  page,
  context,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 401 .*\/api\/v1\/rooms/);
  await signIn(page, 'Alix Martin');
  await page.goto('/salles/nouvelle');
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill('Secret de polichinelle');
  await context.clearCookies({ name: 'parvis' });
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await page.getByRole('alert').getByRole('link', { name: "S'identifier" }).click();
  await chooseAccount(page, 'Camille Durand');
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toHaveValue('');
});

test('signing out that fails is said, and works when pressed again', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 503 .*\/auth\/sign-out/);
  await signIn(page, 'Dominique Bernard');
  await answerProblem(page, '**/auth/sign-out', { status: 503, name: 'unavailable' });
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('alert')).toContainText('Vous êtes encore identifié.');
  await expectAccessible(page);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: "S'identifier" })).toBeVisible();
});
