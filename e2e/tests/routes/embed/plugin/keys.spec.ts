// Keyboard shortcuts of the conference page, and a page that renders anew, while the details are open.

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
  // Another person joins: the client renders its title anew.
  await joinBy(await newPerson(), attendee, 'Noé');
  await expect(zoe.getByText('Noé – Participant')).toHaveCount(1);
  await expect(details).toBeVisible();
  await zoe.keyboard.press('Escape');
  await expect(details).toBeHidden();
  // The key closed only the overlay, and the focus is on the new title.
  await expect(zoe.getByRole('heading', { name: 'Participants' })).toBeVisible();
  await expect(titleOf(zoe, room)).toBeFocused();
  // The page gets the keys again.
  await zoe.keyboard.press('m');
  await expect(microphone).not.toHaveText(before);
});
