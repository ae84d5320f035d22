// Sending files to a room: progress, cuts, refusals.

import { rm, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { signIn } from '../../../../support/account.ts';
import {
  addField,
  addFiles,
  fileButton,
  fileNames,
  fileRow,
  openFiles,
  PART,
  PARTS,
  pdf,
} from '../../../../support/files.ts';
import { answerProblem, fulfillWithProblem, holdAnswers } from '../../../../support/network.ts';
import { createRoom } from '../../../../support/rooms.ts';
import { expect, test } from '../../../../support/test.ts';

/** Where the parts begin that the page has sent, in their order; grows. */
function offsetsSent(page: Page): number[] {
  const offsets: number[] = [];
  page.on('request', (request) => {
    const { searchParams } = new URL(request.url());
    if (PARTS.test(request.url())) offsets.push(Number(searchParams.get('offset')));
  });
  return offsets;
}

test.beforeEach(({ page }) => signIn(page, 'Alix Martin'));

test('a file is sent in parts, says how far it is, and is announced when it is there', async ({
  page,
}) => {
  const room = await createRoom(page);
  await openFiles(page, room);
  await expect(page.getByText("Cette salle n'a pas encore de fichier.")).toBeVisible();
  const secondPart = /\/parts\?offset=1048576$/;
  const release = await holdAnswers(page, secondPart);
  await addField(page).setInputFiles(pdf('Cours.pdf', 2 * PART));
  const row = fileRow(page, 'Cours.pdf');
  await expect(row.getByRole('progressbar', { name: 'Cours.pdf' })).toHaveJSProperty('value', 50);
  await expect(row.getByText('Envoi\u00a0: 50\u00a0%', { exact: true })).toBeVisible();
  release();
  await expect(fileButton(page, 'Cours.pdf', 'Renommer')).toBeVisible();
  await expect(row.getByText(/^PDF · 3\sMo/)).toBeVisible();
  const said = page.getByRole('status').filter({ hasText: 'est ajouté' });
  await expect(said).toBeAttached();
  await page.reload();
  await expect(fileNames(page)).toHaveText(['Cours.pdf']);
});

test('several files are sent one after the other, and stand in that order', async ({ page }) => {
  const room = await createRoom(page);
  await openFiles(page, room);
  await addFiles(page, 'b.pdf', 'a.pdf', 'c.pdf');
  await expect(fileNames(page)).toHaveText(['b.pdf', 'a.pdf', 'c.pdf']);
});

test('an upload that is cut goes on where it was, at once if one wants', async ({
  page,
  allowConsoleError,
}) => {
  allowConsoleError(/ERR_FAILED .*\/parts/);
  const room = await createRoom(page);
  await openFiles(page, room);
  const offsets = offsetsSent(page);
  await page.route(PARTS, async (route) => {
    if (route.request().url().endsWith(`=${PART}`)) return route.abort();
    return route.fallback();
  });
  await addField(page).setInputFiles(pdf('Cours.pdf', 3 * PART));
  const row = fileRow(page, 'Cours.pdf');
  await expect(row.getByText(/^La connexion est coupée à 33\s%/)).toBeVisible();
  await page.unroute(PARTS);
  // It may have gone on by itself by now.
  const resume = row.getByRole('button', { name: /^Reprendre/ });
  await resume.click({ timeout: 1_000 }).catch(() => undefined);
  await expect(fileButton(page, 'Cours.pdf', 'Renommer')).toBeVisible();
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
  expect(offsets.at(-1)).toBe(2 * PART);
});

test('a part whose answer is lost is not sent twice', async ({ page, allowConsoleError }) => {
  allowConsoleError(/ERR_FAILED .*\/parts/);
  const room = await createRoom(page);
  await openFiles(page, room);
  const offsets = offsetsSent(page);
  let lost = 0;
  await page.route(PARTS, async (route) => {
    if (lost > 0) return route.fallback();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await addField(page).setInputFiles(pdf('Cours.pdf', 2 * PART));
  await expect(fileButton(page, 'Cours.pdf', 'Renommer')).toBeVisible();
  const row = fileRow(page, 'Cours.pdf');
  const address = await row.getByRole('link', { name: /^Télécharger/ }).getAttribute('href');
  const content = await (await page.request.get(address ?? '')).body();
  expect(content.equals(pdf('Cours.pdf', 2 * PART).buffer)).toBe(true);
  expect(offsets).toEqual([0, PART]);
});

test('an upload that is given up is gone, and the next one is sent', async ({ page }) => {
  const room = await createRoom(page);
  await openFiles(page, room);
  const release = await holdAnswers(page, PARTS);
  await addField(page).setInputFiles([pdf('a.pdf'), pdf('b.pdf')]);
  await expect(fileRow(page, 'b.pdf').getByText("En attente de l'envoi précédent")).toBeVisible();
  await fileRow(page, 'a.pdf')
    .getByRole('button', { name: /^Annuler l'envoi/ })
    .click();
  await expect(fileRow(page, 'a.pdf')).toHaveCount(0);
  release();
  await expect(fileButton(page, 'b.pdf', 'Renommer')).toBeVisible();
  await page.reload();
  await expect(fileNames(page)).toHaveText(['b.pdf']);
});

test('a content that is not what its name says is refused with a sentence', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/415 .*\/parts/);
  const room = await createRoom(page);
  await openFiles(page, room);
  await addField(page).setInputFiles({
    name: 'Cours.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ a program'),
  });
  const row = fileRow(page, 'Cours.pdf');
  await expect(row.getByRole('alert')).toContainText("Le fichier n'a pas été ajouté.");
  await expect(row.getByRole('alert')).toContainText("n'est pas d'un type accepté");
  await row.getByRole('button', { name: /^Retirer de la liste/ }).click();
  await expect(page.getByText("Cette salle n'a pas encore de fichier.")).toBeVisible();
});

test('a file that is too large, and a room that is full, are told', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/413 .*\/files/);
  expectConsoleError(/409 .*\/files/);
  const room = await createRoom(page);
  await openFiles(page, room);
  await addField(page).setInputFiles(pdf('Gros.pdf', 30_000_001));
  const large = fileRow(page, 'Gros.pdf').getByRole('alert');
  await expect(large).toContainText('30\u00a0Mo au plus');
  await answerProblem(page, /\/files$/, {
    status: 409,
    name: 'file-limit',
    members: { limit: 20 },
  });
  await addField(page).setInputFiles(pdf('Petit.pdf'));
  const full = fileRow(page, 'Petit.pdf').getByRole('alert');
  await expect(full).toContainText('autant de fichiers que possible');
});

