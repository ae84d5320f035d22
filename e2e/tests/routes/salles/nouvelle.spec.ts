// The form of a new room.

import { signIn } from '../../../support/account.ts';
import { openForm, roomEntry, uniqueName } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('a name that will not do is told beside the field, and what was typed stays', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  await page.goto('/salles/nouvelle');
  const name = page.getByRole('textbox', { name: 'Nom de la salle' });
  const create = page.getByRole('button', { name: 'Créer la salle' });
  await create.click();
  await expect(name).toHaveAccessibleDescription(/Saisissez le nom de la salle\./);
  await expect(name).toBeFocused();
  const long = 'é'.repeat(151);
  await name.fill(long);
  await create.click();
  await expect(name).toHaveAccessibleDescription(/trop long/);
  await expect(name).toHaveValue(long);
});

test('a room whose answer is lost is created once, its name kept meanwhile', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/api\/v1\/rooms/);
  await signIn(page, 'Alix Martin');
  await page.goto('/salles/nouvelle');
  const room = uniqueName('Réponse perdue');
  const name = page.getByRole('textbox', { name: 'Nom de la salle' });
  await name.fill(room);
  // The server has created the room, but its response is lost.
  await page.route('**/api/v1/rooms', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(page.getByRole('alert')).toContainText("La salle n'a pas été créée.");
  await expect(name).toHaveValue(room);
  await page.unroute('**/api/v1/rooms');
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(roomEntry(page, room)).toHaveCount(1);
  await page.reload();
  await expect(roomEntry(page, room)).toHaveCount(1);
});

test('a name and a message with all kinds of characters are shown as they were typed', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  await page.goto('/salles/nouvelle');
  const room = `${uniqueName('« Café »')} "A" \\ B/ 😀 <b>&amp; {"x":1}`;
  const message = 'Bonjour "à tous" !\n\\n n\'est pas\tune ligne 😀';
  const fields = {
    name: page.getByRole('textbox', { name: 'Nom de la salle' }),
    message: page.getByRole('textbox', { name: 'Message de bienvenue' }),
  };
  await fields.name.fill(room);
  await page.getByText('Accueil des participants', { exact: true }).click();
  await fields.message.fill(message);
  // Kept as a draft while another page is open.
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  await expect(page.getByRole('heading', { name: 'Raccourcis clavier' })).toBeVisible();
  await page.goBack();
  await expect(fields.name).toHaveValue(room);
  await page.getByText('Accueil des participants', { exact: true }).click();
  await expect(fields.message).toHaveValue(message);
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(roomEntry(page, room)).toBeVisible();
  await page.reload();
  await openForm(page, room);
  await expect(fields.name).toHaveValue(room);
  await page.getByText('Accueil des participants', { exact: true }).click();
  // Saved, a tab is a space.
  await expect(fields.message).toHaveValue(message.replace('\t', ' '));
});
