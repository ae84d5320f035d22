// Colour scheme: light, dark, or as the system.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { createRoom, openInvitation } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('the scheme that is chosen holds at once and at the next visit, whatever the system says', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const choice = page.getByRole('combobox', { name: 'Affichage' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(choice).toHaveValue('');
  const light = await ground();
  await choice.selectOption('Sombre');
  expect(await ground()).not.toBe(light);
  await expectAccessible(page);
  await page.reload();
  await expect(choice).toHaveValue('dark');
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await ground();
  await choice.selectOption('Clair');
  expect(await ground()).toBe(light);
  await expectAccessible(page);
  await choice.selectOption('Comme le système');
  expect(await ground()).toBe(dark);
});

test('the dark scheme of the system is followed, and is accessible', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, 'Alix Martin');
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).not.toBe('rgb(255, 255, 255)');
  await expectAccessible(page);
  await openInvitation(page, await createRoom(page));
  await expectAccessible(page);
});

test('the chosen scheme is there before the app, so that nothing flashes', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\.wasm/);
  expectConsoleError(/Failed to fetch/);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Affichage' }).selectOption('Sombre');
  await page.route('**/*.wasm', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible();
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await expectAccessible(page);
});
