// Signing in.

import { expectAccessible } from '../../../support/accessibility.ts';
import { chooseAccount, signIn } from '../../../support/account.ts';
import { portal } from '../../../support/addresses.ts';
import { expect, test } from '../../../support/test.ts';

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

test('who goes back and chooses another account reads whose rooms these still are', async ({
  page,
}) => {
  await signIn(page, 'Dominique Bernard');
  await page.goBack();
  await chooseAccount(page, 'Camille Durand');
  await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Dominique Bernard');
  await expect(page.getByRole('alert')).toContainText(
    'Vous êtes toujours identifié sous le nom Dominique Bernard.',
  );
  await expectAccessible(page);
});

test('who signs in once more from where they were is the account that they choose', async ({
  page,
}) => {
  await signIn(page, 'Dominique Bernard');
  await page.goto('/auth/sign-in?return_to=/');
  await chooseAccount(page, 'Camille Durand');
  await expect(page.getByRole('banner')).toContainText('Camille Durand');
  await expect(page.getByRole('alert')).toHaveCount(0);
});
