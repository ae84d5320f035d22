// On a phone, the rooms come first: the connection code and a temporary meeting are two buttons above them.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { answerProblem } from '../../../support/network.ts';
import { expect, test } from '../../../support/test.ts';

test.use({ viewport: { width: 390, height: 844 } });

test('the first room is in view, with its actions', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const first = page.getByRole('main').getByRole('listitem').first();
  await expect(first.getByRole('button', { name: /^Lancer/ })).toBeInViewport({ ratio: 1 });
  await expect(first.getByRole('link', { name: /^Inviter/ })).toBeInViewport({ ratio: 1 });
});

test('a button shows the fields of the code, and the same one hides them', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const opener = page.getByRole('button', { name: 'Saisir un code' });
  const field = page.getByRole('textbox', { name: 'Trois premiers chiffres' });
  await expect(opener).toHaveAttribute('aria-expanded', 'false');
  await expect(field).toBeHidden();
  await opener.press('Enter');
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await field.fill('12');
  await opener.press('Enter');
  await expect(field).toBeHidden();
  // What was typed is still there.
  await opener.press('Enter');
  await expect(field).toHaveValue('12');
});

test('the shortcut of the code shows its fields', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Trois premiers chiffres' })).toBeFocused();
});

test('a temporary meeting is one button away, and what went wrong is read in full width', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 503 .*\/meetings/);
  await signIn(page, 'Alix Martin');
  await answerProblem(page, '**/api/v1/meetings', { status: 503, name: 'unavailable' });
  await page.getByRole('button', { name: /^Réunion temporaire/ }).click();
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toBeVisible();
  const { width } = (await alert.boundingBox()) ?? { width: 0 };
  expect(width).toBeGreaterThan(340);
  await expectAccessible(page);
});

test('in a wide window both are in view without a button', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await signIn(page, 'Alix Martin');
  await expect(page.getByRole('textbox', { name: 'Trois premiers chiffres' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Saisir un code' })).toBeHidden();
  await expect(
    page.getByRole('button', { name: /^Ouvrir une nouvelle réunion temporaire/ }),
  ).toBeVisible();
});
