// Files that meetings get, and a delegate who adds one.

import type { APIRequestContext, Page } from '@playwright/test';
import { signIn } from '../../../../support/account.ts';
import { type Alone, startAlone } from '../../../../support/alone.ts';
import { meeting } from '../../../../support/conference.ts';
import { addDelegate, openDelegates } from '../../../../support/delegates.ts';
import { addFiles, fileRow, openFiles } from '../../../../support/files.ts';
import { createRoom, roomEntry } from '../../../../support/rooms.ts';
import { test as base, expect } from '../../../../support/test.ts';

const CAMILLE = 'camille.durand@exemple.education.fr';

const test = base.extend<{ alix: Page; camille: Page }, { alone: Alone }>({
  alone: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures
    async ({}, use, worker) => {
      const folder = worker.project.outputDir;
      const alone = await startAlone(
        {},
        {
          PARVIS_OIDC_AGENTS_SCOPES: 'openid profile email',
          PARVIS_FILES_DIR: `${folder}/files-${worker.workerIndex}`,
        },
      );
      await use(alone);
      await alone.end();
    },
    { scope: 'worker' },
  ],
  alix: async ({ alone, newPerson }, use) => {
    const page = await newPerson({ baseURL: alone.origin });
    await signIn(page, 'Alix Martin');
    await use(page);
  },
  camille: async ({ alone, newPerson }, use) => {
    const page = await newPerson({ baseURL: alone.origin });
    await signIn(page, 'Camille Durand');
    await use(page);
  },
});

/** The presentations of a room's meeting: name, whether it is shown, and whether it was fetched. */
async function documents(request: APIRequestContext, room: string, server: string) {
  const { documents = [] } = (await meeting(request, room, server)) ?? {};
  return documents.map(({ filename, current, size }) => [filename, current, size !== null]);
}

test('a new meeting gets the files, and one that runs gets another', async ({
  alix,
  alone,
  request,
}) => {
  const room = await createRoom(alix);
  await openFiles(alix, room);
  await addFiles(alix, 'a.pdf', 'b.pdf');
  const saved = alix.waitForResponse((response) => response.request().method() === 'PATCH');
  await fileRow(alix, 'b.pdf')
    .getByRole('checkbox', { name: /^Affiché en premier/ })
    .check();
  await saved;
  await alix.goto('/');
  const opens = alix.waitForEvent('popup');
  await roomEntry(alix, room)
    .getByRole('button', { name: /^Lancer/ })
    .click();
  await opens;
  await expect
    .poll(() => documents(request, room, alone.sandbox))
    .toEqual([
      ['a.pdf', false, true],
      ['b.pdf', true, true],
    ]);
  await openFiles(alix, room);
  await addFiles(alix, 'c.pdf');
  await fileRow(alix, 'c.pdf')
    .getByRole('button', { name: /^Ajouter à la réunion en cours/ })
    .click();
  const said = alix.getByRole('status').filter({ hasText: 'est transmis' });
  await expect(said).toBeAttached();
  const all = await documents(request, room, alone.sandbox);
  expect(all.at(-1)).toEqual(['c.pdf', false, true]);
});

test('a delegate adds files as the owner does', async ({ alix, camille }) => {
  const room = await createRoom(alix);
  await openDelegates(alix, room);
  await addDelegate(alix, CAMILLE);
  await openFiles(camille, room);
  await addFiles(camille, 'a.pdf');
  await alix.goto('/');
  await openFiles(alix, room);
  await expect(fileRow(alix, 'a.pdf')).toBeVisible();
});

test('where there is no store, no room leads to files', async ({ newPerson }) => {
  const alone = await startAlone({}, {});
  const page = await newPerson({ baseURL: alone.origin });
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const entry = roomEntry(page, room);
  await expect(entry.getByRole('link', { name: /^Enregistrements/ })).toBeVisible();
  await expect(entry.getByRole('link', { name: /^Fichiers/ })).toHaveCount(0);
  await page.close();
  await alone.end();
});
