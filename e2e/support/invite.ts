// Inviting people to a room, and entering by each means.

import { expect, type Page } from '@playwright/test';
import { portal, sandbox } from './addresses.ts';
import { copiedBy } from './clipboard.ts';
import { createRoom, openInvitation } from './rooms.ts';

export interface Invitation {
  room: string;
  id: string;
  code: string;
  moderator: string;
  attendee: string;
  authenticated: string;
}

/** Creates a room and copies everything of its invitation. */
export async function invite(page: Page): Promise<Invitation> {
  const room = await createRoom(page);
  const dialog = await openInvitation(page, room);
  const id = page.url().split('/').at(-2) ?? '';
  const invitation = {
    room,
    id,
    code: await copiedBy(page, dialog, 'le code de connexion'),
    moderator: await copiedBy(page, dialog, 'le lien modérateur'),
    attendee: await copiedBy(page, dialog, 'le lien participant'),
    authenticated: await copiedBy(page, dialog, 'le lien authentifié'),
  };
  await page.keyboard.press('Escape');
  // The dialog closes by going back in the history: wait for that before another navigation.
  await expect(page).toHaveURL(`${portal}/`);
  return invitation;
}

/** Digits in groups of three, as they are shown and copied. */
export const grouped = (digits: string, by = ' ') => digits.replace(/(\d{3})(?=\d)/g, `$1${by}`);

/** Opens a link and asks to join under a name. */
export async function joinBy(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Votre nom' }).fill(name);
  await page.getByRole('button', { name: 'Rejoindre' }).click();
}

/** The conference client's own dialog with the session's details. */
export const clientDialog = (page: Page) =>
  page.getByRole('dialog', { name: 'Informations de la réunion' });

/** Checks that the page is the conference page of the room, and closes the dialog that the client opens when somebody
 * enters a meeting for the first time. */
export async function expectInConference(page: Page, room: string): Promise<void> {
  await page.waitForURL(`${sandbox}/html5client/**`);
  await expect(page.locator('#presentationTitle')).toContainText(room);
  await expect(page.locator('#status')).toHaveText('Vous êtes dans la réunion');
  const dialog = clientDialog(page);
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Fermer' }).click();
  await expect(dialog).toBeHidden();
}

/** Types a connection code into the first field; the focus moves on by itself. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Trois premiers chiffres' }).click();
  await page.keyboard.type(code);
}
