// The session details in the conference server's own client: the plug-in.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { portal } from '../../../../support/addresses.ts';
import { expectInConference, joinBy } from '../../../../support/invite.ts';
import { expect, test } from '../../../../support/meeting.ts';
import { renewAttendeeLink } from '../../../../support/rooms.ts';
import { detailsOf, expectCopies, SOON, titleOf } from '../../../../support/session.ts';

/** Dispatches an event of the client. */
const say = (page: Page, name: string, detail: unknown) =>
  page.evaluate(
    ({ name, detail }) => {
      dispatchEvent(new CustomEvent(name, { detail }));
    },
    { name, detail },
  );

test('a moderator opens the details from the title by mouse and by keyboard, and copies each datum', async ({
  moderator: zoe,
  invitation,
}) => {
  const title = titleOf(zoe, invitation.room);
  await title.click();
  const details = detailsOf(zoe);
  await expect(details.getByRole('heading', { name: 'Détails de la session' })).toBeFocused();
  await expectCopies(zoe, details, invitation);
  await expect(details.getByText('authentifié')).toHaveCount(0);
  await expectAccessible(zoe);
  // The client's own dialog is not opened.
  await expect(zoe.getByRole('dialog')).toHaveCount(1);
  await details.getByRole('button', { name: 'Fermer' }).click();
  await expect(details).toBeHidden();
  await expect(title).toBeFocused();

  for (const key of ['Enter', ' ']) {
    await zoe.keyboard.press(key);
    await expect(details.getByRole('button', { name: 'Copier le lien participant' })).toBeVisible();
    await zoe.keyboard.press('Escape');
    await expect(details).toBeHidden();
    await expect(title).toBeFocused();
  }
});

test('what the room says to those in it stands in the window as text, never as markup', async ({
  page,
  moderator: zoe,
  invitation,
}) => {
  const { room, id } = invitation;
  const options = { welcome: 'Bonjour\n<b>à tous</b>', moderators_message: 'Entre <i>nous</i>' };
  const changed = await page.request.patch(`${portal}/api/v1/rooms/${id}`, {
    headers: { origin: portal },
    data: { options },
  });
  expect(changed.ok()).toBe(true);
  await titleOf(zoe, room).click();
  const details = detailsOf(zoe);
  await expect(details.getByRole('heading', { name: "Message d'accueil" })).toBeVisible();
  await expect(details.getByText('Bonjour <b>à tous</b>')).toBeVisible();
  await expect(details.getByText('Entre <i>nous</i>')).toBeVisible();
  await expectAccessible(zoe);
  await say(zoe, 'CURRENT_LOCALE', { locale: 'en' });
  const english = zoe.getByRole('dialog', { name: 'Session details' });
  await expect(english.getByRole('heading', { name: 'Message to moderators' })).toBeVisible();
});

test('what is renewed on the portal is told and shown while the window is open', async ({
  page,
  moderator: zoe,
  invitation,
}) => {
  const { room, attendee } = invitation;
  await titleOf(zoe, room).click();
  const details = detailsOf(zoe);
  await details.getByText('Le lien participant', { exact: true }).click();
  await expect(details.getByText(attendee)).toBeVisible();
  await renewAttendeeLink(page, room);
  await expect(details.getByText(attendee)).toHaveCount(0, SOON);
  // The item that was expanded stays expanded.
  await expect(details.getByText('/rejoindre/participant#')).toBeVisible();
  await expect(details.getByRole('status').first()).toHaveText(
    "Les données d'invitation ont changé.",
  );
});

test('the window opens over a conference in full screen, which it leaves as it is', async ({
  moderator: zoe,
  invitation,
}) => {
  const { room } = invitation;
  await zoe.getByRole('button', { name: 'Plein écran' }).click();
  const isFull = () => zoe.evaluate(() => document.fullscreenElement !== null);
  await expect.poll(isFull).toBe(true);
  await titleOf(zoe, room).click();
  const details = detailsOf(zoe);
  await details.getByRole('button', { name: 'Copier le code de connexion' }).click();
  await expect(details.getByRole('button', { name: 'Copié le code' })).toBeVisible();
  await details.getByRole('button', { name: 'Fermer' }).click();
  await expect(details).toHaveCount(0);
  expect(await isFull()).toBe(true);
});

test('a client that may run no wasm shows the details in a frame', async ({
  newPerson,
  invitation,
}) => {
  const zoe = await newPerson();
  await joinBy(zoe, invitation.moderator, 'Zoé');
  await expectInConference(zoe, invitation.room);
  const policy = `script-src 'self' ${portal}; frame-src ${portal}`;
  await zoe.route('**/html5client/**', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': policy };
    await route.fulfill({ response, headers });
  });
  await zoe.reload();
  await titleOf(zoe, invitation.room).click();
  const frame = detailsOf(zoe).frameLocator('iframe');
  await frame.getByRole('button', { name: 'Copier le lien participant' }).click();
  await expect(frame.getByRole('button', { name: 'Copié le lien participant' })).toBeVisible();
  expect(await zoe.evaluate(() => navigator.clipboard.readText())).toBe(invitation.attendee);
});

test('the plug-in removes itself when its person leaves the meeting', async ({
  moderator: zoe,
  invitation,
}) => {
  const { room } = invitation;
  await expect(titleOf(zoe, room)).toBeVisible();
  await zoe.evaluate(() => {
    const detail = { data: { userCurrentlyInMeeting: false } };
    dispatchEvent(new CustomEvent('BBB_CORE_UPDATED_MEETING_STATUS', { detail }));
  });
  await expect(titleOf(zoe, room)).toHaveCount(0);
  await expect(zoe.locator('parvis-session-details')).toHaveCount(0);
});

for (const { what, width, height } of [
  { what: '320 pixels wide', width: 320, height: 640 },
  { what: 'at 400 % zoom', width: 320, height: 256 },
]) {
  test(`the details hold ${what}, in both schemes`, async ({ moderator: zoe, invitation }) => {
    const { room, moderator } = invitation;
    await zoe.setViewportSize({ width, height });
    await titleOf(zoe, room).click();
    const details = detailsOf(zoe);
    for (const name of ['Le lien modérateur', 'Le lien participant']) {
      await details.getByText(name, { exact: true }).click();
    }
    await expect(details.getByText(moderator)).toBeVisible();
    const overflow = await details.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
    expect(overflow).toBe(0);
    await details.getByRole('button', { name: 'Copier la connexion' }).scrollIntoViewIfNeeded();
    await expectAccessible(zoe);
    await zoe.keyboard.press('Escape');
    await zoe.getByRole('button', { name: 'Thème clair' }).click();
    await titleOf(zoe, room).click();
    await expect(details.getByRole('button', { name: 'Copier le code' })).toBeVisible();
    await expectAccessible(zoe);
  });
}
