// Badges of running meetings.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { expectInConference, invite, joinBy } from '../../../support/invite.ts';
import { roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('a room that runs bears a badge with the number of people, without a reload', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, moderator, attendee } = await invite(page);
  const entry = roomEntry(page, room);
  await expect(entry.getByText('En cours')).toHaveCount(0);
  const zoe = await newPerson();
  await joinBy(zoe, moderator, 'Zoé');
  await expect(entry.getByText('En cours – 1 personne')).toBeVisible();
  await expect(page.getByText(/^En ce moment/)).toBeVisible();
  await expectAccessible(page);
  await joinBy(await newPerson(), attendee, 'Noé');
  await expect(entry.getByText('En cours – 2 personnes')).toBeVisible();
  await expectInConference(zoe, room);
  await zoe.getByRole('button', { name: 'Terminer' }).click();
  await expect(entry.getByText('En cours')).toHaveCount(0);
});
