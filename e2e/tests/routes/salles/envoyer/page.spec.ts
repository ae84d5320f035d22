// The page that sends an invitation: accessibility, print, audiences.

import type { Locator } from '@playwright/test';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { chooseAccount, signIn } from '../../../../support/account.ts';
import { roomEntry } from '../../../../support/rooms.ts';
import { choose, expect, messageOf, test } from '../../../../support/sending.ts';

test('the page holds at 320 pixels in both schemes, and leads back to the room', async ({
  page,
  invitation,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await choose(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await expect(
    roomEntry(page, invitation.room).getByRole('link', { name: 'Inviter' }),
  ).toBeFocused();
});

test('on a desktop the message stands beside its settings', async ({ page, invitation: _ }) => {
  const box = async (of: Locator) =>
    (await of.boundingBox()) ?? { x: Number.NaN, y: Number.NaN, width: 0 };
  const settings = await box(page.getByRole('group', { name: "À qui s'adresse-t-elle ?" }));
  const message = await box(messageOf(page));
  expect(message.x).toBeGreaterThan(settings.x + settings.width);
  expect(Math.abs(message.y - settings.y)).toBeLessThan(100);
});

test('on paper stands the invitation alone', async ({ page, invitation }) => {
  await page.getByRole('combobox', { name: 'Affichage' }).selectOption('Sombre');
  await page.getByText('Le code QR du lien', { exact: true }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: new RegExp(invitation.room) })).toBeVisible();
  // Dark text on a light background.
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'light');
  await expect(messageOf(page)).toHaveCSS('color', 'rgb(58, 58, 58)');
  await expect(messageOf(page)).toContainText(invitation.attendee);
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden();
  await expect(page.getByRole('radio').first()).toBeHidden();
});

test('who is not signed in signs in first, and comes back to the page', async ({
  page,
  invitation,
  newPerson,
}) => {
  const address = page.url();
  const elsewhere = await newPerson();
  await elsewhere.goto(address);
  await elsewhere
    .getByRole('main')
    .getByRole('link', { name: /^S'identifier/ })
    .click();
  await chooseAccount(elsewhere, 'Alix Martin');
  await expect(messageOf(elsewhere)).toContainText(invitation.attendee);
});

test("another owner's room has no invitation to send", async ({
  page,
  invitation: _,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/invitation/);
  const address = page.url();
  const other = await newPerson();
  await signIn(other, 'Dominique Bernard');
  await other.goto(address);
  await expect(other.getByRole('alert')).toContainText("L'invitation n'a pas pu être affichée");
});
