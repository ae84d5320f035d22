// Drafts: unsaved input is kept while the person opens other pages.

import type { Page } from '@playwright/test';
import { signIn } from '../../../support/account.ts';
import { createRoom, nameField, openForm, roomEntry, uniqueName } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

/** Makes the page hidden or visible, as its scripts see it. */
async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, hidden);
}

test('what is typed into one form takes nothing from another, and each has its own back', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const typed = uniqueName('Deux à la fois');
  await openForm(page, room);
  await nameField(page).fill(typed);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('Une nouvelle');
  // The document is left from a page without a form, and loaded again: both drafts are restored.
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  await expect(page.getByRole('heading', { name: 'Raccourcis clavier' })).toBeVisible();
  await page.reload();
  await page.goBack();
  await expect(nameField(page)).toHaveValue('Une nouvelle');
  await page.goBack();
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  await expect(nameField(page)).toHaveValue(typed);
});

test('a tab that is hidden keeps what is typed, and nothing once it is seen again or its person has signed out', async ({
  page,
  context,
}) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('Dans la poche');
  const stored = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  await hide(page, true);
  expect(await stored()).toContain('Dans la poche');
  await hide(page, false);
  expect(await stored()).not.toContain('Dans la poche');
  await hide(page, true);
  const other = await context.newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByText('Identifiez-vous pour accéder à cette page.')).toBeVisible();
  expect(await stored()).not.toContain('Dans la poche');
});
