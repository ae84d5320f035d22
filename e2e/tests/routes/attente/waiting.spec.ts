// Waiting for a meeting, and joining automatically.

import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { portal, sandbox } from '../../../support/addresses.ts';
import { whoIsIn } from '../../../support/conference.ts';
import { expectInConference, invite, joinBy } from '../../../support/invite.ts';
import { roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('three people wait and enter by themselves once a moderator is in', async ({
  page,
  newPerson,
  request,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, attendee } = await invite(page);
  const secret = attendee.split('#')[1] ?? '';
  const guests: Page[] = [];
  for (const name of ['Noé', 'Inès', 'Malo']) {
    const guest = await newPerson();
    await joinBy(guest, attendee, name);
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText(
      `Bonjour ${name}, vous pourrez bientôt entrer`,
    );
    expect(guest.url()).toMatch(new RegExp(`^${portal}/attente/[\\w-]+$`));
    expect(guest.url()).not.toContain(secret);
    guests.push(guest);
  }
  const [noe, ines] = guests;
  if (!noe || !ines) throw new Error('three people wait');
  await expectAccessible(noe);
  // The wait survives a reload.
  await noe.reload();
  await expect(noe.getByText('Gardez cette page ouverte.')).toBeVisible();
  const opened = page.waitForEvent('popup');
  await roomEntry(page, room).getByRole('button', { name: 'Lancer' }).click();
  await (await opened).waitForURL(`${sandbox}/html5client/**`);
  for (const guest of guests) await expectInConference(guest, room);
  await expect
    .poll(async () => (await whoIsIn(request, room)).toSorted())
    .toEqual(['Alix Martin: MODERATOR', 'Inès: VIEWER', 'Malo: VIEWER', 'Noé: VIEWER']);
  // Back leads to the link, not to a wait that is over.
  await ines.goBack();
  await expect(ines.getByRole('textbox', { name: 'Votre nom' })).toHaveValue('Inès');
});

test('where a proxy holds the stream back, the page asks instead', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const { room, attendee, moderator } = await invite(page);
  const guest = await newPerson();
  // The stream sends nothing, as behind a proxy that buffers the whole response.
  await guest.route('**/waiting/*/events', () => {});
  await joinBy(guest, attendee, 'Noé');
  await expect(guest.getByText('Gardez cette page ouverte.')).toBeVisible();
  const asked = guest.waitForResponse((answer) => /\/waiting\/[^/]+$/.test(answer.url()));
  expect((await asked).status()).toBe(200);
  await joinBy(await newPerson(), moderator, 'Zoé');
  await expectInConference(guest, room);
});

test('who waited and is on the way to a slow conference is not called back, and may try again', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, attendee, moderator } = await invite(page);
  const guest = await newPerson();
  await guest.clock.install();
  await joinBy(guest, attendee, 'Noé');
  await expect(guest.getByText('Gardez cette page ouverte.')).toBeVisible();
  let entrances = 0;
  // The conference does not load, and the browser stays on the page.
  await guest.route('**/bigbluebutton/api/join**', (route) => {
    entrances += 1;
    return route.fulfill({ status: 204 });
  });
  await joinBy(await newPerson(), moderator, 'Zoé');
  await expect.poll(() => entrances).toBe(1);
  await guest.clock.runFor(16_000);
  await expect(guest.getByRole('alert')).toContainText('met trop de temps à répondre');
  await expect(guest.getByText('votre navigateur est toujours en route')).toBeVisible();
  await guest.clock.runFor(60_000);
  expect(entrances).toBe(1);
  await guest.unroute('**/bigbluebutton/api/join**');
  await guest.getByRole('button', { name: 'Réessayer' }).click();
  await expectInConference(guest, room);
});

test('the address of a waiting page lets nobody in by itself', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const { attendee } = await invite(page);
  const guest = await newPerson();
  await joinBy(guest, attendee, 'Noé');
  await expect(guest).toHaveURL(/\/attente\//);
  const other = await newPerson();
  await other.goto(guest.url());
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(
    "Ouvrez de nouveau votre lien d'invitation",
  );
  await expectAccessible(other);
});

test('a meeting that ends before one is in is said to have ended, and waited for', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, attendee, moderator } = await invite(page);
  const guest = await newPerson();
  // An event says that the meeting has started, but it is over when the guest tries to join.
  await guest.route('**/waiting/*/events', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      headers: { 'access-control-allow-origin': portal },
      body: 'event: door\ndata: "open"\n\n',
    }),
  );
  await joinBy(guest, attendee, 'Noé');
  await expect(guest.getByText('La réunion vient de se terminer.')).toBeVisible();
  await expectAccessible(guest);
  await guest.unrouteAll();
  await joinBy(await newPerson(), moderator, 'Zoé');
  await expectInConference(guest, room);
});

test('a name is asked for once, remembered on the device, and forgotten when told', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const { attendee } = await invite(page);
  const guest = await newPerson();
  await joinBy(guest, attendee, 'Noé Laurent');
  await expect(guest).toHaveURL(/\/attente\//);
  await guest.goto(attendee);
  const name = guest.getByRole('textbox', { name: 'Votre nom' });
  await expect(name).toHaveValue('Noé Laurent');
  await expectAccessible(guest);
  await guest.getByRole('button', { name: 'Oublier mon nom' }).click();
  await expect(name).toHaveValue('');
  await expect(name).toBeFocused();
  await guest.reload();
  await expect(name).toHaveValue('');
  const kept = () => [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
  expect(await guest.evaluate(kept)).toEqual([]);
});

test('who waits with a link that is renewed or whose room is deleted learns it', async ({
  page,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 410 .*\/api\/v1\/join$/);
  await signIn(page, 'Alix Martin');
  const renewed = await invite(page);
  const deleted = await invite(page);
  const headings: Locator[] = [];
  for (const { attendee } of [renewed, deleted]) {
    const guest = await newPerson();
    await joinBy(guest, attendee, 'Noé');
    await expect(guest.getByText('Gardez cette page ouverte.')).toBeVisible();
    headings.push(guest.getByRole('heading', { level: 1 }));
  }
  await page.request.post(`${portal}/api/v1/rooms/${renewed.id}/invitation/attendee/renew`, {
    headers: { origin: portal },
  });
  await roomEntry(page, deleted.room).getByRole('button', { name: 'Supprimer' }).click();
  const [first, second] = headings;
  if (!first || !second) throw new Error('two people wait');
  await expect(first).toHaveText('Ce lien a été renouvelé');
  await expect(second).toHaveText('Cette salle a été supprimée');
});
