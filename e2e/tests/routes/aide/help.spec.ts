// Where to read more: the portal's own page, and the addresses that the instance names.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { createRoom, openInvitation } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('the invite dialog leads to the rights of each role, and ends with the network', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const dialog = await openInvitation(page, await createRoom(page));
  await expect(dialog.getByText("Si l'audio ou la vidéo ne fonctionne pas")).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Ouvrir une réunion temporaire' })).toBeVisible();
  await expect(dialog.getByRole('link', { name: /droits «\sParticipant/ })).toHaveCount(2);
  const opened = page.waitForEvent('popup');
  await dialog.getByRole('link', { name: /droits «\sModérateur/ }).click();
  const help = await opened;
  await expect(help.getByRole('heading', { level: 1 })).toHaveText(
    'Droits des modérateurs et des participants',
  );
  await expectAccessible(help);
});

test('every address that the instance names stands where it belongs, and no other', async ({
  page,
}) => {
  const footer = page.getByRole('contentinfo');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // The portal's own, where the instance names no other.
  await expect(footer.getByRole('link')).toHaveText(['Accessibilité']);
  const names = {
    accessibility: 'Accessibilité',
    legal_notice: 'Mentions légales',
    personal_data: 'Données personnelles et cookies',
    terms_of_use: "Conditions générales d'utilisation",
    source_code: 'Code source',
    contact: 'Contact',
  };
  const elsewhere = {
    access: "Modalités d'accès",
    documentation: 'Documentation',
    signing_in: "Comment s'identifier",
  };
  await page.route('**/api/v1/bootstrap', async (route) => {
    const response = await route.fetch();
    const bootstrap = await response.json();
    bootstrap.instance.links = Object.keys({ ...names, ...elsewhere }).map((name) => [
      name,
      `https://example.fr/${name}`,
    ]);
    await route.fulfill({ response, json: bootstrap });
  });
  await page.reload();
  for (const [name, text] of Object.entries({ ...names, ...elsewhere })) {
    const place = name in names ? footer : page.locator('header, main');
    const link = place.getByRole('link', { name: text });
    await expect(link, text).toHaveAttribute('href', `https://example.fr/${name}`);
  }
  await expectAccessible(page);
});

test('the portal says how accessible it is, and whom to tell', async ({ page }) => {
  await page.route('**/api/v1/bootstrap', async (route) => {
    const response = await route.fetch();
    const bootstrap = await response.json();
    bootstrap.instance.links = [['contact', 'https://example.fr/contact']];
    await route.fulfill({ response, json: bootstrap });
  });
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Accessibilité' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibilité');
  await expect(page.getByRole('main')).toContainText('ne déclare pas encore de niveau');
  await expect(page.getByRole('main').getByRole('link', { name: 'Contact' })).toHaveAttribute(
    'href',
    'https://example.fr/contact',
  );
  await expectAccessible(page);
});
