// Leaving a join page, or a wait, while the backend is asked to let the person in.

import { signIn } from '../../../support/account.ts';
import { invite, joinBy } from '../../../support/invite.ts';
import { holdAnswers } from '../../../support/network.ts';
import { expect, test } from '../../../support/test.ts';

test('whoever leaves while they are let in stays where they went', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const { moderator } = await invite(page);
  const guest = await newPerson();
  const release = await holdAnswers(guest, '**/api/v1/join');
  const answered = guest.waitForResponse('**/api/v1/join');
  await joinBy(guest, moderator, 'Noé');
  await guest.getByRole('banner').getByRole('link', { name: 'Visio-Agents' }).click();
  const home = guest.getByRole('heading', { level: 1, name: 'Vos réunions en visioconférence' });
  await expect(home).toBeVisible();
  const visited: string[] = [];
  guest.on('framenavigated', (frame) => visited.push(frame.url()));
  release();
  await (await answered).finished();
  // Another answer, which the page asks for after it.
  await guest
    .getByRole('contentinfo')
    .getByRole('link', { name: /^Accessibilité/ })
    .click();
  await expect(guest.getByRole('heading', { level: 1, name: /^Accessibilité/ })).toBeVisible();
  expect(visited.filter((url) => !url.endsWith('/aide/accessibilite'))).toEqual([]);
});
