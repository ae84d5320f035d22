// What moderators and participants may do.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { createRoom, openInvitation } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('the invite dialog leads to the rights of each role, and ends with the network', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const dialog = await openInvitation(page, await createRoom(page));
  await expect(dialog.getByText("Si l'audio ou la vidéo ne fonctionne pas")).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Ouvrir une réunion temporaire' })).toBeVisible();
  await expect(dialog.getByRole('link', { name: /droits «\sParticipant/ })).toHaveCount(2);
  const opened = page.waitForEvent('popup');
  await dialog.getByRole('link', { name: /droits «\sModérateur/ }).click();
  const help = await opened;
  await expect(help.getByRole('heading', { level: 1 })).toHaveText(
    'Droits des modérateurs et des participants',
  );
  await expectAccessible(help);
});
