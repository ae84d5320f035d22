// The keys of the conference's page, and the page made anew, while the details are open.

import { joinBy } from '../../../../support/invite.ts';
import { expect, test } from '../../../../support/meeting.ts';
import { detailsOf, titleOf } from '../../../../support/session.ts';

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
