// The session's details in the conference server's own client: the plug-in.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../../support/accessibility.ts';
import { portal, sandbox } from '../../../support/addresses.ts';
import { meeting } from '../../../support/conference.ts';
import { clientDialog, expectInConference, joinBy } from '../../../support/invite.ts';
import { copyLink, expect, test } from '../../../support/meeting.ts';
import { renewAttendeeLink } from '../../../support/rooms.ts';
import {
  detailsAddress,
  detailsOf,
  everythingIn,
  expectCopies,
  titleOf,
  whatComesTo,
} from '../../../support/session.ts';

const grouped = (digits: string) => digits.replace(/(\d{3})(?=\d)/g, '$1 ');

/** Within two seconds, as the product promises. */
const SOON = { timeout: 2_000 };

/** An event of the client's. */
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

test("a participant's page receives neither data nor token, and its title is no button", async ({
  newPerson,
  moderator: zoe,
  invitation,
  request,
}) => {
  // Somebody has to let the participants in.
  await expect(titleOf(zoe, invitation.room)).toBeVisible();
  const noe = await newPerson();
  await noe.goto(invitation.attendee);
  await noe.getByRole('textbox', { name: 'Votre nom' }).fill('Noé');
  const received = await whatComesTo(noe);
  await noe.getByRole('button', { name: 'Rejoindre' }).click();
  await expectInConference(noe, invitation.room);
  await expect(noe.getByText('Vous êtes participant')).toBeVisible();
  // The plug-in is there, and has been told who this is.
  await expect(noe.locator('script[pluginName=ParvisSessionDetails]')).toHaveCount(1);
  await expect(titleOf(noe, invitation.room)).toHaveCount(0);
  // Asked for by hand, as the plug-in would.
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
  // By now the plug-in has been answered whatever it asked before.
  await expect(titleOf(noe, invitation.room)).toHaveCount(0);
  await expect(noe.locator('parvis-session-details')).toHaveCount(0);
  const all = await received();
  expect(all).toContain(invitation.room);
  // By the stream of the page, which is looked at as well.
  expect(all).toContain('"is_moderator"');
  const address = await detailsAddress(request, invitation.room);
  const { code, moderator, attendee } = invitation;
  const grouped = `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`;
  for (const datum of [code, grouped, moderator, attendee, address, '#token=', 'PIN']) {
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
    // What is looked at below is seen as long as it is there: the element's token, and its window.
    const shown = await everythingIn(noe);
    expect(shown).toContain(`\ntoken=${token}\n`);
    expect(shown).toContain('\nLe lien modérateur');
    expect(shown).toContain(moderator);
    await zoe.getByRole('button', { name: 'Rétrograder Noé' }).click();
    await expect(details).toHaveCount(0, SOON);
    await expect(titleOf(noe, room)).toHaveCount(0);
    // The client makes its own texts anew as well.
    await expect(noe.getByText('Vous êtes participant')).toBeVisible();
    const left = await everythingIn(noe);
    expect(left).toContain('Vous êtes participant');
    expect(left).not.toContain(moderator);
    expect(left).not.toContain(token);
  }
  // The client's own dialog is the participant's again.
  await noe.locator('#presentationTitle').click();
  await expect(clientDialog(noe)).toBeVisible();
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
  // The line that was unfolded still is.
  await expect(details.getByText('/rejoindre/participant#')).toBeVisible();
  await expect(details.getByRole('status').first()).toHaveText(
    "Les données d'invitation ont changé.",
  );
});

test('the link beside the data opens the same in a page of its own, for as long as the meeting runs', async ({
  newPerson,
  moderator: zoe,
  invitation,
  request,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 410 .*\/api\/v1\/session/);
  const { room, attendee } = invitation;
  const address = await detailsAddress(request, room);
  const page = await newPerson();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'Visio-Agents' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Détails de la session');
  await expectCopies(page, page.getByRole('main'), invitation);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  // An address that somebody has put into the link is not asked: the page has its own.
  const asked: string[] = [];
  page.on('request', (sent) => asked.push(sent.url()));
  await page.goto('about:blank');
  await page.goto(`${address}&api=https://evil.example`);
  await page.getByText('Le lien participant', { exact: true }).click();
  await expect(page.getByText(attendee)).toBeVisible();
  expect(asked.some((url) => url.includes('evil'))).toBe(false);
  await zoe.getByRole('button', { name: 'Terminer la réunion' }).click();
  await expect(page.getByRole('alert')).toContainText('Cette réunion est terminée');
  await expect(page.getByText(attendee)).toHaveCount(0);
});

