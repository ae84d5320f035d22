// Errors of the session details, and their messages.

import { expectAccessible } from '../../../../support/accessibility.ts';
import { copyLink, expect, host, hostTitle, listen, test } from '../../../../support/meeting.ts';
import { holdAnswers } from '../../../../support/network.ts';
import { detailsOf, sessionToken } from '../../../../support/session.ts';

test('a token that is not valid is said to be none, and a new one is taken while the window is open', async ({
  moderator,
  invitation,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 401 .*\/api\/v1\/session/);
  expectConsoleError(/status of 403 .*\/api\/v1\/session/);
  expectConsoleError(/status of 410 .*\/api\/v1\/session/);
  const page = await host(moderator, invitation, { token: 'forged' });
  const told = await listen(page);
  await hostTitle(page).click();
  const alert = detailsOf(page).getByRole('alert');
  await expect(alert).toContainText("L'autorisation de voir ces données n'est plus valable");
  await expectAccessible(page);
  expect(await told()).toContain('token-expiring {}');
  const set = (token: string) =>
    page
      .locator('parvis-session-details')
      .evaluate((element, token) => element.setAttribute('token', token), token);
  // A participant's token: it gives no access.
  await set(await sessionToken(moderator.request, invitation.id, 'attendee'));
  await expect(alert).toContainText('Seuls les modérateurs');
  await set(await sessionToken(moderator.request, invitation.id));
  await expect(copyLink(page)).toBeVisible();
  await expect(alert).toHaveCount(0);
  // The meeting ends: the data no longer work, and are removed.
  await moderator.getByRole('button', { name: 'Terminer la réunion' }).click();
  await expect(alert).toContainText('Cette réunion est terminée');
  await expect(copyLink(page)).toHaveCount(0);
  await expect(page.getByText('La page autour')).toBeVisible();
});

test('what may be shown no more is not shown again when the window is opened again', async ({
  moderator,
  invitation,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 410 .*\/api\/v1\/session/);
  const page = await host(moderator, invitation);
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  await moderator.getByRole('button', { name: 'Terminer la réunion' }).click();
  await expect(detailsOf(page).getByRole('alert')).toContainText('Cette réunion est terminée');
  await page.keyboard.press('Escape');
  await holdAnswers(page, '**/api/v1/session');
  await hostTitle(page).click();
  await expect(detailsOf(page).getByText('Chargement')).toBeVisible();
  await expect(copyLink(page)).toHaveCount(0);
});

test('a backend that does not answer is told, what is known stays, and it is asked again', async ({
  moderator,
  invitation,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/api\/v1\/session/);
  const page = await host(moderator, invitation);
  await page.route('**/api/v1/session', (route) => route.abort());
  await hostTitle(page).click();
  const alert = detailsOf(page).getByRole('alert');
  await expect(alert).toContainText('Le service ne répond pas');
  await page.unroute('**/api/v1/session');
  await expect(copyLink(page)).toBeVisible();
  await expect(alert).toHaveCount(0);
  await page.route('**/api/v1/session', (route) => route.abort());
  await expect(alert).toContainText('Le service ne répond pas');
  await expect(copyLink(page)).toBeVisible();
});

test('a wasm that does not arrive is told, with a way to try again', async ({
  moderator,
  invitation,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/embed\/session-.*\.wasm/);
  expectConsoleError(/ERR_FAILED .*\/embed\/session-.*\.js/);
  const page = await host(moderator, invitation);
  await page.route('**/embed/*.wasm', (route) => route.abort());
  await hostTitle(page).click();
  const details = detailsOf(page);
  await expect(details.getByRole('alert')).toContainText('Échec du chargement');
  await expectAccessible(page);
  await page.unroute('**/embed/*.wasm');
  // A script that could not be loaded differs: browsers cache the failed import.
  await page.reload();
  await page.route('**/embed/session-*.js*', (route) =>
    route.request().url().includes('session-details') ? route.continue() : route.abort(),
  );
  await hostTitle(page).click();
  await expect(details.getByRole('alert')).toContainText('Échec du chargement');
  await page.unroute('**/embed/session-*.js*');
  await details.getByRole('button', { name: 'Réessayer' }).click();
  await expect(copyLink(page)).toBeVisible();
});

test('where the page forbids the clipboard, each datum stands selected to be copied by hand', async ({
  moderator,
  invitation,
  expectConsoleError,
}) => {
  expectConsoleError(/Permissions policy/);
  const page = await host(moderator, invitation, { permissions: 'clipboard-write=()' });
  await page.evaluate(() => {
    document.execCommand = () => false;
  });
  await hostTitle(page).click();
  await copyLink(page).click();
  const field = detailsOf(page).getByRole('textbox', { name: 'le lien participant' });
  await expect(field).toHaveValue(invitation.attendee);
  await expect(field).toBeFocused();
  expect(await field.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(
    invitation.attendee.length,
  );
  await expect(detailsOf(page).getByText("n'a pas permis la copie").first()).toBeVisible();
  await expectAccessible(page);
});
