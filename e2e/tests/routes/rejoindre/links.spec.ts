// Links that mail filters and mail programs have changed.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { copiedBy } from '../../../support/clipboard.ts';
import { createRoom, openInvitation } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('a link leads in whatever mail filters and mail programs have made of it', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const link = await copiedBy(page, await openInvitation(page, room), 'le lien participant');
  const { origin, pathname, hash } = new URL(link);
  const secret = hash.slice(1);
  const guest = await newPerson();
  for (const changed of [
    link.replace('#', '%23'),
    link.replace('#', '%2523'),
    `${link.replace('#', '%23')}&data=05%7C02%7Cnoe%40exemple.fr&reserved=0`,
    `${link}.`,
    `${link}%3E`,
    `${link}%22`,
    `${link}%0D%0A`,
    `${origin}${pathname}#${secret.slice(0, 30)}%0A${secret.slice(30)}`,
    link.replace('#', ''),
    link.replace('#', '/'),
  ]) {
    await guest.goto('about:blank');
    await guest.goto(changed);
    await expect(guest.getByRole('heading', { name: room }), changed).toBeVisible();
    // The address is restored as it was sent, so that it can be stored and passed on.
    await expect(guest, changed).toHaveURL(link);
  }
});

test('a link that has lost its end says so, and what to ask for', async ({ page }) => {
  for (const address of [
    '/rejoindre/participant',
    '/rejoindre/moderateur#',
    '/rejoindre/authentifie%23',
  ]) {
    await page.goto('about:blank');
    await page.goto(address);
    await expect(
      page.getByRole('heading', { name: "La fin de ce lien s'est perdue" }),
      address,
    ).toBeVisible();
    await expect(page.getByText('le code de connexion de la réunion')).toBeVisible();
  }
  await expectAccessible(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: /accueil/ })
    .click();
  await expect(page.getByRole('textbox', { name: /chiffre/i }).first()).toBeVisible();
});
