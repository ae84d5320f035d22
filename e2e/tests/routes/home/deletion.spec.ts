// Deleting and restoring a room.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { copiedBy } from '../../../support/clipboard.ts';
import { whoIsIn } from '../../../support/conference.ts';
import { holdAnswers } from '../../../support/network.ts';
import { createRoom, deletedEntry, openInvitation, roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('a room is deleted at once and comes back as it was, by keyboard alone', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const code = await copiedBy(page, await openInvitation(page, room), 'le code de connexion');
  await page.keyboard.press('Escape');
  await roomEntry(page, room).getByRole('button', { name: 'Supprimer' }).focus();
  await page.keyboard.press('Enter');
  const gone = deletedEntry(page, room);
  await expect(gone).toContainText('Vous pouvez annuler pendant 10 minutes.');
  const undo = gone.getByRole('button', { name: 'Annuler' });
  await expect(undo).toBeFocused();
  await expectAccessible(page);
  // After a reload, the room can still be restored.
  await page.reload();
  const restored = page.waitForResponse((response) => response.url().endsWith('/restore'));
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(roomEntry(page, room).getByRole('button', { name: 'Supprimer' })).toBeFocused();
  await restored;
  await page.reload();
  const again = await copiedBy(page, await openInvitation(page, room), 'le code de connexion');
  expect(again).toBe(code);
});

test('undo is heard even while the deletion is on its way', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/DELETE|restore/.test(`${request.method()} ${request.url()}`)) asked.push(request.method());
  });
  const release = await holdAnswers(page, /\/rooms\/[^/]+\?/);
  const restored = page.waitForResponse((response) => response.url().endsWith('/restore'));
  await roomEntry(page, room).getByRole('button', { name: 'Supprimer' }).click();
  await deletedEntry(page, room).getByRole('button', { name: 'Annuler' }).click();
  await expect(roomEntry(page, room)).toBeVisible();
  release();
  await restored;
  expect(asked).toEqual(['DELETE', 'POST']);
  await page.reload();
  await expect(roomEntry(page, room)).toBeVisible();
});

test('a room whose meeting runs is deleted only once that was read', async ({
  page,
  newPerson,
  request,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 409 .*\/api\/v1\/rooms\//);
  expectConsoleError(/status of 410 .*\/join\/resolve/);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const link = await copiedBy(page, await openInvitation(page, room), 'le lien modérateur');
  await page.keyboard.press('Escape');
  const moderator = await newPerson();
  await moderator.goto(link);
  await moderator.getByRole('textbox', { name: 'Votre nom' }).fill('Zoé');
  await moderator.getByRole('button', { name: 'Rejoindre' }).click();
  await expect.poll(() => whoIsIn(request, room)).toEqual(['Zoé: MODERATOR']);

  const entry = roomEntry(page, room);
  await entry.getByRole('button', { name: 'Supprimer' }).click();
  const question = entry.getByRole('alert');
  await expect(question).toContainText('Une réunion est en cours dans cette salle.');
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Conserver la salle' }).click();
  await expect(question).toHaveCount(0);
  await expect(entry.getByRole('button', { name: 'Supprimer' })).toBeFocused();
  await entry.getByRole('button', { name: 'Supprimer' }).click();
  await question.getByRole('button', { name: 'Supprimer quand même' }).click();
  await expect(deletedEntry(page, room)).toBeVisible();
  // Nobody can join any more, and the link says why.
  const late = await newPerson();
  await late.goto(link);
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('Cette salle a été supprimée');
});
