// The invite dialog: opening, closing, and errors.

import { signIn } from '../../../../support/account.ts';
import { portal } from '../../../../support/addresses.ts';
import { createRoom, openInvitation, roomEntry } from '../../../../support/rooms.ts';
import { expect, test } from '../../../../support/test.ts';

test('Escape, "Fermer", a click outside and "back" close it; the focus returns', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const invite = roomEntry(page, room).getByRole('link', { name: 'Inviter' });
  const ways = {
    escape: () => page.keyboard.press('Escape'),
    button: () => page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click(),
    outside: () => page.mouse.click(5, 5),
    back: () => page.goBack(),
  };
  for (const [way, close] of Object.entries(ways)) {
    const dialog = await openInvitation(page, room);
    await expect(page).toHaveURL(/\/salles\/[0-9a-f-]{36}\/inviter$/);
    await close();
    await expect(dialog, way).toBeHidden();
    await expect(page, way).toHaveURL(`${portal}/`);
    await expect(invite, way).toBeFocused();
  }
});

test('it has an address of its own and stands a reload', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await openInvitation(page, room);
  await page.reload();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
  await expect(dialog).toContainText(room);
});

test('the links unfold and are plain text to select', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const dialog = await openInvitation(page, await createRoom(page));
  const address = dialog.getByText(`${portal}/rejoindre/moderateur#`);
  await expect(address).toBeHidden();
  await dialog.getByText('Le lien modérateur', { exact: true }).click();
  await expect(address).toBeVisible();
});

test('the room of somebody else is not told apart from none', async ({
  page,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/invitation/);
  await signIn(page, 'Alix Martin');
  await openInvitation(page, await createRoom(page));
  const address = page.url();
  const camille = await newPerson();
  await signIn(camille, 'Camille Durand');
  await camille.goto(address);
  const dialog = camille.getByRole('dialog');
  await expect(dialog).toContainText("Cette salle n'existe pas ou n'est pas à vous.");
  await expect(dialog.getByRole('button', { name: /^Copier/ })).toHaveCount(0);
});

test('a cut network is said, and trying again works', async ({ page, expectConsoleError }) => {
  expectConsoleError(/ERR_FAILED .*\/invitation/);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await page.route('**/invitation', (route) => route.abort());
  await roomEntry(page, room).getByRole('link', { name: 'Inviter' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Le service ne répond pas.');
  await page.unroute('**/invitation');
  await dialog.getByRole('button', { name: 'Réessayer' }).click();
  await expect(dialog.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
});
