// Signing out takes seconds if its response makes the browser clear its cache.

import { signIn } from '../../support/account.ts';
import { portal } from '../../support/addresses.ts';
import { expect, test } from '../../support/test.ts';

test('signing out is answered within a second, and has the browser empty no cache, which takes it longer', async ({
  page,
}) => {
  await signIn(page, 'Dominique Bernard');
  const answered = page.waitForResponse(`${portal}/auth/sign-out`);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  const answer = await answered;
  expect(answer.request().method()).toBe('POST');
  const headers = await answer.allHeaders();
  // A header that must be there, so that a response without headers would not pass.
  expect(headers['set-cookie']).toMatch(/^parvis=;/);
  expect(headers).not.toHaveProperty('clear-site-data');
  // As measured by the browser, from the request to the first byte of the response.
  const { requestStart, responseStart } = answer.request().timing();
  expect(responseStart - requestStart).toBeGreaterThan(0);
  expect(responseStart - requestStart).toBeLessThan(1_000);
  await expect(page.getByRole('banner').getByRole('link', { name: "S'identifier" })).toBeVisible();
});
