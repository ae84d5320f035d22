// The recordings of a room, on its page and on the sandbox's conference server.

import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import { sandbox } from './addresses.ts';
import { roomEntry } from './rooms.ts';

/** The identifier of a room in the list. */
export async function roomId(page: Page, room: string): Promise<string> {
  const link = roomEntry(page, room).getByRole('link', { name: `Modifier «\u00a0${room}\u00a0»` });
  const [, , id] = ((await link.getAttribute('href')) ?? '').split('/');
  if (!id) throw new Error(`no room ${room}`);
  return id;
}

/** Adds recordings of a room, an hour apart; returns their identifiers on the conference server, the oldest first. */
export async function addRecordings(
  request: APIRequestContext,
  room: string,
  name: string,
  count = 1,
  others: { ready_url?: string } = {},
  server = sandbox,
): Promise<string[]> {
  const answer = await request.post(`${server}/_sandbox/recordings`, {
    data: { meeting_id: room, name, count, minutes: 65, ...others },
  });
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as string[];
}

/** Opens the recordings of a room from the list of rooms. */
export async function openRecordings(page: Page, room: string): Promise<void> {
  await roomEntry(page, room)
    .getByRole('link', { name: `Enregistrements de «\u00a0${room}\u00a0»` })
    .click();
  await expect(page.getByRole('heading', { name: 'Enregistrements', level: 1 })).toBeVisible();
}

/** The row of a recording. */
export const recordingRow = (page: Page, name: string): Locator =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true, level: 2 }) });

/** The names of the recordings, in their order. */
export const recordingNames = (page: Page): Locator =>
  page.getByRole('main').getByRole('heading', { level: 2 });

/** The recording's button that opens the field of its name. */
export const renameButton = (page: Page, name: string): Locator =>
  recordingRow(page, name).getByRole('button', { name: `Renommer «\u00a0${name}\u00a0»` });

/** Renames a recording. */
export async function renameRecording(page: Page, name: string, newName: string): Promise<void> {
  await renameButton(page, name).click();
  const field = page.getByRole('textbox', { name: /^Nouveau nom/ });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(name);
  await field.fill(newName);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
}
