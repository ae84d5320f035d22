// Copying from the invite dialog in browsers that restrict the clipboard.

import { signIn } from '../../../../support/account.ts';
import { createRoom, openInvitation } from '../../../../support/rooms.ts';
import { expect, test } from '../../../../support/test.ts';

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
