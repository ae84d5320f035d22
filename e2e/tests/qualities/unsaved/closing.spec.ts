// Closing a tab with unsaved input.

import { signIn } from '../../../support/account.ts';
import { askedOnClosing } from '../../../support/closing.ts';
import { createRoom, nameField, openInvitation } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('a tab with changes that are not saved asks before it is closed', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('Pas perdue');
  expect(await askedOnClosing(page)).toBe('beforeunload');
  await expect(nameField(page)).toHaveValue('Pas perdue');
});

test('a tab without any is closed without a question, and nothing is asked within the portal', async ({
  page,
  context,
}) => {
  await signIn(page, 'Alix Martin');
  const other = await context.newPage();
  await other.goto('/salles/nouvelle');
  await nameField(other).click();
  expect(await askedOnClosing(other)).toBeUndefined();
  // Other pages of the portal open without a dialog, as nothing is lost.
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  const room = await createRoom(page);
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('En route');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  // The choices for an invitation are not unsaved input.
  const dialog = await openInvitation(page, room);
  await dialog.getByRole('link', { name: 'Envoyer une invitation complète' }).click();
  await page.getByRole('radio', { name: 'À des modérateurs' }).check();
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(nameField(page)).toHaveValue('En route');
  expect(asked).toEqual([]);
});

test('a tab with changes in a form that was left asks before it is closed', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('Laissée en plan');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  await expect(page.getByRole('heading', { name: 'Raccourcis clavier' })).toBeVisible();
  expect(await askedOnClosing(page)).toBe('beforeunload');
});
