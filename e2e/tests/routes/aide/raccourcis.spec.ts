// Keyboard shortcuts for people who are signed in.

import type { Page } from '@playwright/test';
import { signIn } from '../../../support/account.ts';
import { createRoom, openInvitation } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

const search = (page: Page) => page.getByRole('searchbox', { name: 'Rechercher une salle' });
const list = (page: Page) => page.getByRole('heading', { level: 1, name: 'Raccourcis clavier' });

test('each key of the list does what the list says', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.keyboard.press('?');
  await expect(list(page)).toBeVisible();
  const told = await page.getByRole('main').getByRole('term').allTextContents();
  expect(told.slice(0, 4).map((key) => key.trim())).toEqual(['/', 'c', 'n', '?']);
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await expect(search(page)).toBeVisible();
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue('');
  await page.keyboard.press('Tab');
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Trois premiers chiffres' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Trois premiers chiffres' })).toHaveValue('');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toBeVisible();
});

test('keys that are typed, or pressed over a dialog or with others, stay what they are', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  await search(page).fill('');
  await page.keyboard.type('n?c/');
  await expect(search(page)).toHaveValue('n?c/');
  await search(page).fill('');
  const dialog = await openInvitation(page, await createRoom(page));
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+/');
  await expect(search(page)).not.toBeFocused();
  // The listener handles keys by now.
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
});

test('who switches them off on a device is left alone, also at the next visit', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  const on = page.getByRole('checkbox', { name: 'Utiliser les raccourcis sur cet appareil' });
  await expect(on).toBeChecked();
  await on.uncheck();
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await expect(search(page)).toBeVisible();
  await page.keyboard.press('/');
  await expect(search(page)).not.toBeFocused();
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  await expect(on).not.toBeChecked();
  await on.check();
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await expect(search(page)).toBeVisible();
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
});

test('guests have none', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('textbox', { name: 'Trois premiers chiffres' })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Trois premiers chiffres' })).not.toBeFocused();
  await page.keyboard.press('?');
  // Input made now stays, and so does the page.
  await page.getByRole('textbox', { name: 'Trois premiers chiffres' }).fill('123');
  await expect(page.getByRole('textbox', { name: 'Trois premiers chiffres' })).toHaveValue('123');
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('contentinfo').getByText('Raccourcis clavier')).toHaveCount(0);
});
