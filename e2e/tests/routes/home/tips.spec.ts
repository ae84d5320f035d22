// Tooltips: the names of icons, and when a room was last used, for pointer, keyboard and screen readers.

import type { Locator, Page } from '@playwright/test';
import { signIn } from '../../../support/account.ts';
import { createRoom, roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

/** The text of an element's tooltip, while it is shown. */
const tipOf = (element: Locator) =>
  element.evaluate((node) => {
    const { content } = getComputedStyle(node, '::after');
    return content === 'none' ? undefined : content.split(' / ')[0]?.slice(1, -1);
  });

async function newRoom(page: Page): Promise<Locator> {
  await signIn(page, 'Alix Martin');
  return roomEntry(page, await createRoom(page));
}

test('a sign says what it means to the pointer and to the keyboard, until Escape', async ({
  page,
}) => {
  const room = await newRoom(page);
  const edit = room.getByRole('link', { name: 'Modifier' });
  const next = room.getByRole('link', { name: 'Délégués' });
  expect(await tipOf(edit)).toBeUndefined();
  await edit.hover();
  expect(await tipOf(edit)).toBe('Modifier');
  await page.keyboard.press('Escape');
  expect(await tipOf(edit)).toBeUndefined();
  await edit.focus();
  await page.mouse.move(0, 0);
  await page.keyboard.press('Tab');
  await expect(next).toBeFocused();
  expect(await tipOf(next)).toBe('Délégués');
  await page.keyboard.press('Escape');
  expect(await tipOf(next)).toBeUndefined();
  await page.keyboard.press('Shift+Tab');
  expect(await tipOf(edit)).toBe('Modifier');
});

test('Escape closes the tips of what is pointed at and what has the focus', async ({ page }) => {
  const room = await newRoom(page);
  const edit = room.getByRole('link', { name: 'Modifier' });
  const next = room.getByRole('link', { name: 'Délégués' });
  await edit.focus();
  await page.keyboard.press('Tab');
  await edit.hover();
  expect(await tipOf(edit)).toBe('Modifier');
  expect(await tipOf(next)).toBe('Délégués');
  await page.keyboard.press('Escape');
  expect(await tipOf(edit)).toBeUndefined();
  expect(await tipOf(next)).toBeUndefined();
  // Until the pointer moves on.
  await room.getByRole('button', { name: 'Supprimer' }).hover();
  expect(await tipOf(next)).toBe('Délégués');
});

test('the pointer may rest on a tip, which is seen whole and lies over no other button', async ({
  page,
}) => {
  const room = await newRoom(page);
  const edit = room.getByRole('link', { name: 'Modifier' });
  await edit.hover();
  const box = await edit.boundingBox();
  if (!box) throw new Error('the sign is not there');
  // Below the icon, and beyond the edge of its row.
  await page.mouse.move(box.x + box.width - 5, box.y + box.height + 10);
  expect(await tipOf(edit)).toBe('Modifier');
  const isOnIt = await edit.evaluate((node, [x, y]) => document.elementFromPoint(x, y) === node, [
    box.x + box.width - 5,
    box.y + box.height + 10,
  ] as const);
  expect(isOnIt).toBe(true);
  const height = await edit.evaluate((node) => {
    const { height, borderTopWidth, paddingTop } = getComputedStyle(node, '::after');
    return [height, borderTopWidth, borderTopWidth, paddingTop, paddingTop]
      .map((length) => Number.parseFloat(length))
      .reduce((sum, length) => sum + length);
  });
  const next = await page
    .getByRole('main')
    .getByRole('listitem')
    .nth(1)
    .getByRole('link', { name: 'Modifier' })
    .boundingBox();
  expect(box.y + box.height + height).toBeLessThanOrEqual(next?.y ?? 0);
});

test('a room says how long ago it was used, and when exactly', async ({ page }) => {
  const answered = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/api/v1/rooms'),
  );
  const room = await newRoom(page);
  const created = new Date((await (await answered).json()).created_at);
  await page.clock.setFixedTime(created);
  await page.reload();
  const when = room.getByText(/^Créée/);
  await expect(when).toContainText('Créée aujourd’hui');
  const star = room.getByRole('button', { name: 'Favori' });
  const day = created.toLocaleString('fr', { dateStyle: 'full' }).replace(/ 1 /, ' 1er ');
  await when.hover();
  expect(await tipOf(when)).toContain(day);
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  expect(await tipOf(when)).toBeUndefined();
  await star.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(star).toBeFocused();
  expect(await tipOf(when)).toContain(day);
  await page.keyboard.press('Escape');
  expect(await tipOf(when)).toBeUndefined();
  expect(await tipOf(star)).toBeUndefined();
  for (const [days, told] of [
    [1, 'hier'],
    [3, 'il y a 3 jours'],
    [13, 'il y a 13 jours'],
    [15, 'il y a 2 semaines'],
    [70, 'il y a 2 mois'],
    [400, 'il y a 13 mois'],
    [800, 'il y a 2 ans'],
  ] as const) {
    await page.clock.setFixedTime(created.getTime() + days * 86_400_000);
    await page.reload();
    await expect(when).toContainText(`Créée ${told}`);
  }
  await page.getByRole('banner').locator('summary').click();
  await page.getByRole('banner').getByRole('button', { name: 'English' }).click();
  await expect(room.getByText('Created 2 years ago')).toBeVisible();
});
