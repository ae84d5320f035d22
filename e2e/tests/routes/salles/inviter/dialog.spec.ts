// The invite dialog: how it opens and closes, and what it does when something is refused.

import { signIn } from '../../../../support/account.ts';
import { portal } from '../../../../support/addresses.ts';
import { createRoom, openInvitation, roomEntry } from '../../../../support/rooms.ts';
import { expect, test } from '../../../../support/test.ts';

test('Escape, "Fermer", a click outside and "back" close it; the focus returns', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const invite = roomEntry(page, room).getByRole('link', { name: 'Inviter' });
  const ways = {
    escape: () => page.keyboard.press('Escape'),
    button: () => page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click(),
    outside: () => page.mouse.click(5, 5),
    back: () => page.goBack(),
  };
  for (const [way, close] of Object.entries(ways)) {
    const dialog = await openInvitation(page, room);
    await expect(page).toHaveURL(/\/salles\/[0-9a-f-]{36}\/inviter$/);
    await close();
    await expect(dialog, way).toBeHidden();
    await expect(page, way).toHaveURL(`${portal}/`);
    await expect(invite, way).toBeFocused();
  }
});

test('it has an address of its own and stands a reload', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await openInvitation(page, room);
  await page.reload();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
  await expect(dialog).toContainText(room);
});

test('the links unfold and are plain text to select', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const dialog = await openInvitation(page, await createRoom(page));
  const address = dialog.getByText(`${portal}/rejoindre/moderateur#`);
  await expect(address).toBeHidden();
  await dialog.getByText('Le lien modérateur', { exact: true }).click();
  await expect(address).toBeVisible();
});

test('the room of somebody else is not told apart from none', async ({
  page,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/invitation/);
  await signIn(page, 'Alix Martin');
  await openInvitation(page, await createRoom(page));
  const address = page.url();
  const camille = await newPerson();
  await signIn(camille, 'Camille Durand');
  await camille.goto(address);
  const dialog = camille.getByRole('dialog');
  await expect(dialog).toContainText("Cette salle n'existe pas ou n'est pas à vous.");
  await expect(dialog.getByRole('button', { name: /^Copier/ })).toHaveCount(0);
});

test('a cut network is said, and trying again works', async ({ page, expectConsoleError }) => {
  expectConsoleError(/ERR_FAILED .*\/invitation/);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await page.route('**/invitation', (route) => route.abort());
  await roomEntry(page, room).getByRole('link', { name: 'Inviter' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Le service ne répond pas.');
  await page.unroute('**/invitation');
  await dialog.getByRole('button', { name: 'Réessayer' }).click();
  await expect(dialog.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
});

test('where the browser refuses the clipboard, an older way copies', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: () => Promise.reject(new DOMException('refused', 'NotAllowedError')),
    });
  });
  await signIn(page, 'Alix Martin');
  const dialog = await openInvitation(page, await createRoom(page));
  const copied = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener(
          'copy',
          () =>
            resolve(
              String(document.getSelection() ?? '') ||
                (document.activeElement as HTMLInputElement).value,
            ),
          { once: true },
        );
      }),
  );
  await dialog.getByRole('button', { name: 'Copier le lien participant' }).click();
  expect(await copied).toContain('/rejoindre/participant#');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await copied);
  await expect(dialog.getByRole('button', { name: 'Copié le lien participant' })).toBeVisible();
});

test('where nothing may copy, the text stands selected and that is said', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: () => Promise.reject(new DOMException('refused', 'NotAllowedError')),
    });
    document.execCommand = () => false;
  });
  await signIn(page, 'Alix Martin');
  const dialog = await openInvitation(page, await createRoom(page));
  await dialog.getByRole('button', { name: 'Copier le lien participant' }).click();
  await expect(dialog.getByText(/copiez-le avec Ctrl\+C/).first()).toBeVisible();
  const field = dialog.getByRole('textbox', { name: 'le lien participant' });
  await expect(field).toBeFocused();
  const selected = await field.evaluate((input: HTMLInputElement) =>
    input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
  );
  expect(selected).toMatch(/\/rejoindre\/participant#[\w-]{51,52}[A-Za-z0-9]$/);
  await expect(dialog.getByRole('button', { name: /^Copié/ })).toHaveCount(0);
});

for (const { what, script } of [
  {
    what: 'where the browser has no clipboard, as on a page without HTTPS',
    script: () => {
      Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
    },
  },
  {
    what: 'where the clipboard takes no text, as by a policy or in an old browser',
    script: () => {
      Object.defineProperty(Clipboard.prototype, 'writeText', { value: undefined });
    },
  },
]) {
  test(`${what}, a link is copied all the same`, async ({ page, context }) => {
    await signIn(page, 'Alix Martin');
    const dialog = await openInvitation(page, await createRoom(page));
    const reader = await context.newPage();
    await reader.goto('/');
    await reader.evaluate(() => navigator.clipboard.writeText(''));
    await page.bringToFront();
    await page.evaluate(script);
    await dialog.getByRole('button', { name: 'Copier le lien participant' }).click();
    await expect(dialog.getByRole('button', { name: 'Copié le lien participant' })).toBeVisible();
    await reader.bringToFront();
    const read = () => reader.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).toContain('/rejoindre/participant#');
  });
}
