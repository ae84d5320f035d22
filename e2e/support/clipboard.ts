// Reads the clipboard.

import { expect, type Locator, type Page } from '@playwright/test';

/** Empties the clipboard, clicks a "Copier" button and returns the copied text. */
export async function copiedBy(page: Page, scope: Locator, what: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await scope.getByRole('button', { name: `Copier ${what}` }).click();
  await expect(scope.getByRole('button', { name: `Copié ${what}` })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}
