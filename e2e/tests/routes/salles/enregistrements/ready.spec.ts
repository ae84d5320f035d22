// Recordings that become ready, and conference servers that protect recordings.

import { signIn } from '../../../../support/account.ts';
import { portal } from '../../../../support/addresses.ts';
import { startAlone } from '../../../../support/alone.ts';
import {
  addRecordings,
  openRecordings,
  recordingNames,
  recordingRow,
  roomId,
} from '../../../../support/recordings.ts';
import { createRoom, roomEntry } from '../../../../support/rooms.ts';
import { expect, test } from '../../../../support/test.ts';

const READY = '/api/v1/callbacks/recording-ready';

test('a recording that becomes ready is told on the room, and on the page that is open, without a reload', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const id = await roomId(page, room);
  const badge = roomEntry(page, room).getByText('Nouvel enregistrement');
  await expect(page.getByText(/^En ce moment/)).toBeVisible();
  await addRecordings(page.request, id, 'Conseil', 1, { ready_url: `${portal}${READY}` });
  await expect(badge).toBeVisible();
  const seen = page.waitForResponse(/\/recordings\/seen$/);
  await openRecordings(page, room);
  await expect(recordingNames(page)).toHaveText(['Conseil']);
  expect((await seen).status()).toBe(204);
  const seenAgain = page.waitForResponse(/\/recordings\/seen$/);
  await addRecordings(page.request, id, 'Atelier', 1, { ready_url: `${portal}${READY}` });
  await expect(recordingNames(page).filter({ hasText: 'Atelier' })).toBeVisible();
  expect((await seenAgain).status()).toBe(204);
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await expect(roomEntry(page, room)).toBeVisible();
  await expect(badge).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/^En ce moment/)).toBeVisible();
  await expect(badge).toHaveCount(0);
});

test('nobody tells the portal of a recording but the conference server', async ({ page }) => {
  const answer = await page.request.post(`${portal}${READY}`, {
    form: { signed_parameters: 'eyJhbGciOiJub25lIn0.eyJtZWV0aW5nX2lkIjoiMSJ9.' },
  });
  expect(answer.status()).toBe(401);
});

test('where the server can, a recording is protected; where the instance says so, its end is shown', async ({
  newPerson,
  allowConsoleError,
}) => {
  // Of the link that has served somebody else, if its window gets as far.
  allowConsoleError(/status of 404 .*\/playback\//);
  const alone = await startAlone(
    { protection: { tokens: { milliseconds: 60_000 } } },
    { PARVIS_RECORDINGS_DAYS: '30' },
  );
  try {
    const page = await newPerson({ baseURL: alone.origin });
    await signIn(page, 'Alix Martin');
    const room = await createRoom(page);
    const id = await roomId(page, room);
    await addRecordings(page.request, id, 'Conseil', 1, {}, alone.sandbox);
    await openRecordings(page, room);
    const row = recordingRow(page, 'Conseil');
    await expect(
      row.getByText(/^Sera supprimé automatiquement le \d+(er)? \p{L}+ \d{4}$/u),
    ).toBeVisible();
    const protects = row.getByRole('checkbox', { name: /^Protégé/ });
    await expect(protects).toBeChecked();
    const play = row.getByRole('link', { name: /^Lire la présentation/ });
    const once = (await play.getAttribute('href')) ?? '';
    const others = await (await newPerson()).request.get(once);
    expect(others.status()).toBe(200);
    // It has served somebody else.
    expect((await page.request.get(once)).ok()).toBe(false);
    // A use is followed by a new link.
    const opens = page.waitForEvent('popup');
    await play.click();
    await opens;
    await expect(play).not.toHaveAttribute('href', once);
    await protects.uncheck();
    await expect(play).toHaveAttribute('href', /^[^?]*$/);
    await page.reload();
    await expect(protects).not.toBeChecked();
    // Before its portal ends, whose events it listens to.
    await page.close();
  } finally {
    await alone.end();
  }
});
