// Visitors from the state's internal network, which blocks a part of a meeting's traffic.

import { expectAccessible } from '../../support/accessibility.ts';
import { expect, test } from '../../support/test.ts';

test('visitors from a professional network read what that means, on every page', async ({
  page,
  newPerson,
}) => {
  const sentence = "Si l'audio ou la vidéo ne fonctionne pas";
  await page.goto('/');
  await expect(page.getByText(sentence)).toBeVisible();
  await page.goto('/aide/droits');
  await expect(page.getByText(sentence)).toBeVisible();
  await expectAccessible(page);
  const elsewhere = await newPerson();
  await elsewhere.route('**/api/v1/bootstrap', async (route) => {
    const response = await route.fetch();
    const bootstrap = await response.json();
    bootstrap.on_professional_network = undefined;
    await route.fulfill({ response, json: bootstrap });
  });
  await elsewhere.goto('/');
  await expect(elsewhere.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
  await expect(elsewhere.getByText(sentence)).toHaveCount(0);
});
