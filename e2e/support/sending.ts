// The page that sends the whole invitation of a room.

import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { signIn } from './account.ts';
import { type Invitation, invite } from './invite.ts';
import { openInvitation } from './rooms.ts';
import { test as base, expect } from './test.ts';

export const test = base.extend<{ invitation: Invitation }>({
  /** A room, and the page that sends its invitation. */
  invitation: async ({ page }, use) => {
    await signIn(page, 'Alix Martin');
    const invitation = await invite(page);
    const dialog = await openInvitation(page, invitation.room);
    await dialog.getByRole('link', { name: 'Envoyer une invitation complète' }).click();
    await expect(messageOf(page)).toBeVisible();
    await use(invitation);
  },
});

/** What is sent, as it stands on the page. */
export const messageOf = (page: Page) => page.getByRole('region', { name: 'Le message' });

/** The button that copies it. */
export const copy = (page: Page) => page.getByRole('button', { name: "Copier l'invitation" });

/** The same button, once it is copied. */
export const copied = (page: Page) => page.getByRole('button', { name: "Copié l'invitation" });

/** Puts the meeting on the first of December 2026 at two in the afternoon, by the device's clock. */
export async function choose(page: Page): Promise<void> {
  await page.getByLabel('Date', { exact: true }).fill('2026-12-01');
  await page.getByLabel('Heure de début').fill('14:00');
  await page.getByLabel('Durée, en minutes').fill('90');
}

/** What a file holds that is kept from the page. */
export async function contentOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

export { expect };
