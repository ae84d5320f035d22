// The accessibility statement.

import { expectAccessible } from '../../../support/accessibility.ts';
import { expect, test } from '../../../support/test.ts';

test('the portal says how accessible it is, and whom to tell', async ({ page }) => {
  await page.route('**/api/v1/bootstrap', async (route) => {
    const response = await route.fetch();
    const bootstrap = await response.json();
    bootstrap.instance.links = [['contact', 'https://example.fr/contact']];
    await route.fulfill({ response, json: bootstrap });
  });
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Accessibilité' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibilité');
  await expect(page.getByRole('main')).toContainText('ne déclare pas encore de niveau');
  await expect(page.getByRole('main').getByRole('link', { name: 'Contact' })).toHaveAttribute(
    'href',
    'https://example.fr/contact',
  );
  await expectAccessible(page);
});
