// The session details on a page of their own, from the link in the message for moderators.

import { expectAccessible } from '../../../support/accessibility.ts';
import { expect, test } from '../../../support/meeting.ts';
import { detailsAddress, expectCopies } from '../../../support/session.ts';

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
  // An API address that somebody has added to the link is ignored: the page has its own.
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
