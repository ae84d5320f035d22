// The telephone of an instance whose conference server gives each meeting a PIN of its own.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { signIn } from '../support/account.ts';
import { createRoom, openInvitation } from '../support/rooms.ts';
import { expect, test } from '../support/test.ts';

/** Has the portal say what it says behind such a server, with a PIN while the meeting runs. */
async function pinsChange(page: Page, pin?: string): Promise<void> {
  await page.route('**/api/v1/rooms/*/invitation', async (route) => {
    const answer = await route.fetch();
    const { dial_in, ...invitation } = await answer.json();
    const telephone = pin ? { dial_in: { ...dial_in, pin } } : {};
    await route.fulfill({
      response: answer,
      json: { ...invitation, ...telephone, pin_changes: true },
    });
  });
}

test('before the meeting there is no telephone, and a sentence says when there is', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await pinsChange(page);
  const dialog = await openInvitation(page, room);
  await expect(dialog.getByText('le PIN change à chaque réunion')).toBeVisible();
  await expect(dialog.getByText('Connexion par téléphone')).toHaveCount(0);
  await expectAccessible(page);
  await dialog.getByRole('link', { name: 'Envoyer une invitation complète' }).click();
  await expect(page.getByText('le PIN change à chaque réunion')).toBeVisible();
  await expect(page.getByText('PIN :')).toHaveCount(0);
  await expectAccessible(page);
});

test('while the meeting runs its PIN is given, and for how long it is good', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await pinsChange(page, '01234');
  const dialog = await openInvitation(page, room);
  await expect(dialog.getByText('PIN 01 234 #')).toBeVisible();
  await expect(dialog.getByText('Le PIN ne vaut que pour la réunion en cours.')).toBeVisible();
});
