// ARIA snapshots of the main screens: roles, accessible names and order. The snapshot of each is a file
// beside this one.

import { signIn } from '../../../support/account.ts';
import { invite } from '../../../support/invite.ts';
import { openInvitation, roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test("the visitor's home page", async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: 'visitor-home.aria.yml' });
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'around-a-page.aria.yml' });
});

test('the home page of somebody who has no room yet', async ({ page }) => {
  await signIn(page, 'Dominique Bernard');
  await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: 'no-room-yet.aria.yml' });
});

test('a room, its invitation, and the page that sends it', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const { room } = await invite(page);
  await expect(roomEntry(page, room)).toMatchAriaSnapshot({ name: 'room.aria.yml' });
  await expect(await openInvitation(page, room)).toMatchAriaSnapshot({
    name: 'invitation.aria.yml',
  });
  await page.getByRole('link', { name: 'Envoyer une invitation complète' }).click();
  await expect(page.getByRole('region', { name: 'Le message' })).toBeVisible();
  await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: 'sending.aria.yml' });
});

test('the form of a room, with a mistake', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.goto('/salles/nouvelle');
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(page.getByRole('main')).toMatchAriaSnapshot({
    name: 'form-with-a-mistake.aria.yml',
  });
});

test('joining', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const { attendee } = await invite(page);
  const guest = await newPerson();
  await guest.goto(attendee);
  await expect(guest.getByRole('textbox')).toBeVisible();
  await expect(guest.getByRole('main')).toMatchAriaSnapshot({ name: 'joining.aria.yml' });
});
