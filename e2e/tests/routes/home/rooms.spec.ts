// The list of rooms: favourites, and launching a meeting.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { sandbox } from '../../../support/addresses.ts';
import { whoIsIn } from '../../../support/conference.ts';
import { holdAnswers, loseAnswers } from '../../../support/network.ts';
import { createRoom, roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('somebody without a room reads what one is and is offered to create one', async ({ page }) => {
  await signIn(page, 'Dominique Bernard');
  await expect(page.getByText('Une salle permanente vous appartient')).toBeVisible();
  await page.getByRole('link', { name: 'Créer ma première salle' }).click();
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toBeVisible();
});

test('the first room takes the place of the explanation', async ({ page }) => {
  await signIn(page, 'Dominique Bernard');
  // The response is mocked, because other tests depend on Dominique having no rooms.
  const first = {
    id: '01990000-0000-7000-8000-000000000001',
    name: 'La toute première',
    favourite: false,
    created_at: '2026-02-12T09:30:00Z',
  };
  await page.route('**/api/v1/rooms', (route) => route.fulfill({ status: 201, json: first }));
  await page.route('**/api/v1/bootstrap', async (route) => {
    const response = await route.fetch();
    const bootstrap = await response.json();
    bootstrap.rooms = { ...bootstrap.rooms, total: 1, items: [first] };
    await route.fulfill({ response, json: bootstrap });
  });
  await page.getByRole('link', { name: 'Créer ma première salle' }).click();
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill(first.name);
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(roomEntry(page, first.name).getByRole('link', { name: 'Inviter' })).toBeFocused();
  await expect(page.getByText('Une salle permanente vous appartient')).toHaveCount(0);
  await expectAccessible(page);
});

test('three rooms are in view without scrolling', async ({ page }) => {
  await signIn(page, 'Camille Durand');
  const third = page.getByRole('main').getByRole('listitem').nth(2);
  await expect(third.getByRole('link', { name: 'Inviter' })).toBeInViewport({ ratio: 1 });
});

test('a new room stands first, with the focus on inviting to it', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await expect(page.getByRole('status').filter({ hasText: room })).toContainText('est créée');
  await expect(roomEntry(page, room).getByRole('link', { name: 'Inviter' })).toBeFocused();
});

test('a star is there at once, and still after a reload', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const star = roomEntry(page, room).getByRole('button', { name: 'Favori' });
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  // The server's response is held back until the star is shown as pressed.
  const release = await holdAnswers(page, '**/favourite');
  const saved = page.waitForResponse((response) => response.url().endsWith('/favourite'));
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  release();
  await saved;
  await page.reload();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
});

test('"Lancer" opens the conference in a new window, as a moderator', async ({ page, request }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const opened = page.waitForEvent('popup');
  await roomEntry(page, room).getByRole('button', { name: 'Lancer' }).click();
  const conference = await opened;
  await conference.waitForURL(`${sandbox}/html5client/**`);
  await expect.poll(() => whoIsIn(request, room)).toEqual(['Alix Martin: MODERATOR']);
  expect(await conference.evaluate(() => window.opener)).toBeNull();
});

test('a star that cannot be kept is taken back, and that is said', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/favourite/);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await page.route('**/favourite', (route) => route.abort());
  const entry = roomEntry(page, room);
  await entry.getByRole('button', { name: 'Favori' }).click();
  await expect(entry.getByRole('alert')).toContainText(
    "Le changement de favori n'a pas été enregistré.",
  );
  await expect(entry.getByRole('button', { name: 'Favori' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});

test('a launch that fails leaves no window behind and says why', async ({
  page,
  request,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/launch/);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const mend = await loseAnswers(page, '**/launch', 'POST');
  const opened = page.waitForEvent('popup');
  await roomEntry(page, room).getByRole('button', { name: 'Lancer' }).click();
  const window = await opened;
  await expect(roomEntry(page, room).getByRole('alert')).toContainText("n'a pas été lancée");
  await expect.poll(() => window.isClosed()).toBe(true);
  // The meeting is running: a second launch joins it.
  await mend();
  const again = page.waitForEvent('popup');
  await roomEntry(page, room).getByRole('button', { name: 'Lancer' }).click();
  await (await again).waitForURL(`${sandbox}/html5client/**`);
  await expect(roomEntry(page, room).getByRole('alert')).toHaveCount(0);
  await expect.poll(() => whoIsIn(request, room)).toEqual(['Alix Martin: MODERATOR']);
});
