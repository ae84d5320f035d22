// The search is part of the address.

import { signIn } from '../../../support/account.ts';
import { shownNames } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('the address of a search can be kept and passed on', async ({ page }) => {
  await signIn(page, 'Camille Durand');
  await page.goto('/?q=conseil%2041');
  await expect(page.getByRole('searchbox')).toHaveValue('conseil 41');
  expect(await shownNames(page)).toEqual(['Conseil d’école 41']);
});
