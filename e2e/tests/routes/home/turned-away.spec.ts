// Join errors of the conference server: the person returns to the portal, and reads the reason and what to
// do.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { portal, sandbox } from '../../../support/addresses.ts';
import { copiedBy } from '../../../support/clipboard.ts';
import { meeting } from '../../../support/conference.ts';
import { expectInConference, invite, joinBy } from '../../../support/invite.ts';
import { createRoom, openInvitation } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('a guest of a meeting that is full reads so at the portal, and tries again', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const name = await createRoom(page);
  const link = await copiedBy(page, await openInvitation(page, name), 'le lien modérateur');
  const id = page.url().split('/').at(-2) ?? '';
  const changed = await page.evaluate(
    async ([id, name]) => {
      const options = { max_participants: 2 };
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ name, options });
      return (await fetch(`/api/v1/rooms/${id}`, { method: 'PATCH', headers, body })).status;
    },
    [id, name],
  );
  expect(changed).toBe(200);
  for (const guest of ['Noé', 'Zoé']) {
    const person = await newPerson();
    await person.goto(link);
    await person.getByRole('textbox', { name: 'Votre nom' }).fill(guest);
    await person.getByRole('button', { name: 'Rejoindre' }).click();
    await person.waitForURL('**/html5client/**');
  }
  const late = await newPerson();
  await late.goto(link);
  await late.getByRole('textbox', { name: 'Votre nom' }).fill('Lou');
  await late.getByRole('button', { name: 'Rejoindre' }).click();
  const alert = late.getByRole('alert');
  await expect(alert).toContainText("Vous n'êtes pas entré dans la réunion");
  await expect(alert).toContainText('son nombre maximal de participants');
  await expectAccessible(late);
  await alert.getByRole('button', { name: 'Revenir en arrière' }).click();
  await expect(late.getByRole('heading', { name })).toBeVisible();
  await expect(late.getByRole('button', { name: 'Rejoindre' })).toBeEnabled();
});

/** The reasons that the conference server gives from now on, when it redirects people to the portal. */
function reasonsFor(page: Page): string[] {
  const reasons: string[] = [];
  page.on('request', (request) => {
    const { origin, searchParams } = new URL(request.url());
    const errors = searchParams.get('errors');
    if (origin === portal && errors) reasons.push(JSON.parse(errors)[0].key);
  });
  return reasons;
}

const OVER = [
  "Vous n'êtes pas entré dans la réunion",
  "Elle est terminée, ou n'a pas encore recommencé.",
  'Revenir en arrière',
];
const OVER_IN_ENGLISH = [
  'You did not enter the meeting',
  'It has ended, or has not started again yet.',
  'Go back',
];

for (const [locale, words] of [
  ['fr-FR', OVER],
  ['en-GB', OVER_IN_ENGLISH],
] as const) {
  test(`the way into a meeting that has ended, or is another by now, leads to the portal and a sentence (${locale})`, async ({
    page,
    newPerson,
    request,
  }) => {
    const [title = '', sentence = '', back = ''] = words;
    await signIn(page, 'Alix Martin');
    const { room, moderator } = await invite(page);
    const zoe = await newPerson();
    await joinBy(zoe, moderator, 'Zoé');
    await expectInConference(zoe, room);

    const noe = await newPerson({ locale });
    const reasons = reasonsFor(noe);
    const isAway = async () => {
      await expect(noe.getByRole('alert')).toContainText(title);
      await expect(noe.getByRole('alert')).toContainText(sentence);
      await expect(noe.getByRole('alert').getByRole('button', { name: back })).toBeVisible();
      // The error is removed from the address.
      await expect(noe).toHaveURL(`${portal}/`);
      await expectAccessible(noe);
    };
    // The meeting ends between the redirect and the request to join.
    let wayIn = '';
    await noe.route(`${sandbox}/bigbluebutton/api/join**`, async (route) => {
      wayIn = route.request().url();
      await zoe.getByRole('button', { name: 'Terminer la réunion' }).click();
      await expect.poll(() => meeting(request, room)).toBeUndefined();
      await route.continue();
    });
    await noe.goto(moderator);
    await noe.getByRole('textbox').fill('Noé');
    await noe.locator('button[type=submit]').click();
    await isAway();
    expect(reasons).toEqual(['invalidMeetingIdentifier']);
    await noe.unrouteAll();

    // A meeting that is started again is another meeting.
    await joinBy(await newPerson(), moderator, 'Inès');
    await expect.poll(async () => (await meeting(request, room))?.running).toBe(true);
    await noe.goto('about:blank');
    await noe.goto(wayIn);
    await isAway();
    expect(reasons).toEqual(['invalidMeetingIdentifier', 'mismatchCreateTimeParam']);
  });
}

test('who comes while the meeting is being ended reads so', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const { room, moderator } = await invite(page);
  const zoe = await newPerson();
  const entered = zoe.waitForRequest(`${sandbox}/bigbluebutton/api/join**`);
  await joinBy(zoe, moderator, 'Zoé');
  const wayIn = (await entered).url();
  await expectInConference(zoe, room);
  const noe = await newPerson();
  const reasons = reasonsFor(noe);
  // In immediate succession: the server takes half a second to end the meeting, and then no longer has it.
  const ended = zoe.waitForRequest(`${sandbox}/html5client/end`);
  const press = zoe.getByRole('button', { name: 'Terminer la réunion' }).click();
  await ended;
  await noe.goto(wayIn);
  await press;
  await expect(noe.getByRole('alert')).toContainText('Elle est terminée');
  await expect(noe).toHaveURL(`${portal}/`);
  expect(['meetingForciblyEnded', 'invalidMeetingIdentifier']).toContain(reasons[0]);
});

test('each reason is told in words of its own, to agents as to guests, in French and English', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const guest = await newPerson();
  const visitor = await newPerson({ locale: 'en-GB' });
  const over = ['Elle est terminée', 'It has ended'];
  for (const [key, [french, translated]] of [
    ['meetingForciblyEnded', over],
    ['mismatchCreateTimeParam', over],
    ['invalidMeetingIdentifier', over],
    ['notFound', over],
    ['maxParticipantsReached', ['son nombre maximal', 'As many people are in it as may be']],
    [
      'guestDeniedAccess',
      ['Un modérateur ne vous a pas laissé entrer', 'A moderator did not let you in'],
    ],
    ['anythingElse', ["n'a pas pu vous faire entrer", 'could not let you in']],
  ] as const) {
    const errors = encodeURIComponent(JSON.stringify([{ key, message: "The server's words" }]));
    for (const [person, sentence] of [
      [page, french],
      [guest, french],
      [visitor, translated],
    ] as const) {
      await person.goto(`/?errors=${errors}`);
      await expect(person.getByRole('alert'), key).toContainText(sentence ?? '');
      await expect(person.getByText("The server's words")).toHaveCount(0);
      // The error is removed from the address, so that it is not shown again.
      await expect(person).toHaveURL(`${portal}/`);
      await expect(person.getByRole('alert'), key).toBeVisible();
    }
  }
});
