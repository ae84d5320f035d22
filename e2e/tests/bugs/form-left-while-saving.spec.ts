// A form that is left before its response has come shows no message, or a wrong one.

import type { Page } from '@playwright/test';
import { signIn } from '../../support/account.ts';
import { holdAnswers } from '../../support/network.ts';
import { createRoom, nameField, openForm, roomEntry, uniqueName } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

const givenUp = (page: Page) => page.getByText("Vos modifications n'ont pas été enregistrées.");

test('who leaves a form while it is being saved reads that it was, wherever they are', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  const name = page.getByRole('textbox', { name: 'Nom de la salle' });
  await name.fill(`${room} bis`);
  const release = await holdAnswers(page, '**/api/v1/rooms/*');
  const asked = page.waitForRequest((request) => request.method() === 'PATCH');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await asked;
  await page.goBack();
  await expect(roomEntry(page, room)).toBeVisible();
  release();
  await expect(roomEntry(page, `${room} bis`)).toBeVisible();
  await expect(page.getByText('La salle est enregistrée.').first()).toBeVisible();
  // The app still works.
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(name).toHaveValue('');
});

test('a form that was left before its answer came gives nothing back of what is saved', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const name = uniqueName('Partie avant la réponse');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill(name);
  const release = await holdAnswers(page, '**/api/v1/rooms');
  const asked = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await asked;
  await page.goBack();
  release();
  await expect(roomEntry(page, name)).toBeVisible();
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(nameField(page)).toHaveValue('');
});

test('who leaves a form while it is being saved is told what became of it, and nothing else', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await openForm(page, room);
  const release = await holdAnswers(page, '**/api/v1/rooms/*');
  const name = uniqueName('Autre nom');
  await nameField(page).fill(name);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
  await expect(givenUp(page)).toHaveCount(0);
  release();
  await expect(page.getByText('La salle est enregistrée.').first()).toBeVisible();
  await expect(roomEntry(page, name)).toBeVisible();
  await expect(givenUp(page)).toHaveCount(0);
});
