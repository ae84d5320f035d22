// The links that an instance configures.

import { expectAccessible } from '../../support/accessibility.ts';
import { expect, test } from '../../support/test.ts';

test('every address that the instance names stands where it belongs, and no other', async ({
  page,
}) => {
  const footer = page.getByRole('contentinfo');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // The portal's own statement, if the instance configures no other.
  await expect(footer.getByRole('link')).toHaveText(['Accessibilité']);
  const names = {
    accessibility: 'Accessibilité',
    legal_notice: 'Mentions légales',
    personal_data: 'Données personnelles et cookies',
    terms_of_use: "Conditions générales d'utilisation",
    source_code: 'Code source',
    contact: 'Contact',
  };
  const elsewhere = {
    access: "Modalités d'accès",
    documentation: 'Documentation',
    signing_in: "Comment s'identifier",
  };
  await page.route('**/api/v1/bootstrap', async (route) => {
    const response = await route.fetch();
    const bootstrap = await response.json();
    bootstrap.instance.links = Object.keys({ ...names, ...elsewhere }).map((name) => [
      name,
      `https://example.fr/${name}`,
    ]);
    await route.fulfill({ response, json: bootstrap });
  });
  await page.reload();
  for (const [name, text] of Object.entries({ ...names, ...elsewhere })) {
    const place = name in names ? footer : page.locator('header, main');
    const link = place.getByRole('link', { name: text });
    await expect(link, text).toHaveAttribute('href', `https://example.fr/${name}`);
  }
  await expectAccessible(page);
});
