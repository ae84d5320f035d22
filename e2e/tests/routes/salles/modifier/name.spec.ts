// Renaming a room.

import { expectAccessible } from '../../../../support/accessibility.ts';
import { signIn } from '../../../../support/account.ts';
import { portal } from '../../../../support/addresses.ts';
import { copiedBy } from '../../../../support/clipboard.ts';
import {
  createRoom,
  openInvitation,
  rename,
  roomEntry,
  uniqueName,
} from '../../../../support/rooms.ts';
import { expect, test } from '../../../../support/test.ts';

test('a new name is there on return, and the links are what they were', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const old = await createRoom(page);
  const link = await copiedBy(page, await openInvitation(page, old), 'le lien participant');
  await page.keyboard.press('Escape');
  const name = uniqueName('Renommée');
  await rename(page, old, name);
  await expect(page).toHaveURL(`${portal}/`);
  await expect(roomEntry(page, name)).toBeVisible();
  await expect(roomEntry(page, old)).toHaveCount(0);
  await expect(roomEntry(page, name).getByRole('link', { name: 'Modifier' })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'enregistrée' })).toHaveCount(1);
  const guest = await newPerson();
  await guest.goto(link);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('the form of a room says what will not do, and keeps what was typed', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  const field = page.getByRole('textbox', { name: 'Nom de la salle' });
  await expect(field).toHaveValue(room);
  await expectAccessible(page);
  const save = page.getByRole('button', { name: 'Enregistrer' });
  for (const [typed, sentence] of [
    ['   ', /Saisissez le nom de la salle\./],
    ['x'.repeat(151), /trop long/],
    ['a\u202eb', /caractère invisible/],
  ] as const) {
    await field.fill(typed);
    await save.click();
    await expect(field).toHaveAccessibleDescription(sentence);
    await expect(field).toHaveValue(typed);
    await expect(field).toBeFocused();
  }
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(roomEntry(page, room)).toBeVisible();
});
