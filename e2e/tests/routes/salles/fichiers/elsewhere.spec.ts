// Uploads while the person is on another page of the portal, or about to close the tab.

import type { Page } from '@playwright/test';
import { signIn } from '../../../../support/account.ts';
import { askedOnClosing } from '../../../../support/closing.ts';
import {
  addField,
  fileButton,
  fileNames,
  fileRow,
  openFiles,
  PARTS,
  pdf,
} from '../../../../support/files.ts';
import { holdAnswers } from '../../../../support/network.ts';
import { createRoom } from '../../../../support/rooms.ts';
import { expect, test } from '../../../../support/test.ts';

test.beforeEach(({ page }) => signIn(page, 'Alix Martin'));

/** Leaves the page for the list of rooms. */
async function goBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await expect(page.getByRole('link', { name: 'Créer une salle permanente' })).toBeVisible();
}

test('uploads go on while another page is open, and a toast tells that each is done', async ({
  page,
}) => {
  const room = await createRoom(page);
  await openFiles(page, room);
  const release = await holdAnswers(page, PARTS);
  await addField(page).setInputFiles([pdf('a.pdf'), pdf('b.pdf')]);
  await expect(fileRow(page, 'b.pdf').getByText("En attente de l'envoi précédent")).toBeVisible();
  await goBack(page);
  release();
  const toast = page.getByRole('status').getByText('«\u00a0b.pdf\u00a0» est ajouté');
  await expect(toast).toBeVisible();
  await openFiles(page, room);
  await expect(fileNames(page)).toHaveText(['a.pdf', 'b.pdf']);
});

test('an upload is shown again when its page is opened again, and can be given up there', async ({
  page,
}) => {
  const room = await createRoom(page);
  await openFiles(page, room);
  const release = await holdAnswers(page, PARTS);
  await addField(page).setInputFiles([pdf('a.pdf'), pdf('b.pdf')]);
  await expect(fileRow(page, 'a.pdf').getByRole('progressbar')).toBeVisible();
  await goBack(page);
  await openFiles(page, room);
  await expect(fileNames(page)).toHaveText(['a.pdf', 'b.pdf']);
  await fileRow(page, 'a.pdf')
    .getByRole('button', { name: /^Annuler l'envoi/ })
    .click();
  release();
  await expect(fileButton(page, 'b.pdf', 'Renommer')).toBeVisible();
  await expect(fileNames(page)).toHaveText(['b.pdf']);
});

test('the page of another room does not show the upload', async ({ page }) => {
  const room = await createRoom(page);
  const other = await createRoom(page);
  await openFiles(page, room);
  const release = await holdAnswers(page, PARTS);
  await addField(page).setInputFiles(pdf('a.pdf'));
  await expect(fileRow(page, 'a.pdf').getByRole('progressbar')).toBeVisible();
  await goBack(page);
  await openFiles(page, other);
  await expect(page.getByText("Cette salle n'a pas encore de fichier.")).toBeVisible();
  release();
  const toast = page.getByRole('status').getByText('«\u00a0a.pdf\u00a0» est ajouté');
  await expect(toast).toBeVisible();
  await expect(page.getByText("Cette salle n'a pas encore de fichier.")).toBeVisible();
});

test('a toast tells on another page that an upload is refused, and why', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/415 .*\/parts/);
  const room = await createRoom(page);
  await openFiles(page, room);
  const release = await holdAnswers(page, PARTS);
  const program = { ...pdf('Faux.pdf'), buffer: Buffer.from('MZ a program') };
  await addField(page).setInputFiles(program);
  await expect(fileRow(page, 'Faux.pdf').getByRole('progressbar')).toBeVisible();
  await goBack(page);
  release();
  const toast = page.getByRole('status').getByText("«\u00a0Faux.pdf\u00a0» n'a pas été");
  await expect(toast).toContainText("n'est pas d'un type accepté");
  await openFiles(page, room);
  await expect(fileRow(page, 'Faux.pdf').getByRole('alert')).toBeVisible();
});

test('a tab that sends a file asks before it is closed, and one that has sent it does not', async ({
  page,
}) => {
  const room = await createRoom(page);
  await openFiles(page, room);
  const release = await holdAnswers(page, PARTS);
  await addField(page).setInputFiles(pdf('a.pdf'));
  await expect(fileRow(page, 'a.pdf').getByRole('progressbar')).toBeVisible();
  await goBack(page);
  expect(await askedOnClosing(page)).toBe('beforeunload');
  release();
  const toast = page.getByRole('status').getByText('«\u00a0a.pdf\u00a0» est ajouté');
  await expect(toast).toBeVisible();
  expect(await askedOnClosing(page)).toBeUndefined();
});
