// Signing in by the identity provider's page.

import { expect, type Page } from '@playwright/test';

export type Name = 'Alix Martin' | 'Camille Durand' | 'Sacha Petit' | 'Dominique Bernard';

/** Presses the account's button on the identity provider's page. */
export async function chooseAccount(page: Page, name: Name): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Signs in from the home page and waits for the rooms. */
export async function signIn(page: Page, name: Name): Promise<void> {
  await page.goto('/');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^S'identifier/ })
    .click();
  await chooseAccount(page, name);
  await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
}
