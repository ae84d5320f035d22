// Reflow: pages at a width of 320 pixels (a zoom of 400 %).

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { invite, joinBy, typeCode } from '../../../support/invite.ts';
import { answerProblem } from '../../../support/network.ts';
import { createRoom, deletedEntry, openInvitation, roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('at 320 pixels nothing is cut off and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, 'Alix Martin');
  const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await widest()).toBeLessThanOrEqual(320);
  await expectAccessible(page);
  const dialog = await openInvitation(page, await createRoom(page));
  expect(await widest()).toBeLessThanOrEqual(320);
  const clipped = await dialog.evaluate((element) => element.scrollWidth > element.clientWidth);
  expect(clipped).toBe(false);
  await expectAccessible(page);
});

test('at 320 pixels the ways in and the whole form of a room fit', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const { room, attendee } = await invite(page);
  const narrow = { width: 320, height: 640 };
  const widest = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize(narrow);
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  for (const section of ['Accueil des participants', 'Interactions', 'Paramètres avancés']) {
    await page.getByText(section, { exact: true }).click();
  }
  await page.getByRole('button', { name: 'Renouveler le lien modérateur' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await widest(page)).toBeLessThanOrEqual(narrow.width);
  const guest = await newPerson();
  await guest.setViewportSize(narrow);
  await guest.goto('/');
  await typeCode(guest, '4114645712');
  await expect(guest.getByText('Il y a 10 chiffres')).toBeVisible();
  expect(await widest(guest)).toBeLessThanOrEqual(narrow.width);
  await joinBy(guest, attendee, 'Noé');
  await expect(guest.getByText('Gardez cette page ouverte.')).toBeVisible();
  expect(await widest(guest)).toBeLessThanOrEqual(narrow.width);
});

test('with messages and a deleted room, 320 pixels and forced colours hold', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 503 .*\/favourite/);
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, 'Alix Martin');
  const [gone, refused] = [await createRoom(page), await createRoom(page)];
  await roomEntry(page, gone).getByRole('button', { name: 'Supprimer' }).click();
  await answerProblem(page, '**/favourite', { status: 503, name: 'unavailable' });
  await roomEntry(page, refused).getByRole('button', { name: 'Favori' }).click();
  await expect(roomEntry(page, refused).getByRole('alert')).toBeVisible();
  await expect(deletedEntry(page, gone)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);
  await page.emulateMedia({ forcedColors: 'active' });
  // Icons that are drawn as backgrounds are visible in forced colours.
  const edit = roomEntry(page, refused).getByRole('link', { name: 'Modifier' });
  const sign = await edit.evaluate((link) => getComputedStyle(link, '::before').backgroundColor);
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(sign).not.toBe(ground);
});
