// Unicode in names: decomposed accents, as some systems produce them, invisible characters, emoji, and
// scripts with joiners.

import { randomUUID } from 'node:crypto';
import { signIn } from '../../support/account.ts';
import { createRoom, roomEntry, shownNames } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

test('a name is found and sorted the same whether its accents stand beside their letters or not', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const word = randomUUID().slice(0, 8);
  const names = ['Ecole', 'École', 'Écuries'].map((name) => `${word} ${name}`);
  const [plain, accented, last] = names as [string, string, string];
  const twin = accented.normalize('NFD');
  expect(twin).not.toBe(accented);
  // Other tests depend on the order of Alix's rooms: it is not saved.
  await page.route('**/api/v1/rooms/order', (route) => route.fulfill({ status: 204 }));
  // Created neither in the order of names nor in that of code points.
  for (const name of [last, twin, plain, accented]) await createRoom(page, name);
  await page.getByRole('button', { name: /^Alphabétique/ }).click();
  const search = page.getByRole('searchbox');
  for (const query of [`${word} école`, `${word} école`.normalize('NFD'), `\u200e${word} ecole`]) {
    await search.fill(query);
    await expect(
      page.getByRole('main').getByRole('listitem').filter({ visible: true }),
    ).toHaveCount(3);
  }
  await search.fill(word);
  const inOrder = async () => (await shownNames(page)).map((name) => name.normalize('NFC'));
  await expect.poll(inOrder).toEqual([plain, accented, accented, last]);
});

test('emoji and words that are written with joiners stay as they are, and marks that nobody sees go', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const word = randomUUID().slice(0, 8);
  for (const name of [`👩🏽‍🏫 Cours ${word}`, `श्री‍मती ${word}`, `می‌خواهم ${word}`]) {
    await createRoom(page, name);
    await page.getByRole('searchbox').fill(name);
    await expect(roomEntry(page, name)).toBeVisible();
    await page.getByRole('searchbox').fill('');
  }
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await page
    .getByRole('textbox', { name: 'Nom de la salle' })
    .fill(`\u200f\u200bConseil ${word}\u200e`);
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(roomEntry(page, `Conseil ${word}`)).toBeVisible();
});
