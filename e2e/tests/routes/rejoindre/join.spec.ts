// The join page, with links that cannot be used.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { copiedBy } from '../../../support/clipboard.ts';
import { createRoom, openInvitation } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('the secret of a link is sent to no address and in no header', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const dialog = await openInvitation(page, await createRoom(page));
  const link = await copiedBy(page, dialog, 'le lien participant');
  const secret = link.split('#')[1] ?? '';
  expect(secret).toMatch(/^[\w-]{51,52}[A-Za-z0-9]$/);
  const sent: string[] = [];
  const guest = await newPerson();
  guest.on('request', async (request) => {
    // The fragment is not sent; the headers are complete.
    sent.push(request.url().split('#')[0] ?? '', JSON.stringify(await request.allHeaders()));
  });
  await guest.goto(link);
  await guest.getByRole('textbox', { name: 'Votre nom' }).fill('Noé');
  await guest.getByRole('button', { name: 'Rejoindre' }).click();
  await expect(guest.getByText("La réunion n'a pas encore commencé.")).toBeVisible();
  expect(sent.some((text) => text.endsWith('/api/v1/join'))).toBe(true);
  await guest.goto(link);
  const tool = guest.getByRole('banner').getByRole('link', { name: "S'identifier" });
  sent.push((await tool.getAttribute('href')) ?? '');
  expect(sent.filter((text) => text.includes(secret))).toEqual([]);
});

test('a damaged link leads nowhere and says what to do', async ({
  page,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/join\/resolve/);
  await signIn(page, 'Alix Martin');
  const dialog = await openInvitation(page, await createRoom(page));
  const link = await copiedBy(page, dialog, 'le lien modérateur');
  const last = link.at(-2) === 'A' ? 'B' : 'A';
  const guest = await newPerson();
  await guest.goto(`${link.slice(0, -2)}${last}${link.at(-1)}`);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText("Ce lien n'est pas valable");
  await expect(
    guest.getByText('demandez-le de nouveau à la personne qui vous invite'),
  ).toBeVisible();
  await expect(guest.getByRole('textbox')).toHaveCount(0);
  await expectAccessible(guest);
  // The correct link, opened in the same tab, replaces it.
  await guest.goto(link);
  await expect(guest.getByRole('textbox', { name: 'Votre nom' })).toBeVisible();
});
