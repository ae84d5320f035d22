// Signing in and out.

import { chooseAccount, signIn } from '../support/account.ts';
import { portal } from '../support/addresses.ts';
import { expect, test } from '../support/test.ts';

test('one comes back to the page that one was on', async ({ page }) => {
  await page.goto('/salles/nouvelle');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^S'identifier/ })
    .click();
  await chooseAccount(page, 'Dominique Bernard');
  await expect(page).toHaveURL(`${portal}/salles/nouvelle`);
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toBeVisible();
});

test('one comes back to what one was searching for', async ({ page }) => {
  await page.goto('/?q=100%25%20conseil&sign-in=expired');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^S'identifier/ })
    .click();
  await chooseAccount(page, 'Dominique Bernard');
  await expect(page).toHaveURL(`${portal}/?q=100%25%20conseil`);
});

test('who refuses at the identity provider is told so and may try again', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: "S'identifier" }).click();
  await page.getByRole('button', { name: 'Refuser' }).click();
  await expect(page.getByRole('alert')).toContainText('refusé');
  await page.getByRole('banner').getByRole('link', { name: "S'identifier" }).click();
  await chooseAccount(page, 'Dominique Bernard');
  await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
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
