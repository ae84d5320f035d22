// The response to a renewal moves the focus, although the person has moved it elsewhere meanwhile.

import { signIn } from '../../support/account.ts';
import { holdAnswers } from '../../support/network.ts';
import { createRoom, nameField, openForm } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

test('the answer to a renewal leaves the focus with whoever has gone on', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await openForm(page, room);
  await page.getByText('Paramètres avancés', { exact: true }).click();
  const release = await holdAnswers(page, '**/invitation/*/renew');
  const renew = 'Renouveler le lien participant';
  await page.getByRole('button', { name: renew }).click();
  await page.getByRole('alert').getByRole('button', { name: renew }).click();
  await nameField(page).focus();
  release();
  await expect(page.getByRole('listitem').getByText('Voici le nouveau')).toBeVisible();
  await expect(nameField(page)).toBeFocused();
});
