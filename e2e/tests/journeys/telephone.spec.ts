// Joining by telephone, if the conference server gives each meeting another PIN.

import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessibility.ts';
import { chooseAccount } from '../../support/account.ts';
import { type Alone, startAlone } from '../../support/alone.ts';
import { copiedBy } from '../../support/clipboard.ts';
import { meeting } from '../../support/conference.ts';
import { clientDialog, grouped, joinBy } from '../../support/invite.ts';
import { createRoom, openInvitation, roomEntry } from '../../support/rooms.ts';
import { detailsOf, titleOf } from '../../support/session.ts';
import { test as base, expect } from '../../support/test.ts';

/** A portal with such a server, where Alix is signed in. */
const test = base.extend<{ portal: Alone }>({
  portal: async ({ page }, use) => {
    const portal = await startAlone(
      { voice_bridge: 'replaced' },
      { PARVIS_PHONE_NUMBER: '+33 1 23 45 67 89' },
    );
    await page.goto(portal.origin);
    await page
      .getByRole('main')
      .getByRole('link', { name: /^S'identifier/ })
      .click();
    await chooseAccount(page, 'Alix Martin');
    await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
    await use(portal);
    // The event stream ends with the portal, which would be an error on the page.
    await page.close();
    await portal.end();
  },
});

const CHANGES = 'le PIN change à chaque réunion';

/** The PIN of the meeting according to the server, after a check that the portal has requested another. */
async function pinInForce(
  request: APIRequestContext,
  room: string,
  { sandbox }: Alone,
): Promise<string> {
  const found = () => meeting(request, room, sandbox);
  await expect.poll(async () => (await found())?.running).toBe(true);
  const { voice_bridge = '', create = {} } = (await found()) ?? {};
  expect(voice_bridge).toMatch(/^\d{9}$/);
  expect(create.voiceBridge).toMatch(/^\d{9}$/);
  expect(voice_bridge).not.toBe(create.voiceBridge);
  return voice_bridge;
}

/** Starts the meeting as its owner. */
async function launch(page: Page, room: string): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await roomEntry(page, room)
    .getByRole('button', { name: /^(Lancer|Rejoindre)/ })
    .click();
  return opened;
}

/** Ends the meeting from the conference page. */
async function end(
  conference: Page,
  meetingOf: { request: APIRequestContext; room: string; portal: Alone },
): Promise<void> {
  const { request, room, portal } = meetingOf;
  await conference.getByRole('button', { name: 'Terminer la réunion' }).click();
  await expect.poll(() => meeting(request, room, portal.sandbox)).toBeUndefined();
  await conference.close();
}

test('the PIN in force is given while a meeting runs, at the portal and in the meeting; before and after there is none', async ({
  page,
  newPerson,
  portal,
  request,
}) => {
  test.slow();
  const room = await createRoom(page);
  const pins: string[] = [];
  for (const _ of ['the first meeting', 'the second']) {
    const conference = await launch(page, room);
    const pin = await pinInForce(request, room, portal);
    expect(pins).not.toContain(pin);
    pins.push(pin);
    // The client's own dialog, with the text from the server.
    const own = clientDialog(conference);
    await expect(own).toContainText(`PIN : ${grouped(pin)} #`);
    await own.getByRole('button', { name: 'Fermer' }).click();
    // The portal's dialog.
    const dialog = await openInvitation(page, room);
    await expect(dialog.getByText('Le PIN ne vaut que pour la réunion en cours.')).toBeVisible();
    await expect(dialog).toContainText(`PIN ${grouped(pin, '\u00a0')}\u00a0#`);
    expect(await copiedBy(page, dialog, 'la connexion par téléphone')).toContain(
      `PIN : ${grouped(pin)} #`,
    );
    const link = await copiedBy(page, dialog, 'le lien modérateur');
    // The window with the session details in the meeting.
    const zoe = await newPerson();
    await joinBy(zoe, link, 'Zoé');
    await clientDialog(zoe).getByRole('button', { name: 'Fermer' }).click();
    await titleOf(zoe, room).click();
    const details = detailsOf(zoe);
    expect(await copiedBy(zoe, details, 'la connexion par téléphone')).toContain(
      `PIN : ${grouped(pin)} #`,
    );
    await expectAccessible(zoe);
    await zoe.close();
    await page.keyboard.press('Escape');
    await end(conference, { request, room, portal });
    // After the meeting there is no PIN, and a sentence says when there will be one.
    await expect(roomEntry(page, room).getByText('En cours')).toHaveCount(0);
    const after = await openInvitation(page, room);
    await expect(after.getByText(CHANGES)).toBeVisible();
    await expect(after.getByText('Connexion par téléphone')).toHaveCount(0);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(after).toHaveCount(0);
  }
});

test('once a meeting has shown it, no room without a meeting has a telephone, nor its invitation', async ({
  page,
  portal,
  request,
}) => {
  const first = await createRoom(page);
  const conference = await launch(page, first);
  await pinInForce(request, first, portal);
  await clientDialog(conference).getByRole('button', { name: 'Fermer' }).click();
  await end(conference, { request, room: first, portal });
  const room = await createRoom(page);
  const dialog = await openInvitation(page, room);
  await expect(dialog.getByText(CHANGES)).toBeVisible();
  await expect(dialog.getByText('Connexion par téléphone')).toHaveCount(0);
  await expectAccessible(page);
  await dialog.getByRole('link', { name: 'Envoyer une invitation complète' }).click();
  await expect(page.getByText(CHANGES)).toBeVisible();
  await expect(page.getByText('PIN :')).toHaveCount(0);
  await expectAccessible(page);
});
