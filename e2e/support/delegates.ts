// The delegates of a room, on its page. Addresses are those of the sandbox's accounts.

import { expect, type Locator, type Page } from '@playwright/test';
import { roomEntry } from './rooms.ts';

/** Opens the delegates of a room from the list of rooms. */
export async function openDelegates(page: Page, room: string): Promise<void> {
  await roomEntry(page, room)
    .getByRole('link', { name: `Délégués de «\u00a0${room}\u00a0»` })
    .click();
  await expect(page.getByRole('heading', { name: 'Délégués', level: 1 })).toBeVisible();
}

/** The field of the address. */
export const addressField = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Adresse électronique de votre collègue' });

/** The row of a delegate, by address or name. */
export const delegateRow = (page: Page, delegate: string): Locator =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: delegate });

/** Adds a delegate on the page. */
export async function addDelegate(page: Page, email: string): Promise<void> {
  await addressField(page).fill(email);
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(delegateRow(page, email)).toBeVisible();
}
