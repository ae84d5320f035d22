// The session's details in the conference server's own client: the plug-in.

import { expectAccessible } from '../support/accessibility.ts';
import { portal } from '../support/addresses.ts';
import { expectInConference, joinBy } from '../support/invite.ts';
import { expect, test } from '../support/meeting.ts';
import { renewAttendeeLink } from '../support/rooms.ts';
import { detailsOf, expectCopies, titleOf, whatComesTo } from '../support/session.ts';

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
  // The client's own window stays away.
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

test.describe('with errors in the console, as the server refuses', () => {
  test.use({ expectedErrors: /status of 403/ });

  test("a participant's page receives none of it, and its title is no button", async ({
    newPerson,
    moderator: zoe,
    invitation,
  }) => {
    // Somebody has to let the participants in.
    await expect(titleOf(zoe, invitation.room)).toBeVisible();
    const noe = await newPerson();
    await noe.goto(invitation.attendee);
    await noe.getByRole('textbox', { name: 'Votre nom' }).fill('Noé');
    const received = whatComesTo(noe);
    await noe.getByRole('button', { name: 'Rejoindre' }).click();
    await expectInConference(noe, invitation.room);
    await expect(noe.getByText('Vous êtes participant')).toBeVisible();
    // The plug-in is there, and has been told who this is.
    await expect(noe.locator('script[pluginName=ParvisSessionDetails]')).toHaveCount(1);
    await expect(titleOf(noe, invitation.room)).toHaveCount(0);
    // Asked for by hand, as the plug-in would.
    const status = await noe.evaluate(async () => {
      const token = sessionStorage.getItem('BBB_sessionToken') ?? '';
      const headers = { 'x-session-token': token };
      return (await fetch('/api/plugin/ParvisSessionDetails/details/', { headers })).status;
    });
    expect(status).toBe(403);
    const all = await received();
    expect(all).toContain(invitation.room);
    const { code, moderator, attendee } = invitation;
    for (const datum of [code, moderator, attendee, '/embed/bigbluebutton/', 'PIN']) {
      expect(all).not.toContain(datum);
    }
  });

  test('who is promoted sees the details, who is demoted no longer', async ({
    newPerson,
    moderator: zoe,
    invitation,
  }) => {
    const { room, moderator, attendee } = invitation;
    const noe = await newPerson();
    await joinBy(noe, attendee, 'Noé');
    await expectInConference(noe, room);
    await expect(noe.getByText('Vous êtes participant')).toBeVisible();
    await zoe.getByRole('button', { name: 'Promouvoir Noé' }).click();
    await titleOf(noe, room).click();
    const details = detailsOf(noe);
    await expect(details.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
    await zoe.getByRole('button', { name: 'Rétrograder Noé' }).click();
    await expect(details).toHaveCount(0);
    await expect(titleOf(noe, room)).toHaveCount(0);
    expect(await noe.content()).not.toContain(moderator);
  });
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
  await expect(details.getByText(attendee)).toHaveCount(0);
  // The line that was unfolded still is.
  await expect(details.getByText('/rejoindre/participant#')).toBeVisible();
  await expect(details.getByRole('status').first()).toHaveText(
    "Les données d'invitation ont changé.",
  );
});

test('the page keeps its keys to itself, and the window stays while the page is made anew', async ({
  newPerson,
  moderator: zoe,
  invitation,
}) => {
  const { room, attendee } = invitation;
  const microphone = zoe.locator('#microphone');
  await zoe.keyboard.press('m');
  const before = await microphone.innerText();
  await titleOf(zoe, room).click();
  const details = detailsOf(zoe);
  const copy = details.getByRole('button', { name: 'Copier le code de connexion' });
  await copy.focus();
  await zoe.keyboard.press('m');
  await zoe.keyboard.press('Enter');
  await expect(details.getByRole('button', { name: 'Copié le code' })).toBeVisible();
  expect(await microphone.innerText()).toBe(before);
  // Somebody comes in: the client makes its title anew.
  await joinBy(await newPerson(), attendee, 'Noé');
  await expect(zoe.getByText('Noé – Participant')).toHaveCount(1);
  await expect(details).toBeVisible();
  await zoe.keyboard.press('Escape');
  await expect(details).toBeHidden();
  // Closed by the overlay alone, and the focus is on the title as it is now.
  await expect(zoe.getByRole('heading', { name: 'Participants' })).toBeVisible();
  await expect(titleOf(zoe, room)).toBeFocused();
  // The keys are the page's again.
  await zoe.keyboard.press('m');
  await expect(microphone).not.toHaveText(before);
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

test('a client that may run no wasm shows in a frame what comes by the conference server', async ({
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
  const asked: string[] = [];
  zoe.on('request', (request) => asked.push(request.url()));
  await titleOf(zoe, invitation.room).click();
  const frame = detailsOf(zoe).frameLocator('iframe');
  await frame.getByRole('button', { name: 'Copier le lien participant' }).click();
  await expect(frame.getByRole('button', { name: 'Copié le lien participant' })).toBeVisible();
  expect(await zoe.evaluate(() => navigator.clipboard.readText())).toBe(invitation.attendee);
  // The portal was asked for nothing: the page around has no token for it.
  expect(asked.filter((address) => address.includes('/api/v1/session'))).toEqual([]);
  expect(asked.some((address) => address.includes('/api/plugin/ParvisSessionDetails'))).toBe(true);
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
