// A session that expires while a form is filled in: after signing in again, the draft is restored.

import { chooseAccount, signIn } from '../../../support/account.ts';
import { portal } from '../../../support/addresses.ts';
import { createRoom, openForm, roomEntry, saveName, uniqueName } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

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
  // Restored once only: the next form is empty.
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
