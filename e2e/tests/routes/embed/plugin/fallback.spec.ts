// If the plug-in cannot show the session details, the client's own dialog opens.

import type { Page } from '@playwright/test';
import { sandbox } from '../../../../support/addresses.ts';
import { meeting } from '../../../../support/conference.ts';
import { clientDialog, expectInConference, grouped, joinBy } from '../../../../support/invite.ts';
import { copyLink, expect, test } from '../../../../support/meeting.ts';
import { detailsOf, titleOf } from '../../../../support/session.ts';

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
    // As soon as the details can be loaded, they are shown.
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
