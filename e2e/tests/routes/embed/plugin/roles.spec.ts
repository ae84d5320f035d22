// The plug-in shows the session details to moderators only, and only as long as they are moderators.

import { clientDialog, expectInConference, grouped, joinBy } from '../../../../support/invite.ts';
import { expect, test } from '../../../../support/meeting.ts';
import {
  detailsAddress,
  detailsOf,
  everythingIn,
  SOON,
  titleOf,
  whatComesTo,
} from '../../../../support/session.ts';

test("a participant's page receives neither data nor token, and its title is no button", async ({
  newPerson,
  moderator: zoe,
  invitation,
  request,
}) => {
  // Participants can join once a moderator is in the meeting.
  await expect(titleOf(zoe, invitation.room)).toBeVisible();
  const noe = await newPerson();
  await noe.goto(invitation.attendee);
  await noe.getByRole('textbox', { name: 'Votre nom' }).fill('Noé');
  const received = await whatComesTo(noe);
  await noe.getByRole('button', { name: 'Rejoindre' }).click();
  await expectInConference(noe, invitation.room);
  await expect(noe.getByText('Vous êtes participant')).toBeVisible();
  // The plug-in is loaded, and has received the person's role.
  await expect(noe.locator('script[pluginName=ParvisSessionDetails]')).toHaveCount(1);
  await expect(titleOf(noe, invitation.room)).toHaveCount(0);
  // The query of the plug-in, sent by hand.
  const query = 'subscription Mine { user_welcomeMsgs { welcomeMsg welcomeMsgForModerators } }';
  const text = await noe.evaluate(
    (query) =>
      new Promise((resolve) => {
        addEventListener('BBB_CORE_SENT_NEW_DATA', (event) => {
          const { hookArguments, data } = (event as CustomEvent).detail;
          if (hookArguments?.query === query && data.data) resolve(JSON.stringify(data.data));
        });
        const detail = {
          hook: 'Hooks::CustomSubscription',
          hookArguments: { query, variables: {} },
        };
        dispatchEvent(new CustomEvent('PLUGIN_SUBSCRIBED_TO_BBB_CORE', { detail }));
      }),
    query,
  );
  expect(text).toContain('"welcomeMsgForModerators":null');
  // By now the plug-in has got the responses to all its queries.
  await expect(titleOf(noe, invitation.room)).toHaveCount(0);
  await expect(noe.locator('parvis-session-details')).toHaveCount(0);
  const all = await received();
  expect(all).toContain(invitation.room);
  // Checks that the page's stream is recorded as well.
  expect(all).toContain('"is_moderator"');
  const address = await detailsAddress(request, invitation.room);
  const { code, moderator, attendee } = invitation;
  for (const datum of [code, grouped(code), moderator, attendee, address, '#token=', 'PIN']) {
    expect(all).not.toContain(datum);
  }
});

test('who is promoted sees the details, who is demoted no longer', async ({
  newPerson,
  moderator: zoe,
  invitation,
  request,
}) => {
  const { room, moderator, attendee } = invitation;
  const noe = await newPerson();
  await joinBy(noe, attendee, 'Noé');
  await expectInConference(noe, room);
  await expect(noe.getByText('Vous êtes participant')).toBeVisible();
  const [, token = ''] = (await detailsAddress(request, room)).split('#token=');
  expect(token).not.toBe('');
  for (const _ of ['once', 'and again']) {
    await zoe.getByRole('button', { name: 'Promouvoir Noé' }).click();
    await expect(titleOf(noe, room)).toBeVisible(SOON);
    await titleOf(noe, room).click();
    const details = detailsOf(noe);
    await expect(details.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
    // Checks the method used below: it finds the element's token and window while they are there.
    const shown = await everythingIn(noe);
    expect(shown).toContain(`\ntoken=${token}\n`);
    expect(shown).toContain('\nLe lien modérateur');
    expect(shown).toContain(moderator);
    await zoe.getByRole('button', { name: 'Rétrograder Noé' }).click();
    await expect(details).toHaveCount(0, SOON);
    await expect(titleOf(noe, room)).toHaveCount(0);
    // The client renders its own texts anew as well.
    await expect(noe.getByText('Vous êtes participant')).toBeVisible();
    const left = await everythingIn(noe);
    expect(left).toContain('Vous êtes participant');
    expect(left).not.toContain(moderator);
    expect(left).not.toContain(token);
  }
  // The client's own dialog is that of a participant again.
  await noe.locator('#presentationTitle').click();
  await expect(clientDialog(noe)).toBeVisible();
});
