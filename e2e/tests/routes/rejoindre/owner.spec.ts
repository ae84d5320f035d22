// Links that are opened by people with an account: the owner, and others.

import { expectAccessible } from '../../../support/accessibility.ts';
import { chooseAccount, signIn } from '../../../support/account.ts';
import { meeting, whoIsIn } from '../../../support/conference.ts';
import { expectInConference, invite } from '../../../support/invite.ts';
import { expect, test } from '../../../support/test.ts';

test('the owner who opens a link enters as a moderator, under the account', async ({
  page,
  request,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, attendee, authenticated } = await invite(page);
  for (const link of [attendee, authenticated]) {
    await page.goto(link);
    await expect(page.getByText('Cette salle est la vôtre')).toBeVisible();
    await expect(page.getByText('Vous entrez sous ce nom : Alix Martin.')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Rejoindre' }).click();
    await expectInConference(page, room);
    await expect.poll(() => whoIsIn(request, room)).toContain('Alix Martin: MODERATOR');
  }
  expect((await meeting(request, room))?.participants.some(({ role }) => role === 'VIEWER')).toBe(
    false,
  );
});

test('an owner who is not signed in does so from the link, and is back there as the owner', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const { attendee } = await invite(page);
  const alix = await newPerson();
  await alix.goto(attendee);
  await alix.getByRole('link', { name: 'Identifiez-vous pour y entrer comme modérateur' }).click();
  await chooseAccount(alix, 'Alix Martin');
  await expect(alix).toHaveURL(attendee);
  await expect(alix.getByText('Cette salle est la vôtre')).toBeVisible();
});

test('signing in from the header of a join page leads back to it', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const { attendee, room } = await invite(page);
  const camille = await newPerson();
  await camille.goto(attendee);
  await camille.getByRole('banner').getByRole('link', { name: "S'identifier" }).click();
  await chooseAccount(camille, 'Camille Durand');
  await expect(camille).toHaveURL(attendee);
  await expect(camille.getByRole('heading', { level: 1 })).toHaveText(room);
  await expect(camille.getByRole('textbox', { name: 'Votre nom' })).toHaveValue('Camille Durand');
});
