// The files of a room: their order, what meetings show of them, names, deletion.

import { expectAccessible } from '../../../../support/accessibility.ts';
import { signIn } from '../../../../support/account.ts';
import { addFiles, fileButton, fileNames, fileRow, openFiles } from '../../../../support/files.ts';
import { createRoom, roomEntry } from '../../../../support/rooms.ts';
import { expect, test } from '../../../../support/test.ts';

test.beforeEach(({ page }) => signIn(page, 'Alix Martin'));

test('files are moved by keyboard, and keep the focus and the new order', async ({ page }) => {
  const room = await createRoom(page);
  await openFiles(page, room);
  await addFiles(page, 'a.pdf', 'b.pdf', 'c.pdf');
  const down = fileButton(page, 'a.pdf', 'Descendre');
  await down.focus();
  await page.keyboard.press('Enter');
  await expect(fileNames(page)).toHaveText(['b.pdf', 'a.pdf', 'c.pdf']);
  await expect(down).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'n°\u00a02' })).toBeAttached();
  await expect(fileButton(page, 'b.pdf', 'Monter')).toHaveAttribute('aria-disabled', 'true');
  await expect(fileButton(page, 'c.pdf', 'Descendre')).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(page);
  await page.reload();
  await expect(fileNames(page)).toHaveText(['b.pdf', 'a.pdf', 'c.pdf']);
});

test('one file at most is shown first, and each may be downloadable', async ({ page }) => {
  const room = await createRoom(page);
  await openFiles(page, room);
  await addFiles(page, 'a.pdf', 'b.pdf');
  const first = (name: string) =>
    fileRow(page, name).getByRole('checkbox', { name: /^Affiché en premier/ });
  await first('a.pdf').check();
  await expect(first('b.pdf')).not.toBeChecked();
  await first('b.pdf').check();
  await expect(first('a.pdf')).not.toBeChecked();
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await fileRow(page, 'a.pdf')
    .getByRole('checkbox', { name: /^Téléchargeable/ })
    .check();
  expect((await saved).status()).toBe(204);
  await page.reload();
  await expect(first('b.pdf')).toBeChecked();
  await expect(first('a.pdf')).not.toBeChecked();
  const downloadable = fileRow(page, 'a.pdf').getByRole('checkbox', { name: /^Téléchargeable/ });
  await expect(downloadable).toBeChecked();
});

test('a file is renamed in its row and keeps its extension', async ({ page }) => {
  const room = await createRoom(page);
  await openFiles(page, room);
  await addFiles(page, 'a.pdf');
  await fileButton(page, 'a.pdf', 'Renommer').click();
  const field = page.getByRole('textbox', { name: /^Nouveau nom/ });
  await expect(field).toBeFocused();
  await field.fill(' ');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleDescription('Saisissez un nom.');
  await field.fill('Cours 1');
  await page.keyboard.press('Enter');
  await expect(fileButton(page, 'Cours 1.pdf', 'Renommer')).toBeFocused();
  await page.reload();
  await expect(fileNames(page)).toHaveText(['Cours 1.pdf']);
});

test('a deleted file is restored where it was', async ({ page }) => {
  const room = await createRoom(page);
  await openFiles(page, room);
  await addFiles(page, 'a.pdf', 'b.pdf');
  await fileButton(page, 'a.pdf', 'Supprimer').click();
  const undo = page.getByRole('button', { name: /^Annuler/ });
  await expect(undo).toBeFocused();
  await expect(fileNames(page)).toHaveText(['b.pdf']);
  await expectAccessible(page);
  await undo.click();
  await expect(fileButton(page, 'a.pdf', 'Supprimer')).toBeFocused();
  await expect(fileNames(page)).toHaveText(['a.pdf', 'b.pdf']);
});

test('the way back leads to the room whose files were shown', async ({ page }) => {
  const room = await createRoom(page);
  await openFiles(page, room);
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  const link = roomEntry(page, room).getByRole('link', { name: /^Fichiers/ });
  await expect(link).toBeFocused();
});
