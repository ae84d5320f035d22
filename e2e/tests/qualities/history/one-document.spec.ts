// Navigation without page loads: home, sign in, rooms, new room, back, invite, send, back. Only signing in
// loads a document, and the rooms are restored as they were left.

import type { Page } from '@playwright/test';
import budgets from '../../../budgets.json' with { type: 'json' };
import { signIn } from '../../../support/account.ts';
import { portal } from '../../../support/addresses.ts';
import { copiedBy } from '../../../support/clipboard.ts';
import { expectInConference, joinBy } from '../../../support/invite.ts';
import { createRoom, roomEntry, roomsHeading, shownNames } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';
import { weighAll } from '../../../support/weight.ts';

/** The documents of the portal that a page requests from now on. */
function documentsOf(page: Page): string[] {
  const documents: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    const isOurs = origin === portal && !pathname.startsWith('/auth/');
    if (request.resourceType() === 'document' && isOurs) documents.push(pathname);
  });
  return documents;
}

test('a whole session loads the home page and the way back from signing in, and no other document', async ({
  page,
}) => {
  const documents = documentsOf(page);
  const weight = await weighAll(page, async () => {
    await signIn(page, 'Camille Durand');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(50);
    await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
    await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toBeVisible();
    await page.getByRole('link', { name: 'Annuler' }).click();
    await expect(roomsHeading(page)).toBeVisible();
    await page.getByRole('link', { name: 'Inviter' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('link', { name: 'Envoyer une invitation complète' }).click();
    await expect(page.getByRole('button', { name: "Copier l'invitation" })).toBeVisible();
    await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
    await expect(roomsHeading(page)).toBeVisible();
    await page.waitForLoadState('networkidle');
  });
  expect(documents).toEqual(['/', '/']);
  const told = JSON.stringify(weight);
  expect(weight.kinds.wasm, told).toBeGreaterThan(10_000);
  expect(weight.bytes, told).toBeLessThanOrEqual(budgets.whole_session.bytes);
});

test('search, place, dialog and stream of the rooms outlive every other page', async ({
  page,
  newPerson,
}) => {
  // Low enough for five rooms to scroll.
  await page.setViewportSize({ width: 1280, height: 500 });
  await signIn(page, 'Camille Durand');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(50);
  const documents = documentsOf(page);
  const streams: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/v1/events')) streams.push(request.url());
  });
  const lists: string[] = [];
  page.on('request', (request) => {
    if (/\/api\/v1\/(rooms|bootstrap)/.test(request.url())) lists.push(request.url());
  });
  const search = page.getByRole('searchbox', { name: 'Rechercher une salle' });
  await search.fill('réunion');
  await expect(page).toHaveURL(`${portal}/?q=r%C3%A9union`);
  await expect(page.getByText(/^5 salles/)).toBeVisible();
  const found = await shownNames(page);
  const last = roomEntry(page, found.at(-1) ?? '');
  await last.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const top = await page.evaluate(() => scrollY);
  expect(top).toBeGreaterThan(0);
  // To a form, and back by the browser's history.
  await last.getByRole('link', { name: 'Modifier' }).click();
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toBeVisible();
  await page.goBack();
  await expect(search).toHaveValue('réunion');
  expect(await shownNames(page)).toEqual(found);
  const isInPlace = () => expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
  await isInPlace();
  // To the form by the browser's history, and back by the link on the page.
  await page.goForward();
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(page).toHaveURL(`${portal}/?q=r%C3%A9union`);
  expect(await shownNames(page)).toEqual(found);
  await isInPlace();
  // The dialog is over the same list, and the page for sending leads back to it.
  await last.getByRole('link', { name: 'Inviter' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
  expect(await shownNames(page)).toEqual(found);
  await dialog.getByRole('link', { name: 'Envoyer une invitation complète' }).click();
  await expect(page.getByRole('button', { name: "Copier l'invitation" })).toBeVisible();
  await page.goBack();
  await expect(dialog.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
  await isInPlace();
  await page.goForward();
  await expect(page.getByRole('button', { name: "Copier l'invitation" })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await isInPlace();
  await page.goForward();
  await expect(dialog.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
  const link = await copiedBy(page, dialog, 'le lien modérateur');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${portal}/?q=r%C3%A9union`);
  await expect(last.getByRole('link', { name: 'Inviter' })).toBeFocused();
  await isInPlace();
  expect(await shownNames(page)).toEqual(found);
  // The event stream still works.
  const zoe = await newPerson();
  await joinBy(zoe, link, 'Zoé');
  await expectInConference(zoe, found.at(-1) ?? '');
  await expect(last.getByText('En cours – 1 personne')).toBeVisible();
  await zoe.getByRole('button', { name: 'Terminer' }).click();
  await expect(last.getByText('En cours')).toHaveCount(0);
  expect(documents).toEqual([]);
  expect(streams).toEqual([]);
  expect(lists.filter((url) => !/\/rooms\/[\w-]+/.test(url))).toEqual([]);
});

test('a page of one room becomes that of another when its address does', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const rooms = [await createRoom(page), await createRoom(page)];
  const addresses: string[] = [];
  for (const room of rooms) {
    const link = roomEntry(page, room).getByRole('link', { name: 'Modifier' });
    addresses.push((await link.getAttribute('href')) ?? '');
  }
  const [first = '', second = ''] = addresses;
  await page.goto(first);
  const name = page.getByRole('textbox', { name: 'Nom de la salle' });
  await expect(name).toHaveValue(rooms[0] ?? '');
  const follow = (href: string) =>
    page.evaluate((href) => {
      const link = document.createElement('a');
      link.href = href;
      document.querySelector('main')?.append(link);
      link.click();
    }, href);
  await follow(second);
  await expect(name).toHaveValue(rooms[1] ?? '');
  await name.fill('À moi seule');
  await page.goBack();
  await expect(name).toHaveValue(rooms[0] ?? '');
  await follow(first.replace('modifier', 'envoyer'));
  await expect(page.getByText(`« ${rooms[0]} »`).first()).toBeVisible();
  await follow(second.replace('modifier', 'envoyer'));
  await expect(page.getByText(`« ${rooms[1]} »`).first()).toBeVisible();
});