for (const [why, answer] of [
  ['the web server while the backend restarts', 'proxy'],
  ['a disk that is full', 'full'],
] as const) {
  test(`an upload that is held up by ${why} goes on`, async ({ page, expectConsoleError }) => {
    expectConsoleError(/50[27] .*\/parts/);
    const room = await createRoom(page);
    await openFiles(page, room);
    const offsets = offsetsSent(page);
    await page.route(PARTS, async (route) => {
      if (!route.request().url().endsWith(`=${PART}`)) return route.fallback();
      if (answer === 'full') {
        return fulfillWithProblem(route, { status: 507, name: 'storage-full' });
      }
      return route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' });
    });
    await addField(page).setInputFiles(pdf('Cours.pdf', 2 * PART));
    const row = fileRow(page, 'Cours.pdf');
    await expect(row.getByText(/^Le service ne peut pas recevoir la suite/)).toBeVisible();
    await expect(row.getByRole('alert')).toHaveCount(0);
    await page.unroute(PARTS);
    // It may have gone on by itself by now.
    const resume = row.getByRole('button', { name: /^Reprendre/ });
    await resume.click({ timeout: 1_000 }).catch(() => undefined);
    await expect(fileButton(page, 'Cours.pdf', 'Renommer')).toBeVisible();
    expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
  });
}

test('what was sent of an upload that is refused does not count, and is deleted', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/415 .*\/parts/);
  const room = await createRoom(page);
  await openFiles(page, room);
  const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await page.route(PARTS, async (route) => {
    if (!route.request().url().endsWith(`=${PART}`)) return route.fallback();
    return fulfillWithProblem(route, { status: 415, name: 'file-type-refused' });
  });
  await addField(page).setInputFiles(pdf('Cours.pdf', 2 * PART));
  const row = fileRow(page, 'Cours.pdf');
  await expect(row.getByRole('alert')).toContainText("n'est pas d'un type accepté");
  expect((await deleted).status()).toBe(204);
  await page.reload();
  await expect(page.getByText("Cette salle n'a pas encore de fichier.")).toBeVisible();
});

test('a file that is gone from the device is refused with a sentence, and the next one is sent', async ({
  page,
  allowConsoleError,
}, testInfo) => {
  allowConsoleError(/ERR_.*\/parts/);
  const room = await createRoom(page);
  await openFiles(page, room);
  const gone = testInfo.outputPath('Perdu.pdf');
  const there = testInfo.outputPath('Cours.pdf');
  await writeFile(gone, pdf('Perdu.pdf', 2 * PART).buffer);
  await writeFile(there, pdf('Cours.pdf').buffer);
  const release = await holdAnswers(page, /\/files$/);
  await addField(page).setInputFiles([gone, there]);
  const row = fileRow(page, 'Perdu.pdf');
  await expect(row.getByRole('progressbar')).toBeVisible();
  await rm(gone);
  release();
  await expect(row.getByRole('alert')).toContainText('ne peut plus être lu sur votre appareil');
  await expect(fileButton(page, 'Cours.pdf', 'Renommer')).toBeVisible();
  await page.reload();
  await expect(fileNames(page)).toHaveText(['Cours.pdf']);
});

test('a refused upload takes no place, and the field of a full room keeps the focus', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/415 .*\/parts/);
  // As in a room that may have one file.
  await page.route(/\/files$/, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    return route.fulfill({ response, json: { ...(await response.json()), max_files: 1 } });
  });
  const room = await createRoom(page);
  await openFiles(page, room);
  const field = addField(page);
  await field.setInputFiles({ ...pdf('Faux.pdf'), buffer: Buffer.from('MZ a program') });
  await expect(fileRow(page, 'Faux.pdf').getByRole('alert')).toBeVisible();
  await expect(field).not.toHaveAttribute('aria-disabled');
  await field.focus();
  await addFiles(page, 'Cours.pdf');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-disabled', 'true');
  await expect(field).toHaveAccessibleDescription(/^Une salle a un fichier au plus/);
  await expectAccessible(page);
});
