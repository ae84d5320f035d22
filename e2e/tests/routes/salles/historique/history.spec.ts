// The meetings of a room, past and running.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { signIn } from '../../../../support/account.ts';
import { portal } from '../../../../support/addresses.ts';
import { startAlone } from '../../../../support/alone.ts';
import { answerProblem } from '../../../../support/network.ts';
import { openRecordings, roomId } from '../../../../support/recordings.ts';
import { createRoom, openForm, roomEntry } from '../../../../support/rooms.ts';
import { expect, test } from '../../../../support/test.ts';

const ADDRESS = '**/api/v1/rooms/*/meetings';
const NOBODY = "Personne ne s'est encore réuni dans cette salle.";

const heading = (page: Page) => page.getByRole('heading', { name: 'Historique', level: 1 });
const meetings = (page: Page) => page.locator('.history').getByRole('listitem');

/** Starts the meeting of a room, or ends it, as the page of its owner does. */
async function call(page: Page, id: string, what: 'launch' | 'end'): Promise<void> {
  const answer = await page.request.post(`/api/v1/rooms/${id}/${what}`, {
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.ok()).toBe(true);
}

test('the history is reached from the recordings and from the form of a room, and leads back to its row', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await openForm(page, room);
  await page.getByRole('link', { name: 'Historique des réunions' }).click();
  await expect(heading(page)).toBeFocused();
  await expect(page.getByText(NOBODY)).toBeVisible();
  await expect(page.getByText(/365\sjours/)).toBeVisible();
  await page.getByRole('link', { name: 'Enregistrements de la salle' }).click();
  await page.getByRole('link', { name: 'Historique des réunions' }).click();
  await expect(page.getByText(`Salle «\u00a0${room}\u00a0»`, { exact: true })).toBeVisible();
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await expect(
    roomEntry(page, room).getByRole('link', { name: `Enregistrements de «\u00a0${room}\u00a0»` }),
  ).toBeFocused();
});

test('a meeting that runs says so, and one that has ended how long it was', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const id = await roomId(page, room);
  await call(page, id, 'launch');
  await openRecordings(page, room);
  await page.getByRole('link', { name: 'Historique des réunions' }).click();
  await expect(meetings(page)).toHaveCount(1);
  await expect(meetings(page).getByText('En cours', { exact: true })).toBeVisible();
  await expect(meetings(page)).toHaveText(/\d{4} à \d{2}:\d{2}/);
  await expectAccessible(page);
  await call(page, id, 'end');
  await expect(async () => {
    await page.reload();
    await expect(meetings(page).getByText("Moins d'une minute")).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expect(meetings(page).getByText('En cours', { exact: true })).toHaveCount(0);
});

test('a history that does not come is asked for again', async ({ page, expectConsoleError }) => {
  expectConsoleError(/status of 503 .*\/meetings/);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const id = await roomId(page, room);
  await answerProblem(page, ADDRESS, { status: 503, name: 'unavailable' });
  await page.goto(`/salles/${id}/historique`);
  await expect(page.getByText("L'historique n'a pas pu être affiché.")).toBeVisible();
  await page.unroute(ADDRESS);
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByText(NOBODY)).toBeVisible();
  await expect(heading(page)).toBeFocused();
});

test('an instance that keeps no history says so', async ({ newPerson }) => {
  const alone = await startAlone({}, { PARVIS_HISTORY_DAYS: '0' });
  try {
    const page = await newPerson({ baseURL: alone.origin });
    await signIn(page, 'Alix Martin');
    const room = await createRoom(page);
    const id = await roomId(page, room);
    await call(page, id, 'launch');
    await page.goto(`/salles/${id}/historique`);
    await expect(page.getByText("Ce service ne conserve pas l'historique")).toBeVisible();
    await expect(meetings(page)).toHaveCount(0);
    await page.close();
  } finally {
    await alone.end();
  }
});

test('nobody reports the end of a meeting without its address', async ({ page }) => {
  const answer = await page.request.get(`${portal}/api/v1/callbacks/meeting-ended?token=x`);
  expect(answer.status()).toBe(401);
});
