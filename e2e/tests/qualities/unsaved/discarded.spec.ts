// Drafts that are discarded, and restored.

import type { Page } from '@playwright/test';
import { signIn } from '../../../support/account.ts';
import { createRoom, nameField, openForm, uniqueName } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

const givenUp = (page: Page) => page.getByText("Vos modifications n'ont pas été enregistrées.");

test('changes that are given up are said to be, and can be taken up again', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await openForm(page, room);
  const typed = uniqueName('Presque');
  await nameField(page).fill(typed);
  await page.getByText('Interactions', { exact: true }).click();
  const mute = page.getByRole('checkbox', { name: /Couper les micros/ });
  await mute.check();
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(givenUp(page)).toBeVisible();
  await page.getByRole('link', { name: 'Reprendre la saisie' }).click();
  await expect(nameField(page)).toHaveValue(typed);
  await page.getByText('Interactions', { exact: true }).click();
  await expect(mute).toBeChecked();
});

test('what nobody takes up again is gone, and nothing is said where nothing was changed', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(page.getByRole('link', { name: 'Créer une salle permanente' })).toBeFocused();
  await expect(givenUp(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await nameField(page).fill('Une autre fois');
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(givenUp(page)).toBeVisible();
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(nameField(page)).toHaveValue('');
});

test('what was discarded is given back to the form that is open already', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const open = page.getByRole('link', { name: 'Créer une salle permanente' });
  await open.click();
  await nameField(page).fill('Abandonnée');
  await page.getByRole('link', { name: 'Annuler' }).click();
  await open.click();
  await expect(nameField(page)).toHaveValue('');
  await page.getByRole('link', { name: 'Reprendre la saisie' }).click();
  await expect(nameField(page)).toHaveValue('Abandonnée');
});

test('what was discarded is given back before what was typed into the same form later', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const open = page.getByRole('link', { name: 'Créer une salle permanente' });
  await open.click();
  await nameField(page).fill('La première');
  await page.getByRole('link', { name: 'Annuler' }).click();
  await open.click();
  await nameField(page).fill('La seconde');
  await page.goBack();
  await page.getByRole('link', { name: 'Reprendre la saisie' }).click();
  await expect(nameField(page)).toHaveValue('La première');
});
