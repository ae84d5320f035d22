// The whole of a new person's session in one document: home, sign in, rooms, new room, back, invite, send,
// back. Nothing but the way to the identity provider loads a document; what the rooms were left with is
// there again.

import type { Page } from '@playwright/test';
import budgets from '../../../budgets.json' with { type: 'json' };
import { signIn } from '../../../support/account.ts';
import { portal } from '../../../support/addresses.ts';
import { copiedBy } from '../../../support/clipboard.ts';
import { expectInConference, joinBy } from '../../../support/invite.ts';
import { holdAnswers, loseAnswers } from '../../../support/network.ts';
import {
  createRoom,
  roomEntry,
  roomsHeading,
  shownNames,
  uniqueName,
} from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';
import { weighAll } from '../../../support/weight.ts';

/** The portal's documents that a page asks for from now on. */
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
  // Low enough for five rooms to be scrolled.
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
  // To a form, and back by the browser.
  await last.getByRole('link', { name: 'Modifier' }).click();
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toBeVisible();
  await page.goBack();
  await expect(search).toHaveValue('réunion');
  expect(await shownNames(page)).toEqual(found);
  const isInPlace = () => expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
  await isInPlace();
  // To the form again, by the browser, and back by the page's own way.
  await page.goForward();
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(page).toHaveURL(`${portal}/?q=r%C3%A9union`);
  expect(await shownNames(page)).toEqual(found);
  await isInPlace();
  // The dialog lies over the same list, and sending leads back to it.
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
  // The stream still tells.
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

test('the address of a search can be kept and passed on', async ({ page }) => {
  await signIn(page, 'Camille Durand');
  await page.goto('/?q=conseil%2041');
  await expect(page.getByRole('searchbox')).toHaveValue('conseil 41');
  expect(await shownNames(page)).toEqual(['Conseil d’école 41']);
});

test('typing a search asks little of the history, and the address says it in the end', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { replaceState } = history;
    let writes = 0;
    // As browsers do that are asked too often.
    history.replaceState = (...given) => {
      writes += 1;
      if (writes > 10) throw new DOMException('too often', 'SecurityError');
      replaceState.apply(history, given);
    };
  });
  await signIn(page, 'Camille Durand');
  const search = page.getByRole('searchbox');
  await search.pressSequentially('conseil d’école numéro quarante et un', { delay: 30 });
  await search.fill('');
  // What looks like an encoding is a text like any other.
  await search.pressSequentially('100%41', { delay: 30 });
  await expect(page).toHaveURL(/\?q=100%2541$/);
  await expect(search).toHaveValue('100%41');
  await search.fill('conseil 41');
  expect(await shownNames(page)).toEqual(['Conseil d’école 41']);
  // Left before the address says so: it is kept all the same.
  await page.getByRole('main').getByRole('link', { name: 'Inviter' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('conseil 41');
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

test('who leaves a form while it is being saved reads that it was, wherever they are', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  const name = page.getByRole('textbox', { name: 'Nom de la salle' });
  await name.fill(`${room} bis`);
  const release = await holdAnswers(page, '**/api/v1/rooms/*');
  const asked = page.waitForRequest((request) => request.method() === 'PATCH');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await asked;
  await page.goBack();
  await expect(roomEntry(page, room)).toBeVisible();
  release();
  await expect(roomEntry(page, `${room} bis`)).toBeVisible();
  await expect(page.getByText('La salle est enregistrée.').first()).toBeVisible();
  // The app goes on.
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(name).toHaveValue('');
});

test('an address below a room that is no page says that it is none', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const id = '0198f3a1-7c3e-7000-8000-0123456789ab';
  await page.goto(`/salles/${id}/quoi`);
  await expect(page.getByRole('heading', { name: 'Page introuvable' })).toBeVisible();
  await page.goto('/salles/42/quoi');
  await expect(
    page.getByRole('heading', { name: "Cette adresse n'est pas celle d'une salle" }),
  ).toBeVisible();
});

test('a room that is created or renamed stands in the list without the list being asked for', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  await page.waitForLoadState('networkidle');
  const lists: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const asksForAll = ['/api/v1/rooms', '/api/v1/bootstrap'].includes(pathname);
    if (asksForAll && request.method() === 'GET') lists.push(pathname);
  });
  const name = uniqueName('Créée sans relire');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill(name);
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(roomEntry(page, name)).toBeVisible();
  await roomEntry(page, name).getByRole('link', { name: 'Modifier' }).click();
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill(`${name} bis`);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(roomEntry(page, `${name} bis`)).toBeVisible();
  expect(lists).toEqual([]);
});

test('a room whose creation was answered to nobody stands once, whatever told of it first', async ({
  page,
  context,
  allowConsoleError,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/api\/v1\/rooms/);
  // Whatever was on its way.
  allowConsoleError(/ERR_INTERNET_DISCONNECTED/);
  await signIn(page, 'Alix Martin');
  const name = uniqueName('Créée sans réponse');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill(name);
  const mend = await loseAnswers(page, '**/api/v1/rooms', 'POST');
  const create = page.getByRole('button', { name: 'Créer la salle' });
  await create.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await mend();
  // The list is asked for as soon as the network is back, and holds the room already.
  const listed = page.waitForResponse(/\/api\/v1\/rooms(\?|$)/);
  await context.setOffline(true);
  await context.setOffline(false);
  await (await listed).finished();
  await create.click();
  await expect(roomEntry(page, name)).toHaveCount(1);
  // Asked for again, it is there already.
  const again = page.waitForResponse(/\/api\/v1\/rooms(\?|$)/);
  await context.setOffline(true);
  await context.setOffline(false);
  await (await again).finished();
  await expect(roomEntry(page, name)).toHaveCount(1);
  await page.reload();
  await expect(roomEntry(page, name)).toHaveCount(1);
});
