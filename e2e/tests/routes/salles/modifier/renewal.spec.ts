// Renewing links, the code and the PIN.

import { expectAccessible } from '../../../../support/accessibility.ts';
import { signIn } from '../../../../support/account.ts';
import { copiedBy } from '../../../../support/clipboard.ts';
import { invite } from '../../../../support/invite.ts';
import { openInvitation, roomEntry } from '../../../../support/rooms.ts';
import { expect, test } from '../../../../support/test.ts';

test('each means of inviting is renewed alone, after a question', async ({
  page,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 410 .*\/join\/resolve/);
  await signIn(page, 'Alix Martin');
  const before = await invite(page);
  await roomEntry(page, before.room).getByRole('link', { name: 'Modifier' }).click();
  await page.getByText('Paramètres avancés', { exact: true }).click();
  const renew = page.getByRole('button', { name: 'Renouveler le lien participant' });
  await renew.click();
  const question = page.getByRole('alert');
  await expect(question).toContainText("Les personnes qui ont l'ancien lien");
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Annuler' }).click();
  await expect(renew).toBeFocused();
  await renew.click();
  await question.getByRole('button', { name: 'Renouveler le lien participant' }).click();
  await expect(page.getByRole('listitem').getByText('Voici le nouveau')).toBeVisible();
  await expect(renew.first()).toBeFocused();
  const fresh = await copiedBy(page, page.getByRole('main'), 'le lien participant');
  expect(fresh).not.toBe(before.attendee);
  const guest = await newPerson();
  await guest.goto(before.attendee);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Ce lien a été renouvelé');
  await guest.goto(fresh);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(before.room);
  await guest.goto(before.moderator);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(before.room);
  await page.getByRole('link', { name: 'Annuler' }).click();
  const dialog = await openInvitation(page, before.room);
  expect(await copiedBy(page, dialog, 'le lien participant')).toBe(fresh);
  expect(await copiedBy(page, dialog, 'le code de connexion')).toBe(before.code);
  expect(await copiedBy(page, dialog, 'le lien SIP')).toBe(`${before.code}@sip.visio.exemple.fr`);
});
