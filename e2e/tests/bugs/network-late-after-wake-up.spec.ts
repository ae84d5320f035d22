// A device that wakes up is online only a moment after the app's first request.

import { expect, test } from '../../support/test.ts';

test('a network that is there a moment later, as on a device that wakes up, is asked once more', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/api\/v1\/bootstrap/);
  await page.route('**/api/v1/bootstrap', (route) => route.abort(), { times: 1 });
  await page.goto('/');
  await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
});
