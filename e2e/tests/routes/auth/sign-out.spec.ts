// Signing out.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { portal } from '../../../support/addresses.ts';
import { answerProblem } from '../../../support/network.ts';
import { expect, test } from '../../../support/test.ts';

test('signing out that fails is said, and works when pressed again', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 503 .*\/auth\/sign-out/);
  await signIn(page, 'Dominique Bernard');
  await answerProblem(page, '**/auth/sign-out', { status: 503, name: 'unavailable' });
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('alert')).toContainText('Vous êtes encore identifié.');
  await expectAccessible(page);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: "S'identifier" })).toBeVisible();
});

test('after signing out, nothing of the person is left', async ({ page }) => {
  await signIn(page, 'Dominique Bernard');
  await expect(page.getByRole('banner')).toContainText('Dominique Bernard');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: "S'identifier" })).toBeVisible();
  await expect(page).toHaveURL(`${portal}/`);
  const cookies = await page.context().cookies(portal);
  expect(cookies.map((cookie) => cookie.name)).not.toContain('parvis');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Dominique Bernard')).toHaveCount(0);
  await page.goto('/');
  await expect(page.getByText('Dominique Bernard')).toHaveCount(0);
});

test('a sign-out that did not go all the way says so', async ({ page }) => {
  await page.goto('/?sign-out=incomplete');
  const told = page.getByRole('alert');
  await expect(told).toContainText('Vous êtes déconnecté de ce portail dans ce navigateur.');
  await expect(told).toContainText('peut-être encore identifié auprès de ProConnect');
  await expectAccessible(page);
});
