// A search that writes the address at each letter exceeds the browser's limit of history changes.

import { signIn } from '../../support/account.ts';
import { shownNames } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

test('typing a search asks little of the history, and the address says it in the end', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { replaceState } = history;
    let writes = 0;
    // Throws after too many calls, as browsers do.
    history.replaceState = (...given) => {
      writes += 1;
      if (writes > 10) throw new DOMException('too often', 'SecurityError');
      replaceState.apply(history, given);
    };
  });
  await signIn(page, 'Camille Durand');
  const search = page.getByRole('searchbox');
  await search.pressSequentially('conseil d’école numéro quarante et un', { delay: 30 });
  await search.fill('');
  // A text that looks percent-encoded is a text like any other.
  await search.pressSequentially('100%41', { delay: 30 });
  await expect(page).toHaveURL(/\?q=100%2541$/);
  await expect(search).toHaveValue('100%41');
  await search.fill('conseil 41');
  expect(await shownNames(page)).toEqual(['Conseil d’école 41']);
  // Left before the address is updated: the search is kept all the same.
  await page.getByRole('main').getByRole('link', { name: 'Inviter' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('conseil 41');
});
