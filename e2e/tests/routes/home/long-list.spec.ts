// A list that is longer than the document holds at once: what is rendered of it, for the keyboard, for assistive
// technologies, for the browser's own search and for printing.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { expectLongList, roomEntry, scrollTo } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

const ALL = 500;
/** The most rows in the document. */
const MOST = 64;

// A trace would take snapshots of all rows at each step.
test.use({ trace: 'off' });

test('wherever one scrolls the rooms are there, and few others', async ({ page }) => {
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, ALL);
  const rooms = page.getByRole('main').getByRole('listitem');
  const inView = () =>
    page.evaluate(() => {
      const row = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('li.room');
      return Number(row?.getAttribute('aria-posinset'));
    });
  for (const part of [0.5, 0.9, 0.2, 1]) {
    await page.evaluate((part) => {
      const { scrollHeight } = document.documentElement;
      window.scrollTo(0, (scrollHeight - innerHeight) * part);
    }, part);
    await expect.poll(inView).toBeGreaterThan((ALL - 100) * part);
    expect(await inView()).toBeLessThan(ALL * part + 50);
    await expect.poll(() => rooms.count()).toBeLessThan(MOST);
    await expectAccessible(page);
  }
  // The last one is the last: nothing is beneath it but the foot of the page.
  const last = rooms.last();
  await expect(last).toHaveAttribute('aria-posinset', String(ALL));
  await expect(last).toBeInViewport();
});

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1200 },
  { width: 390, height: 844 },
]) {
  test(`the first frame of the list has all rows in view, ${viewport.width} × ${viewport.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await signIn(page, 'Sacha Petit');
    await page.addInitScript(() => {
      const state = window as unknown as { first: Promise<number> };
      state.first = new Promise((resolve) => {
        new MutationObserver((_, observer) => {
          const rows = document.querySelectorAll('#rooms > li').length;
          if (rows === 0) return;
          observer.disconnect();
          resolve(rows);
        }).observe(document, { childList: true, subtree: true });
      });
    });
    await page.reload();
    await expectLongList(page, ALL);
    const { first, inView } = await page.evaluate(async () => {
      const { first } = window as unknown as { first: Promise<number> };
      const isInView = (row: Element) => row.getBoundingClientRect().top < innerHeight;
      const rows = [...document.querySelectorAll('#rooms > li')];
      return { first: await first, inView: rows.filter(isInView).length };
    });
    expect(inView).toBeGreaterThan(0);
    expect(first).toBeGreaterThanOrEqual(inView);
    // Building rows that nobody sees would delay the first ones.
    expect(first).toBeLessThanOrEqual(inView + 8);
  });
}

test('the frame that shows a search has hardly a new row out of view: those come later', async ({
  page,
}) => {
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, ALL);
  const search = page.getByRole('searchbox');
  await search.focus();
  await page.waitForLoadState('networkidle');
  // What the frame after the key has painted.
  await page.evaluate(() => {
    const state = window as unknown as { painted: Promise<{ added: number; outOfView: number }> };
    const before = new Set(document.querySelectorAll('li.room'));
    const isOut = (row: Element) => row.getBoundingClientRect().top > innerHeight;
    const count = () => {
      const rows = [...document.querySelectorAll('li.room')].filter((row) => !before.has(row));
      return { added: rows.length, outOfView: rows.filter(isOut).length };
    };
    state.painted = new Promise((resolve) => {
      // The second one before what the page does in that frame.
      const began = () =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(count())));
      addEventListener('keydown', began, { once: true, capture: true });
    });
  });
  // Some two hundred rooms have this digit in their names, most of which are not rendered yet.
  await search.press('4');
  const { added, outOfView } = await page.evaluate(
    () => (window as unknown as { painted: Promise<{ added: number; outOfView: number }> }).painted,
  );
  expect(added).toBeGreaterThan(0);
  // The number of results, which stands above the list, moves it down by a part of a row.
  expect(outOfView).toBeLessThan(4);
  await expect.poll(() => page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(8);
});

test('the row with the focus stays while one scrolls elsewhere', async ({ page }) => {
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, ALL);
  const star = roomEntry(page, 'Formation 5').getByRole('button', { name: 'Favori' });
  await star.focus();
  await scrollTo(page, 'Formation 405');
  await expect(star).toBeFocused();
  await expect(star).not.toBeInViewport();
  await expect(roomEntry(page, 'Formation 5')).toHaveAttribute('aria-posinset', '5');
  // The next key goes on from there, and the page with it.
  await page.keyboard.press('Tab');
  const start = roomEntry(page, 'Formation 5').getByRole('button', { name: 'Lancer' });
  await expect(start).toBeFocused();
  await expect(start).toBeInViewport();
  await expect(roomEntry(page, 'Commission académique 6')).toBeInViewport();
});

test('the key after the last control of such a row leads to the row after it', async ({ page }) => {
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, ALL);
  const last = roomEntry(page, 'Formation 5').getByRole('button', { name: 'Supprimer' });
  const next = roomEntry(page, 'Commission académique 6').getByRole('button', { name: 'Favori' });
  await last.focus();
  await scrollTo(page, 'Formation 405');
  await page.keyboard.press('Tab');
  await expect(next).toBeFocused();
  await expect(next).toBeInViewport();
  await scrollTo(page, 'Formation 405');
  await page.keyboard.press('Shift+Tab');
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
});

test('who closes an invitation that was opened by its address stands at its room', async ({
  page,
}) => {
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, ALL);
  const invite = (await scrollTo(page, 'Formation 305')).getByRole('link', { name: 'Inviter' });
  const address = (await invite.getAttribute('href')) ?? '';
  await page.goto(address);
  const dialog = page.getByRole('dialog', { name: /^Invitez des participants/ });
  await expect(dialog.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(invite).toBeFocused();
  await expect(invite).toBeInViewport();
});

test('by the keyboard alone one gets from row to row beyond those that were there', async ({
  page,
}) => {
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, ALL);
  const rooms = page.getByRole('main').getByRole('listitem');
  // The last link of the last row that is there, and on to the row after it.
  await rooms.last().getByRole('button').last().focus();
  const focused = page.locator('li:focus-within');
  const before = Number(await focused.getAttribute('aria-posinset'));
  expect(before).toBeLessThan(MOST);
  await page.keyboard.press('Tab');
  await expect(focused).toHaveAttribute('aria-posinset', String(before + 1));
});

test("the browser's own search and printing have all rooms", async ({ page }) => {
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, ALL);
  const rooms = page.getByRole('main').getByRole('listitem');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(rooms).toHaveCount(ALL);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(() => rooms.count()).toBeLessThan(MOST);
  await page.keyboard.press('Control+f');
  await expect(rooms).toHaveCount(ALL);
});