for (const { what, error, cut } of [
  {
    what: 'the portal does not answer',
    error: /ERR_FAILED .*\/api\/v1\/session/,
    cut: (page: Page) => page.route('**/api/v1/session', (route) => route.abort()),
  },
  {
    what: 'the token is refused',
    error: /status of 401 .*\/api\/v1\/session/,
    cut: (page: Page) =>
      page.route('**/api/v1/session', (route) =>
        route.fulfill({ status: 401, headers: { 'access-control-allow-origin': '*' } }),
      ),
  },
  {
    what: 'the wasm does not arrive',
    error: /ERR_FAILED .*\/embed\/session-.*\.wasm/,
    cut: (page: Page) => page.route('**/embed/*.wasm', (route) => route.abort()),
  },
  {
    what: 'nothing comes at all',
    error: undefined,
    cut: (page: Page) => page.route('**/api/v1/session', () => {}),
  },
]) {
  test(`where ${what}, the client's own dialog opens by the same click, and by the keyboard`, async ({
    moderator: zoe,
    invitation,
    expectConsoleError,
  }) => {
    if (error) expectConsoleError(error);
    await cut(zoe);
    const title = titleOf(zoe, invitation.room);
    await title.click();
    await expect(clientDialog(zoe)).toBeVisible();
    await expect(detailsOf(zoe)).toHaveCount(0);
    await expect(zoe.getByRole('dialog')).toHaveCount(1);
    await zoe.keyboard.press('Escape');
    await title.focus();
    await zoe.keyboard.press('Enter');
    await expect(clientDialog(zoe)).toBeVisible();
    await zoe.keyboard.press('Escape');
    // As soon as there is something to show, it is.
    await zoe.unrouteAll({ behavior: 'ignoreErrors' });
    await title.click();
    await expect(copyLink(zoe)).toBeVisible();
    await expect(clientDialog(zoe)).toBeHidden();
  });
}

test('a client that loads no plug-in tells moderators all of it, and that it is of the start', async ({
  newPerson,
  moderator: zoe,
  invitation,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/embed\/bigbluebutton\.js/);
  await expect(titleOf(zoe, invitation.room)).toBeVisible();
  const ines = await newPerson();
  await ines.route('**/embed/bigbluebutton.js', (route) => route.abort());
  await joinBy(ines, invitation.moderator, 'Inès');
  await expectInConference(ines, invitation.room);
  await ines.locator('#presentationTitle').click();
  const dialog = clientDialog(ines);
  const { code, moderator, attendee } = invitation;
  for (const told of [
    'Ces données datent du début de la réunion.',
    `Code de connexion : ${grouped(code)}`,
    `Lien modérateur : ${moderator}`,
    `Lien participant : ${attendee}`,
    'Tél. : +33 1 23 45 67 89',
    'Voir les données à jour',
  ]) {
    await expect(dialog).toContainText(told);
  }
});

test('it tells them in the language of the owner who starts the meeting', async ({
  page,
  newPerson,
  invitation,
  request,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/embed\/bigbluebutton\.js/);
  const { room, code, moderator, attendee } = invitation;
  const banner = page.getByRole('banner');
  await banner.locator('summary').click();
  await banner.getByRole('button', { name: 'English' }).click();
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: `Start “${room}”` }).click();
  await (await opened).waitForURL(`${sandbox}/html5client/**`);
  const ines = await newPerson();
  await ines.route('**/embed/bigbluebutton.js', (route) => route.abort());
  await joinBy(ines, moderator, 'Inès');
  const dialog = clientDialog(ines);
  await expect(dialog).toBeVisible();
  const { voice_bridge } = (await meeting(request, room)) ?? {};
  for (const told of [
    'These data are as they were when the meeting started.',
    `Connection code: ${grouped(code)}`,
    `Moderator link: ${moderator}`,
    `Participant link: ${attendee}`,
    `Phone: +33 1 23 45 67 89 – PIN: ${grouped(voice_bridge ?? '')} #`,
    'See the data as they are now',
  ]) {
    await expect(dialog).toContainText(told);
  }
  await expect(dialog).not.toContainText('Code de connexion');
});

test('where the texts are refused, the title is left alone, and asked for again until they are not', async ({
  moderator: zoe,
  invitation,
  request,
}) => {
  const { room, id } = invitation;
  const refuse = async (refused: boolean) => {
    const data = { meeting_id: id, refused };
    const answer = await request.post(`${sandbox}/_sandbox/plugin-texts`, { data });
    expect(answer.ok()).toBe(true);
  };
  await expect(titleOf(zoe, room)).toBeVisible();
  await refuse(true);
  await zoe.reload();
  await expectInConference(zoe, room);
  await expect(titleOf(zoe, room)).toHaveCount(0);
  await zoe.locator('#presentationTitle').click();
  await expect(clientDialog(zoe)).toBeVisible();
  await zoe.keyboard.press('Escape');
  await refuse(false);
  await titleOf(zoe, room).click();
  await expect(copyLink(zoe)).toBeVisible();
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
