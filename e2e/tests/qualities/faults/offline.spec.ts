// A device without network.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { expect, test } from '../../../support/test.ts';

test('being offline is said for as long as it lasts', async ({
  page,
  context,
  allowConsoleError,
}) => {
  // Pending requests.
  allowConsoleError(/ERR_INTERNET_DISCONNECTED/);
  await signIn(page, 'Alix Martin');
  await context.setOffline(true);
  await expect(
    page.getByRole('status').filter({ hasText: 'Vous êtes hors connexion' }),
  ).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(page.getByText('Vous êtes hors connexion')).toHaveCount(0);
});
