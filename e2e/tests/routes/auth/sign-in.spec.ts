// Signing in and out.

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

test('signing out is answered within a second, and has the browser empty no cache, which takes it longer', async ({
  page,
}) => {
  await signIn(page, 'Dominique Bernard');
  const answered = page.waitForResponse(`${portal}/auth/sign-out`);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  const answer = await answered;
  expect(answer.request().method()).toBe('POST');
  const headers = await answer.allHeaders();
  // What the answer does say, so that one without headers would not pass.
  expect(headers['set-cookie']).toMatch(/^parvis=;/);
  expect(headers).not.toHaveProperty('clear-site-data');
  // As the browser measures it, from the question to the first word of the answer.
  const { requestStart, responseStart } = answer.request().timing();
  expect(responseStart - requestStart).toBeGreaterThan(0);
  expect(responseStart - requestStart).toBeLessThan(1_000);
  await expect(page.getByRole('banner').getByRole('link', { name: "S'identifier" })).toBeVisible();
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

test('a sign-out that did not go all the way says so', async ({ page }) => {
  await page.goto('/?sign-out=incomplete');
  const told = page.getByRole('alert');
  await expect(told).toContainText('Vous êtes déconnecté de ce portail dans ce navigateur.');
  await expect(told).toContainText('peut-être encore identifié auprès de ProConnect');
  await expectAccessible(page);
});
