// Actions of an owner on rooms.

import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';

/** The heading above the rooms. */
export const roomsHeading = (page: Page) =>
  page.getByRole('heading', { name: 'Mes salles de réunion' });

/** The field of a room's name, in its form. */
export const nameField = (page: Page) => page.getByRole('textbox', { name: 'Nom de la salle' });

/** A name that no other test uses, as the tests share one portal. */
export function uniqueName(name: string): string {
  return `${name} ${randomUUID().slice(0, 8)}`;
}

/** The room's entry in the list. */
export function roomEntry(page: Page, name: string): Locator {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });
}

/** The line in place of a deleted room. */
export function deletedEntry(page: Page, name: string): Locator {
  return page
    .getByRole('listitem')
    .filter({ hasText: `La salle «\u00a0${name}\u00a0» est supprimée` });
}

/** The names of the visible rooms, in their order. */
export async function shownNames(page: Page): Promise<string[]> {
  // The list is not in the layout for less than a frame while its rooms move.
  await expect(page.locator('#rooms')).toBeVisible();
  return page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ visible: true })
    .getByRole('heading')
    .allTextContents();
}

/** Waits until a list has this many rooms, of which a part is in the document. */
export async function expectLongList(page: Page, count: number): Promise<void> {
  const first = page.getByRole('main').getByRole('listitem').first();
  await expect(first).toHaveAttribute('aria-setsize', String(count));
}

/** Has every room of a long list in the document, as whoever opens the browser's own search. */
export async function renderAll(page: Page, count: number): Promise<void> {
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(count);
}

/** Scrolls down until a room is in view. */
export async function scrollTo(page: Page, room: string): Promise<Locator> {
  const entry = roomEntry(page, room);
  await expect(async () => {
    const isThere = (await entry.count()) > 0;
    if (!isThere) await page.mouse.wheel(0, 1_500);
    expect(isThere).toBe(true);
  }).toPass({ intervals: [50], timeout: 30_000 });
  await entry.scrollIntoViewIfNeeded();
  return entry;
}

/** Opens a room's form. */
export async function openForm(page: Page, room: string): Promise<void> {
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toHaveValue(room);
}

/** Renames the room whose form is open. */
export async function saveName(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill(name);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
}

/** Opens a room's form and renames the room. */
export async function rename(page: Page, room: string, name: string): Promise<void> {
  await openForm(page, room);
  await saveName(page, name);
}

/** Creates a room by the form; returns its name. */
export async function createRoom(page: Page, name = uniqueName('Réunion')): Promise<string> {
  // Tests of the page without rooms need an account that never has one.
  await expect(page.getByRole('banner')).not.toContainText('Dominique Bernard');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill(name);
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(roomEntry(page, name)).toBeVisible();
  return name;
}

/** Opens the invite dialog of a room. */
export async function openInvitation(page: Page, room: string): Promise<Locator> {
  await roomEntry(page, room).getByRole('link', { name: 'Inviter' }).click();
  const dialog = page.getByRole('dialog', { name: /^Invitez des participants à votre réunion/ });
  await expect(dialog.getByRole('button', { name: 'Copier le lien modérateur' })).toBeVisible();
  return dialog;
}

/** Renews the participant link from the room's form. */
export async function renewAttendeeLink(page: Page, room: string): Promise<void> {
  await openForm(page, room);
  await page.getByText('Paramètres avancés', { exact: true }).click();
  const renew = 'Renouveler le lien participant';
  await page.getByRole('button', { name: renew }).click();
  await page.getByRole('alert').getByRole('button', { name: renew }).click();
  await expect(page.getByRole('listitem').getByText('Voici le nouveau')).toBeVisible();
}
