// The list of rooms is requested once, and updated with each change.

import { signIn } from '../../../support/account.ts';
import { roomEntry, uniqueName } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('a room that is created or renamed stands in the list without the list being asked for', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  await page.waitForLoadState('networkidle');
  const lists: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const asksForAll = ['/api/v1/rooms', '/api/v1/bootstrap'].includes(pathname);
    if (asksForAll && request.method() === 'GET') lists.push(pathname);
  });
  const name = uniqueName('Créée sans relire');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill(name);
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(roomEntry(page, name)).toBeVisible();
  await roomEntry(page, name).getByRole('link', { name: 'Modifier' }).click();
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill(`${name} bis`);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(roomEntry(page, `${name} bis`)).toBeVisible();
  expect(lists).toEqual([]);
});
