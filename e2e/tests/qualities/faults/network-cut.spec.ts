// Lost responses: the server executes each action on a room, but its response never arrives. The result is
// shown as uncertain, repeating the action does nothing twice, and no input is lost.

import { signIn } from '../../../support/account.ts';
import { loseAnswers } from '../../../support/network.ts';
import { createRoom, deletedEntry, rename, roomEntry, uniqueName } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('rename: what was typed stays in the form, and is saved by trying again', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/api\/v1\/rooms\//);
  await signIn(page, 'Alix Martin');
  const old = await createRoom(page);
  const name = uniqueName('Nouveau nom');
  const mend = await loseAnswers(page, '**/api/v1/rooms/*', 'PATCH');
  await rename(page, old, name);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText("La salle n'a pas été enregistrée.");
  await expect(alert).toContainText('Le service ne répond pas.');
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toHaveValue(name);
  await mend();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(roomEntry(page, name).getByRole('link', { name: 'Modifier' })).toBeFocused();
  await page.reload();
  await expect(roomEntry(page, name)).toHaveCount(1);
});

test('delete: the room comes back with a message, and goes when asked again', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/api\/v1\/rooms\//);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const mend = await loseAnswers(page, '**/api/v1/rooms/*', 'DELETE');
  await roomEntry(page, room).getByRole('button', { name: 'Supprimer' }).click();
  const alert = roomEntry(page, room).getByRole('alert');
  await expect(alert).toContainText("La salle n'a pas été supprimée.");
  await mend();
  await alert.getByRole('button', { name: 'Réessayer' }).click();
  await expect(deletedEntry(page, room)).toBeVisible();
  await page.reload();
  await expect(deletedEntry(page, room)).toHaveCount(1);
  await expect(roomEntry(page, room)).toHaveCount(0);
});

test('undo: the room goes again with a message, and comes back when asked again', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/restore/);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await roomEntry(page, room).getByRole('button', { name: 'Supprimer' }).click();
  const gone = deletedEntry(page, room);
  const mend = await loseAnswers(page, '**/restore', 'POST');
  await gone.getByRole('button', { name: 'Annuler' }).click();
  await expect(gone.getByRole('alert')).toContainText("La suppression n'a pas été annulée.");
  await mend();
  await gone.getByRole('button', { name: 'Réessayer' }).click();
  await expect(roomEntry(page, room)).toBeVisible();
  await page.reload();
  await expect(roomEntry(page, room)).toHaveCount(1);
});

test('star: it is put out with a message, and lit when pressed again', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/favourite/);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const mend = await loseAnswers(page, '**/favourite', 'PUT');
  const entry = roomEntry(page, room);
  const star = entry.getByRole('button', { name: 'Favori' });
  await star.click();
  await expect(entry.getByRole('alert')).toContainText(
    "Le changement de favori n'a pas été enregistré.",
  );
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await expect(star).toBeFocused();
  await mend();
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await expect(entry.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
});

test('a network that is back tells what has become of what was asked', async ({
  page,
  context,
  allowConsoleError,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/api\/v1\/rooms\//);
  // Pending requests.
  allowConsoleError(/ERR_INTERNET_DISCONNECTED/);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const mend = await loseAnswers(page, '**/api/v1/rooms/*', 'DELETE');
  await roomEntry(page, room).getByRole('button', { name: 'Supprimer' }).click();
  await expect(roomEntry(page, room).getByRole('alert')).toBeVisible();
  await mend();
  await context.setOffline(true);
  const notice = page.getByText('Vous êtes hors connexion');
  await expect(notice).toBeVisible();
  await context.setOffline(false);
  await expect(notice).toHaveCount(0);
  // The room was deleted after all, and is shown as deleted.
  await expect(deletedEntry(page, room)).toBeVisible();
});
