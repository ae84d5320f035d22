// A meeting that lets nobody in: the person is back at the portal, reads why, and finds a way on.

import { expectAccessible } from '../support/accessibility.ts';
import { signIn } from '../support/account.ts';
import { portal } from '../support/addresses.ts';
import { copiedBy } from '../support/clipboard.ts';
import { createRoom, openInvitation } from '../support/rooms.ts';
import { expect, test } from '../support/test.ts';

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

test('each reason is told in words of its own, to agents as to guests', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const guest = await newPerson();
  for (const [key, sentence] of [
    ['meetingForciblyEnded', 'Elle est terminée'],
    ['mismatchCreateTimeParam', 'Elle est terminée'],
    ['guestDeniedAccess', 'Un modérateur ne vous a pas laissé entrer'],
    ['anythingElse', "n'a pas pu vous faire entrer"],
  ]) {
    const errors = encodeURIComponent(JSON.stringify([{ key, message: 'English words' }]));
    for (const person of [page, guest]) {
      await person.goto(`/?errors=${errors}`);
      await expect(person.getByRole('alert'), key).toContainText(sentence ?? '');
      await expect(person.getByText('English words')).toHaveCount(0);
      // The address says no more of it, so that it is not read again.
      await expect(person).toHaveURL(`${portal}/`);
      await expect(person.getByRole('alert'), key).toBeVisible();
    }
  }
});
