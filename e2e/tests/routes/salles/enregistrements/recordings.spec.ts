// The recordings of a room: what is shown, played, copied, renamed, withdrawn, deleted and restored.

import { expectAccessible } from '../../../../support/accessibility.ts';
import { signIn } from '../../../../support/account.ts';
import { sandbox } from '../../../../support/addresses.ts';
import { copiedBy } from '../../../../support/clipboard.ts';
import {
  addRecordings,
  openRecordings,
  recordingNames,
  recordingRow,
  renameButton,
  renameRecording,
  roomId,
} from '../../../../support/recordings.ts';
import { createRoom, roomEntry, roomsHeading, uniqueName } from '../../../../support/rooms.ts';
import { expect, test } from '../../../../support/test.ts';

const ADDRESSES = '**/api/v1/rooms/*/recordings/*';

test.beforeEach(({ page }) => signIn(page, 'Alix Martin'));

test('a room without recordings says how to make one', async ({ page }) => {
  const room = await createRoom(page);
  await openRecordings(page, room);
  await expect(page.getByText("Cette salle n'a pas encore d'enregistrement.")).toBeVisible();
  await page.getByRole('link', { name: 'Options de la salle' }).click();
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toHaveValue(room);
});

test('recordings stand the newest first, with date, length and size, and each is played in a window of its own', async ({
  page,
}) => {
  const room = await createRoom(page);
  await addRecordings(page.request, await roomId(page, room), 'Conseil', 2);
  await openRecordings(page, room);
  await expect(page.getByText(`Salle «\u00a0${room}\u00a0»`, { exact: true })).toBeVisible();
  await expect(recordingNames(page)).toHaveText(['Conseil', 'Conseil']);
  const dates = await page.locator('.recording__facts').allTextContents();
  for (const facts of dates)
    expect(facts).toMatch(/\d{4} à \d{2}:\d{2} · 1\s?h\s5\s?min · \d+\s?[kMG]o$/);
  const row = recordingRow(page, 'Conseil').first();
  const opens = page.waitForEvent('popup');
  await row.getByRole('link', { name: /^Lire la présentation/ }).click();
  const player = await opens;
  await player.waitForLoadState();
  expect(new URL(player.url()).origin).toBe(sandbox);
  // The conference server is not told where it was found.
  expect(await player.evaluate(() => document.referrer)).toBe('');
});

test('a list that lacks recordings says so, and what to do', async ({ page }) => {
  const room = await createRoom(page);
  await addRecordings(page.request, await roomId(page, room), 'Conseil');
  await page.route('**/api/v1/rooms/*/recordings', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), is_incomplete: true } });
  });
  await openRecordings(page, room);
  await expect(recordingNames(page)).toHaveText(['Conseil']);
  const told = page.getByRole('alert');
  await expect(told).toContainText('Tous les enregistrements ne sont pas affichés');
  await expect(told).toContainText("Supprimez ceux dont vous n'avez plus besoin");
  await expectAccessible(page);
});

test('the link of a recording is copied as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const room = await createRoom(page);
  await addRecordings(page.request, await roomId(page, room), 'Conseil');
  await openRecordings(page, room);
  const row = recordingRow(page, 'Conseil');
  const link = row.getByRole('link', { name: /^Lire la présentation/ });
  const address = await copiedBy(
    page,
    row,
    'le lien vers «\u00a0Conseil\u00a0» (Lire la présentation)',
  );
  expect(address).toBe(await link.getAttribute('href'));
});

test('a recording is renamed in its row, by keyboard, and keeps its name', async ({ page }) => {
  const room = await createRoom(page);
  await addRecordings(page.request, await roomId(page, room), 'Conseil');
  await openRecordings(page, room);
  await renameButton(page, 'Conseil').focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: /^Nouveau nom/ });
  await expect(field).toBeFocused();
  await field.fill('  ');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleDescription('Saisissez un nom.');
  await field.fill('Conseil de classe');
  await page.keyboard.press('Enter');
  await expect(renameButton(page, 'Conseil de classe')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Conseil de classe' })).toBeAttached();
  await page.reload();
  await expect(recordingNames(page)).toHaveText(['Conseil de classe']);
});

