// The app cannot be loaded, or cannot run: the document itself shows an error.

import { expectAccessible } from '../../../support/accessibility.ts';
import { expect, test } from '../../../support/test.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a sentence says what is needed', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('noscript > p').first()).toBeVisible();
    await expect(page.locator('noscript > p').first()).toContainText('JavaScript');
  });
});

test('a sentence and a way to try again, never a blank page', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\.wasm/);
  expectConsoleError(/Failed to fetch/);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible();
  await expectAccessible(page);
  await page.unroute('**/*.wasm');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
});

test('a browser without WebAssembly says so at once, and how to allow it', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'WebAssembly');
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('ne permet pas à ce site');
  await expect(alert).toContainText('ajoutez ce site aux exceptions');
  await expect(page.getByText('Vérifiez votre connexion')).toBeHidden();
  await expect(page.getByRole('button', { name: /^Réessayer/ })).toBeVisible();
  expect(asked.filter((url) => url.endsWith('.wasm'))).toEqual([]);
  await expectAccessible(page);
});
