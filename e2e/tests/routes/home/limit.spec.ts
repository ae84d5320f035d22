// The maximum number of rooms.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { expect, test } from '../../../support/test.ts';

/** Changes the instance's limit in the bootstrap response of this page. */
async function limitRooms(page: Page, limit: (count: number) => number): Promise<void> {
  await page.route('**/api/v1/bootstrap', async (route) => {
    const response = await route.fetch();
    const bootstrap = await response.json();
    bootstrap.instance.max_rooms = limit(bootstrap.rooms?.total ?? 0);
    await route.fulfill({ response, json: bootstrap });
  });
}

test('the limit of rooms is said before it is reached, and instead of a form once it is', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  await limitRooms(page, (count) => count + 2);
  await page.goto('/');
  await expect(page.getByText('Vous pouvez encore créer 2 salles.')).toBeVisible();
  await expectAccessible(page);
  await page.unrouteAll();
  await limitRooms(page, (count) => count);
  await page.goto('/');
  await expect(page.getByText(/Vous avez atteint la limite de \d+ salles/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Créer une salle permanente' })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/salles/nouvelle');
  await expect(page.getByText(/Vous avez atteint la limite de \d+ salles/)).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
});