test('two people who rename one recording both see the last name', async ({ page, newPerson }) => {
  const room = await createRoom(page);
  await addRecordings(page.request, await roomId(page, room), 'Conseil');
  await openRecordings(page, room);
  const other = await newPerson();
  await signIn(other, 'Alix Martin');
  await openRecordings(other, room);
  await renameRecording(page, 'Conseil', 'Conseil du matin');
  await expect(recordingNames(page)).toHaveText(['Conseil du matin']);
  await renameRecording(other, 'Conseil', 'Conseil du soir');
  await expect(recordingNames(other)).toHaveText(['Conseil du soir']);
  await page.reload();
  await expect(recordingNames(page)).toHaveText(['Conseil du soir']);
});

test('a name that is refused is taken back, and stands in the field again', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/503 .*\/recordings/);
  const room = await createRoom(page);
  await addRecordings(page.request, await roomId(page, room), 'Conseil');
  await openRecordings(page, room);
  await page.route(ADDRESSES, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      json: { type: 'urn:parvis:problem:conference-unreachable', title: '', status: 503 },
    }),
  );
  await renameRecording(page, 'Conseil', 'Conseil refusé');
  await expect(page.getByRole('alert')).toContainText("L'enregistrement n'a pas été renommé.");
  await expect(recordingNames(page)).toHaveText(['Conseil']);
  const field = page.getByRole('textbox', { name: /^Nouveau nom/ });
  await expect(field).toHaveValue('Conseil refusé');
  await page.unroute(ADDRESSES);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(recordingNames(page)).toHaveText(['Conseil refusé']);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a recording that is withdrawn cannot be played until it is published again', async ({
  page,
}) => {
  const room = await createRoom(page);
  await addRecordings(page.request, await roomId(page, room), 'Conseil');
  await openRecordings(page, room);
  const row = recordingRow(page, 'Conseil');
  const play = row.getByRole('link', { name: /^Lire/ });
  const address = (await play.first().getAttribute('href')) ?? '';
  const published = row.getByRole('checkbox', { name: /^Publié/ });
  await published.uncheck();
  await expect(row.getByText('Non publié')).toBeVisible();
  await expect(play).toHaveCount(0);
  await expect.poll(async () => (await page.request.get(address)).status()).toBe(404);
  await published.check();
  await expect(play.first()).toBeVisible();
  await expect.poll(async () => (await page.request.get(address)).status()).toBe(200);
});

test('a recording is deleted at once and restored, with the focus on what is pressed next', async ({
  page,
}) => {
  const room = await createRoom(page);
  await addRecordings(page.request, await roomId(page, room), 'Conseil');
  await openRecordings(page, room);
  await page.getByRole('button', { name: 'Supprimer «\u00a0Conseil\u00a0»' }).click();
  const undo = page.getByRole('button', { name: /^Annuler/ });
  await expect(undo).toBeFocused();
  const said = "L'enregistrement «\u00a0Conseil\u00a0» est supprimé.";
  await expect(page.getByRole('listitem').filter({ hasText: said })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: said })).toBeAttached();
  await page.reload();
  await expect(recordingNames(page)).toHaveCount(0);
  await page.getByRole('button', { name: /^Annuler/ }).click();
  const erase = page.getByRole('button', { name: 'Supprimer «\u00a0Conseil\u00a0»' });
  await expect(erase).toBeFocused();
  await page.reload();
  await expect(recordingNames(page)).toHaveText(['Conseil']);
});

test('a recording that the server has lost is said to be gone, and leaves the list', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/404 .*\/recordings/);
  const room = await createRoom(page);
  const [id] = await addRecordings(page.request, await roomId(page, room), 'Perdu');
  await addRecordings(page.request, await roomId(page, room), 'Conseil');
  await openRecordings(page, room);
  await page.request.delete(`${sandbox}/_sandbox/recordings`, { data: { id } });
  await recordingRow(page, 'Perdu')
    .getByRole('checkbox', { name: /^Publié/ })
    .click();
  await expect(recordingNames(page)).toHaveText(['Conseil']);
  await expect(page.getByRole('alert')).toContainText("Votre changement n'a pas été enregistré.");
});

test('going back leads to the room whose recordings were shown', async ({ page }) => {
  const room = await createRoom(page, uniqueName('Retour'));
  await openRecordings(page, room);
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await expect(roomsHeading(page)).toBeVisible();
  await expect(roomEntry(page, room).getByRole('link', { name: /^Enregistrements/ })).toBeFocused();
});
