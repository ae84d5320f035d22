// The authenticated link.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { portal, sandbox } from '../../../support/addresses.ts';
import { whoIsIn } from '../../../support/conference.ts';
import { expectInConference, invite, joinBy } from '../../../support/invite.ts';
import { openForm } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('an authenticated link asks to sign in, then lets in under the account and its addition', async ({
  page,
  newPerson,
  request,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, authenticated, moderator } = await invite(page);
  await joinBy(await newPerson(), moderator, 'Zoé');
  await expect.poll(() => whoIsIn(request, room)).toEqual(['Zoé: MODERATOR']);
  const noe = await newPerson();
  await noe.goto(authenticated);
  await expect(noe.getByRole('heading', { level: 1 })).toHaveText(
    'Identifiez-vous pour entrer dans la réunion',
  );
  // Without signing in, not even the name of the meeting is shown.
  await expect(noe.getByRole('main')).not.toContainText(room);
  await expect(noe.getByRole('textbox')).toHaveCount(0);
  await expectAccessible(noe);
  await noe.getByRole('link', { name: "S'identifier avec EduConnect" }).click();
  await noe.getByRole('button', { name: 'Noé Laurent', exact: true }).click();
  await expect(noe).toHaveURL(authenticated);
  await expect(noe.getByRole('heading', { level: 1 })).toHaveText(room);
  await expect(noe.getByText('Vous entrez sous ce nom : Noé Laurent.')).toBeVisible();
  await expectAccessible(noe);
  await noe.getByRole('textbox', { name: /Complément/ }).fill('3e B');
  await noe.getByRole('button', { name: 'Rejoindre' }).click();
  await expectInConference(noe, room);
  await expect
    .poll(() => whoIsIn(request, room))
    .toEqual(['Zoé: MODERATOR', 'Noé Laurent (3e B): VIEWER']);
});

test('who comes by the authenticated link passes the waiting room where the owner says so', async ({
  page,
  newPerson,
  request,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, authenticated, attendee, moderator } = await invite(page);
  await openForm(page, room);
  await page.getByText('Accueil des participants', { exact: true }).click();
  const bypass = page.getByRole('checkbox', { name: /lien authentifié entrent sans attendre/ });
  // The option has no effect without a waiting room, and is not offered then.
  await expect(bypass).toHaveCount(0);
  await page.getByRole('checkbox', { name: /^Salle d'attente/ }).check();
  await bypass.check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await openForm(page, room);
  await page.getByText('Accueil des participants', { exact: true }).click();
  await expect(bypass).toBeChecked();
  await joinBy(await newPerson(), moderator, 'Zoé');
  await expect.poll(() => whoIsIn(request, room)).toEqual(['Zoé: MODERATOR']);
  const malo = await newPerson();
  await joinBy(malo, attendee, 'Malo');
  await malo.waitForURL(`${sandbox}/html5client/**`);
  const noe = await newPerson();
  await noe.goto(authenticated);
  await noe.getByRole('link', { name: "S'identifier avec EduConnect" }).click();
  await noe.getByRole('button', { name: 'Noé Laurent', exact: true }).click();
  await noe.getByRole('button', { name: 'Rejoindre' }).click();
  await expectInConference(noe, room);
  // Malo is in the waiting room.
  await expect
    .poll(() => whoIsIn(request, room))
    .toEqual(['Zoé: MODERATOR', 'Noé Laurent: VIEWER']);
});

test('on a shared machine the next pupil signs the last one out', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const { authenticated } = await invite(page);
  const noe = await newPerson();
  await noe.goto(authenticated);
  await noe.getByRole('link', { name: "S'identifier avec EduConnect" }).click();
  await noe.getByRole('button', { name: 'Noé Laurent', exact: true }).click();
  const left = noe.waitForResponse((answer) => answer.url().endsWith('/auth/attendees/sign-out'));
  await noe.getByRole('button', { name: "Ce n'est pas vous" }).click();
  await left;
  await expect(noe).toHaveURL(`${portal}/`);
  await noe.goto(authenticated);
  await expect(noe.getByRole('link', { name: "S'identifier avec EduConnect" })).toBeVisible();
});

test('nobody gets past signing in: not by refusing, nor by an address, nor by posting', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const { authenticated } = await invite(page);
  const secret = authenticated.split('#')[1] ?? '';
  const stranger = await newPerson();
  // The page with the address of another kind of link.
  await stranger.goto(`/rejoindre/participant#${secret}`);
  await expect(stranger.getByRole('link', { name: "S'identifier avec EduConnect" })).toBeVisible();
  await expect(stranger.getByRole('button', { name: 'Rejoindre' })).toHaveCount(0);
  // The person refuses at the provider.
  await stranger.goto(authenticated);
  await stranger.getByRole('link', { name: "S'identifier avec EduConnect" }).click();
  await stranger.getByRole('button', { name: 'Refuser' }).click();
  await expect(stranger.getByRole('alert')).toContainText("a refusé l'identification");
  await expect(stranger.getByRole('link', { name: "S'identifier avec EduConnect" })).toBeVisible();
  await expectAccessible(stranger);
  // A forged callback.
  await stranger.goto('/auth/attendees/callback?state=x&code=y');
  await expect(stranger.getByRole('alert')).toContainText("n'est plus valable");
  // The error is removed from the address, so that it is not shown again.
  await expect(stranger).not.toHaveURL(/sign-in=/);
  // The API refuses as well.
  const answer = await stranger.request.post(`${portal}/api/v1/join`, {
    headers: { origin: portal },
    data: { secret, name: 'Noé Laurent' },
  });
  expect(answer.status()).toBe(401);
});
