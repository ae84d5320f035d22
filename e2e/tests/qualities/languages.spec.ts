// The language of the interface.

import { expectAccessible } from '../../support/accessibility.ts';
import { signIn } from '../../support/account.ts';
import { expect, test } from '../../support/test.ts';

test('the language changes without a reload, for the whole page, and is kept', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.evaluate(() => {
    (window as unknown as { before: boolean }).before = true;
  });
  await page.getByRole('banner').locator('summary').click();
  await page.getByRole('banner').getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'My meeting rooms' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await page.evaluate(() => (window as unknown as { before?: boolean }).before)).toBe(true);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'My meeting rooms' })).toBeVisible();
});
