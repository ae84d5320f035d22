// Several tabs of one person, and people who act at the same time.

import { signIn } from '../../../support/account.ts';
import { holdAnswers } from '../../../support/network.ts';
import {
  createRoom,
  deletedEntry,
  openForm,
  roomEntry,
  saveName,
  uniqueName,
} from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('what one tab changes, the other shows', async ({ page, context }) => {
  await signIn(page, 'Alix Martin');
  const other = await context.newPage();
  await other.goto('/');
  const room = await createRoom(page);
  await expect(roomEntry(other, room)).toBeVisible();
  await roomEntry(page, room).getByRole('button', { name: 'Favori' }).click();
  await expect(roomEntry(other, room).getByRole('button', { name: 'Favori' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const name = uniqueName('Autre nom');
  await openForm(page, room);
  await saveName(page, name);
  await expect(roomEntry(other, name)).toBeVisible();
  await roomEntry(other, name).getByRole('button', { name: 'Supprimer' }).click();
  await expect(deletedEntry(page, name)).toBeVisible();
  await deletedEntry(page, name).getByRole('button', { name: 'Annuler' }).click();
  await expect(roomEntry(other, name)).toBeVisible();
});

test('what one tab changes while the other is still loading, the other shows', async ({
  page,
  context,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const other = await context.newPage();
  const letStart = await holdAnswers(other, '**/*.wasm');
  const told = other.waitForResponse('**/api/v1/bootstrap');
  await other.goto('/', { waitUntil: 'commit' });
  await (await told).finished();
  const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await roomEntry(page, room).getByRole('button', { name: 'Supprimer' }).click();
  await deleted;
  const missed = () =>
    other.evaluate(() =>
      (window as unknown as { parvisMissed: Set<string> }).parvisMissed.has('rooms'),
    );
  await expect.poll(missed).toBe(true);
  letStart();
  await expect(deletedEntry(other, room)).toBeVisible();
});

test('who signs out in one tab is signed out in the other', async ({ page, context }) => {
  await signIn(page, 'Dominique Bernard');
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('banner')).toContainText('Dominique Bernard');
  await other.goto('/salles/nouvelle');
  await other.getByRole('textbox', { name: 'Nom de la salle' }).fill('Pas pour le suivant');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(other.getByRole('banner').getByRole('link', { name: "S'identifier" })).toBeVisible();
  await expect(other.getByText('Dominique Bernard')).toHaveCount(0);
  for (const tab of [page, other]) {
    const kept = await tab.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    expect(kept).not.toMatch(/Dominique|Pas pour le suivant|agent/);
  }
});

test('who signs out is seen by nobody while the next page is on its way', async ({
  page,
  context,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const other = await context.newPage();
  await other.goto('/');
  await expect(roomEntry(other, room)).toBeVisible();
  // Records what is visible once the page is hidden: on a slow network, until the next document loads.
  for (const tab of [page, other]) {
    await tab.evaluate(() => {
      const app = document.getElementById('app');
      if (!app) throw new Error('no app');
      const note = () => {
        if (app.hidden) sessionStorage.setItem('shown', document.body.innerText);
      };
      new MutationObserver(note).observe(app, { attributes: true });
    });
  }
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  const shown: (string | null)[] = [];
  for (const tab of [page, other]) {
    await expect(tab.getByRole('banner').getByRole('link', { name: "S'identifier" })).toBeVisible();
    shown.push(await tab.evaluate(() => sessionStorage.getItem('shown')));
  }
  for (const text of shown) {
    expect(text).not.toBeNull();
    expect(text).not.toContain(room);
    expect(text).not.toContain('Alix Martin');
  }
  expect(shown[0]).toContain('Vous êtes déconnecté.');
});

test('a tab whose person was followed by another shows nothing of either to the other', async ({
  page,
  context,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await context.clearCookies({ name: 'parvis' });
  const other = await context.newPage();
  await signIn(other, 'Dominique Bernard');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByRole('banner')).toContainText('Dominique Bernard');
  await expect(page.getByText(room)).toHaveCount(0);
});

test('the same room, deleted on one device and renamed on another', async ({
  page,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 410 .*\/api\/v1\/rooms\//);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const elsewhere = await newPerson();
  await signIn(elsewhere, 'Alix Martin');
  await expect(roomEntry(elsewhere, room)).toBeVisible();
  await openForm(elsewhere, room);
  const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await roomEntry(page, room).getByRole('button', { name: 'Supprimer' }).click();
  await deleted;
  // The other device has not refreshed yet: saving fails with an error, and the input stays.
  await saveName(elsewhere, 'Trop tard');
  await expect(elsewhere.getByRole('alert')).toContainText('Vous avez supprimé cette salle.');
  await expect(elsewhere.getByRole('textbox', { name: 'Nom de la salle' })).toHaveValue(
    'Trop tard',
  );
  await elsewhere.getByRole('link', { name: 'Annuler' }).click();
  const line = deletedEntry(elsewhere, room);
  await line.getByRole('button', { name: 'Annuler' }).click();
  await expect(roomEntry(elsewhere, room)).toBeVisible();
});
