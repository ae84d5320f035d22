// Toasts.

import { expectAccessible } from '../../support/accessibility.ts';
import { signIn } from '../../support/account.ts';
import { createRoom, rename, uniqueName } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

test('what was done is told where it is seen, and goes by itself', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const told = page.getByText(`La salle «\u00a0${room}\u00a0» est créée.`);
  await expect(told).toBeVisible();
  await expect(told).toBeInViewport();
  // The test does not wait until the toast disappears: after six seconds, unless the pointer is on it.
  const goes = await page.locator('.toast').evaluate((toast) => {
    const [animation] = toast.getAnimations();
    const { delay, duration } = animation?.effect?.getComputedTiming() ?? {};
    animation?.finish();
    return [delay, duration];
  });
  expect(goes).toEqual([6_000, 0]);
  await expect(told).toBeHidden();
  await rename(page, room, uniqueName('Autre nom'));
  const saved = page.getByText('La salle est enregistrée.');
  await expect(saved).toBeVisible();
  await saved.hover();
  await expectAccessible(page);
  await page.getByRole('status').getByRole('button', { name: 'Fermer' }).click();
  await expect(saved).toHaveCount(0);
});
