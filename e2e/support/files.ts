// The files of a room, on its page.

import { expect, type Locator, type Page } from '@playwright/test';
import { roomEntry } from './rooms.ts';

/** The size of a part of an upload, in bytes. */
export const PART = 1024 * 1024;

/** The addresses that take parts of uploads. */
export const PARTS = /\/files\/[^/]+\/parts\?/;

/** A file that is a PDF by its first bytes. */
export function pdf(name: string, size = 1000): { name: string; mimeType: string; buffer: Buffer } {
  const buffer = Buffer.alloc(size, ' ');
  buffer.write('%PDF-1.7\n');
  return { name, mimeType: 'application/pdf', buffer };
}

/** Opens the files of a room from the list of rooms. */
export async function openFiles(page: Page, room: string): Promise<void> {
  await roomEntry(page, room)
    .getByRole('link', { name: `Fichiers de «\u00a0${room}\u00a0»` })
    .click();
  await expect(page.getByRole('heading', { name: 'Fichiers', level: 1 })).toBeVisible();
}

/** The field that adds files. */
export const addField = (page: Page): Locator => page.getByLabel('Ajouter un fichier');

/** The row of a file, or of its upload. */
export const fileRow = (page: Page, name: string): Locator =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true, level: 2 }) });

/** The names of the files, in their order. */
export const fileNames = (page: Page): Locator =>
  page.getByRole('main').getByRole('heading', { level: 2 });

/** A button of a file that the list has. */
export const fileButton = (page: Page, name: string, action: string): Locator =>
  fileRow(page, name).getByRole('button', { name: `${action} «\u00a0${name}\u00a0»` });

/** Adds files, and waits until they are there. */
export async function addFiles(page: Page, ...names: string[]): Promise<void> {
  await addField(page).setInputFiles(names.map((name) => pdf(name)));
  for (const name of names) await expect(fileButton(page, name, 'Renommer')).toBeVisible();
}
