// Addresses without a page (404).

import { expectAccessible } from '../../support/accessibility.ts';
import { signIn } from '../../support/account.ts';
import { expect, test } from '../../support/test.ts';

test('an address below a room that is no page says that it is none', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const id = '0198f3a1-7c3e-7000-8000-0123456789ab';
  await page.goto(`/salles/${id}/quoi`);
  await expect(page.getByRole('heading', { name: 'Page introuvable' })).toBeVisible();
  await page.goto('/salles/42/quoi');
  await expect(
    page.getByRole('heading', { name: "Cette adresse n'est pas celle d'une salle" }),
  ).toBeVisible();
});

test('an unknown address is a page that says so', async ({ page }) => {
  await page.goto('/nulle-part');
  await expect(page.getByRole('heading', { level: 1, name: 'Page introuvable' })).toBeVisible();
  await expectAccessible(page);
});
