// Each address by itself: reload, back and forward.

import { signIn } from '../../../support/account.ts';
import { portal } from '../../../support/addresses.ts';
import { copiedBy } from '../../../support/clipboard.ts';
import { createRoom, openInvitation, roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('every route stands a reload', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const link = await copiedBy(page, await openInvitation(page, room), 'le lien participant');
  const id = page.url().split('/').at(-2) ?? '';
  const heading = (name: string) => page.getByRole('heading', { name });
  const routes = [
    ['/', heading('Mes salles de réunion')],
    ['/salles/nouvelle', page.getByRole('textbox', { name: 'Nom de la salle' })],
    [`/salles/${id}/inviter`, page.getByRole('button', { name: 'Copier le code de connexion' })],
    [`/salles/${id}/modifier`, page.getByRole('textbox', { name: 'Nom de la salle' })],
    ['/aide/droits', heading('Droits des modérateurs et des participants')],
    ['/salles/1/modifier', heading("Cette adresse n'est pas celle d'une salle")],
    ['/nulle-part', heading('Page introuvable')],
    [link, heading(room)],
  ] as const;
  for (const [address, sign] of routes) {
    await page.goto(address);
    await expect(sign, address).toBeVisible();
    await page.reload();
    await expect(sign, address).toBeVisible();
  }
  // Visitors see at each address that it requires signing in.
  const visitor = await newPerson();
  for (const address of ['/salles/nouvelle', `/salles/${id}/inviter`, `/salles/${id}/modifier`]) {
    await visitor.goto(address);
    await expect(visitor.getByText('Identifiez-vous pour accéder à cette page.')).toBeVisible();
    await visitor.reload();
    await expect(visitor.getByText('Identifiez-vous pour accéder à cette page.')).toBeVisible();
  }
});

test('back and forward lead through pages and dialogs, with the focus where it belongs', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const entry = roomEntry(page, room);
  const dialog = page.getByRole('dialog');
  await openInvitation(page, room);
  await page.keyboard.press('Escape');
  await entry.getByRole('link', { name: 'Modifier' }).click();
  const field = page.getByRole('textbox', { name: 'Nom de la salle' });
  await expect(field).toHaveValue(room);
  await page.goBack();
  await expect(page).toHaveURL(`${portal}/`);
  await expect(entry.getByRole('link', { name: 'Modifier' })).toBeFocused();
  await page.goForward();
  await expect(field).toHaveValue(room);
  await page.goBack();
  await openInvitation(page, room);
  await page.goBack();
  await expect(dialog).toBeHidden();
  await page.goForward();
  await expect(dialog.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
  await page.goBack();
  await expect(entry.getByRole('link', { name: 'Inviter' })).toBeFocused();
});
