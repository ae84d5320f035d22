// Temporary meetings.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { portal, sandbox } from '../../../support/addresses.ts';
import { copiedBy } from '../../../support/clipboard.ts';
import { expectInConference, typeCode } from '../../../support/invite.ts';
import { uniqueName } from '../../../support/rooms.ts';
import { detailsOf, titleOf } from '../../../support/session.ts';
import { expect, test } from '../../../support/test.ts';

test('a temporary meeting opens in one click, and its data let others in', async ({
  page,
  newPerson,
  request,
}) => {
  await signIn(page, 'Dominique Bernard');
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: /^Ouvrir une nouvelle réunion temporaire/ }).click();
  const conference = await opened;
  await expectInConference(conference, 'Réunion temporaire');
  await expect(conference.getByText('Vous êtes modérateur')).toBeVisible();
  expect(await conference.evaluate(() => window.opener)).toBeNull();
  await titleOf(conference, 'Réunion temporaire').click();
  const code = await copiedBy(conference, detailsOf(conference), 'le code de connexion');
  // The meeting is not listed.
  await page.reload();
  await expect(page.getByText('Une salle permanente vous appartient')).toBeVisible();
  const name = uniqueName('Zoé');
  const guest = await newPerson();
  await guest.goto('/');
  await typeCode(guest, code);
  await guest.getByRole('button', { name: 'Connexion' }).click();
  await guest.getByRole('textbox', { name: 'Votre nom' }).fill(name);
  await guest.getByRole('button', { name: 'Rejoindre' }).click();
  await expectInConference(guest, 'Réunion temporaire');
  const meetings = await (await request.get(`${sandbox}/_sandbox/meetings`)).json();
  const roles = meetings
    .flatMap(({ participants }: { participants: { name: string; role: string }[] }) => participants)
    .filter(({ name: other }: { name: string }) => other === name);
  expect(roles.some(({ role }: { role: string }) => role === 'MODERATOR')).toBe(true);
  expect(page.url()).toBe(`${portal}/`);
});

test('a temporary meeting that fails leaves no window behind and says why', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/api\/v1\/meetings/);
  await signIn(page, 'Alix Martin');
  await page.route('**/api/v1/meetings', (route) => route.abort());
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: /^Ouvrir une nouvelle réunion temporaire/ }).click();
  const window = await opened;
  await expect(page.getByRole('alert')).toContainText("La réunion n'a pas été lancée.");
  await expect.poll(() => window.isClosed()).toBe(true);
  await expectAccessible(page);
});
