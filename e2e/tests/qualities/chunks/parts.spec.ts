// Parts of a page whose code is loaded when they are needed.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../../support/accessibility.ts';
import { chunksOf, saveData, stemOf } from '../../../support/chunks.ts';
import { choose, copied, copy, expect, messageOf, test } from '../../../support/sending.ts';

const calendar = (page: Page) => page.getByRole('link', { name: "Télécharger pour l'agenda" });
const code = (page: Page) => page.getByRole('img', { name: /^Code QR/ });
const openCode = (page: Page) => page.getByText('Le code QR du lien', { exact: true }).click();
const PARTS = [
  ['calendar', choose, calendar],
  ['qr', openCode, code],
] as const;

/** Opens the page by its address, as somebody who saves data. */
async function reopen(page: Page): Promise<() => string[]> {
  await saveData(page);
  // The pointer is on no part.
  await page.mouse.move(0, 0);
  const chunks = chunksOf(page);
  await page.reload();
  await expect(messageOf(page)).toBeVisible();
  await page.waitForLoadState('networkidle');
  return () => chunks().map(stemOf);
}

test('the calendar file and the QR code are loaded when they are asked for', async ({
  page,
  invitation,
}) => {
  const chunks = await reopen(page);
  await expect(messageOf(page)).toContainText(invitation.attendee);
  expect(chunks()).toContain('sending');
  for (const [name, ask, part] of PARTS) {
    expect(chunks()).not.toContain(name);
    await ask(page);
    await expect(part(page)).toBeVisible();
    expect(chunks()).toContain(name);
  }
  // Closed and opened again, the image is the same.
  const image = await code(page).elementHandle();
  await openCode(page);
  await expect(code(page)).toBeHidden();
  await openCode(page);
  await expect(code(page)).toBeVisible();
  expect(await image?.evaluate((element) => element.isConnected)).toBe(true);
});

test('a date that was chosen before the page was reloaded has its calendar file', async ({
  page,
  invitation,
}) => {
  await choose(page);
  await expect(calendar(page)).toBeVisible();
  await reopen(page);
  await expect(messageOf(page)).toContainText(invitation.attendee);
  await expect(calendar(page)).toBeVisible();
});

for (const [name, ask, part] of PARTS) {
  test(`the page says that its part "${name}" did not arrive, works on, and has it when it is tried again`, async ({
    page,
    invitation,
    expectConsoleError,
  }) => {
    expectConsoleError(new RegExp(`ERR_FAILED .*/assets/${name}-`));
    await reopen(page);
    const file = new RegExp(`/assets/${name}-\\w+\\.wasm$`);
    await page.route(file, (route) => route.abort());
    await ask(page);
    const alert = page
      .getByRole('alert')
      .filter({ hasText: 'Cette partie de la page ne peut pas être affichée.' });
    await expect(alert).toBeVisible();
    await expectAccessible(page);
    await expect(messageOf(page)).toContainText(invitation.attendee);
    await copy(page).click();
    await expect(copied(page)).toBeVisible();
    await page.unroute(file);
    await alert.getByRole('button', { name: 'Réessayer' }).click();
    await expect(part(page)).toBeVisible();
    await expect(alert).toHaveCount(0);
    // The pressed button is removed: the heading takes the focus.
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  });
}
