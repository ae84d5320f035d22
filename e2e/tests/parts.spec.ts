// The app comes in parts: nobody downloads what is not for them, and whoever is taken for
// somebody else gets the right one.

import type { Page } from '@playwright/test';
import { signIn } from '../support/account.ts';
import { copiedBy } from '../support/clipboard.ts';
import { createRoom, openInvitation } from '../support/rooms.ts';
import { expect, test } from '../support/test.ts';

/** The parts whose wasm a page asks for from now on. */
function partsAskedFor(page: Page): string[] {
  const parts: string[] = [];
  page.on('request', (request) => {
    const [, part] = /\/assets\/(\w+)-[0-9a-f]+\.wasm$/.exec(request.url()) ?? [];
    if (part) parts.push(part);
  });
  return parts;
}

test('an agent loads the rooms, a guest the way in, and neither the other', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const link = await copiedBy(page, await openInvitation(page, room), 'le lien participant');
  const agent = partsAskedFor(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
  expect(agent).toEqual(['agents']);
  const visitor = await newPerson();
  const guest = partsAskedFor(visitor);
  await visitor.goto(link);
  await expect(visitor.getByRole('textbox', { name: 'Votre nom' })).toBeVisible();
  expect(guest).toEqual(['guests']);
});

test('whoever sends an invitation loads what that takes, and nothing twice', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const dialog = await openInvitation(page, await createRoom(page));
  const parts = partsAskedFor(page);
  const send = dialog.getByRole('link', { name: 'Envoyer une invitation complète' });
  // It is fetched as soon as somebody is about to go there.
  const fetched = page.waitForResponse(/\/assets\/sending-\w+\.wasm$/);
  await send.hover();
  await (await fetched).finished();
  expect(parts).toEqual(['sending']);
  await send.click();
  await expect(page.getByRole('button', { name: "Copier l'invitation" })).toBeVisible();
  const again = await page.evaluate(() => {
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return all.filter(({ name }) => name.endsWith('.wasm')).map(({ transferSize }) => transferSize);
  });
  expect(again).toEqual([0]);
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
  const others = parts.filter((part) => part !== 'sending');
  expect(others).toEqual(['agents']);
});

test('an agent whom the browser does not remember gets the rooms all the same', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  await page.evaluate(() => localStorage.removeItem('parvis.agent'));
  const parts = partsAskedFor(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
  expect(parts).toEqual(['guests', 'agents']);
  // From then on it does.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
  expect(parts).toEqual(['guests', 'agents', 'agents']);
});

test.describe('with errors in the console, as the server refuses', () => {
  // What the page asks for in between, it is refused.
  test.use({ expectedErrors: /status of 401/ });

  test('somebody who was an agent here and is signed out gets the way to sign in', async ({
    page,
    context,
  }) => {
    await signIn(page, 'Alix Martin');
    await context.clearCookies({ name: 'parvis' });
    const parts = partsAskedFor(page);
    await page.reload();
    await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
    expect(parts).toEqual(['agents', 'guests', 'guests']);
  });
});

test('a browser that stores nothing keeps nobody from anything', async ({ page }) => {
  await page.addInitScript(() => {
    for (const storage of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, storage, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  await signIn(page, 'Alix Martin');
  await createRoom(page);
  await page.goto('/salles/nouvelle');
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toHaveValue('');
});

test('from the help of one part to the rooms of the other, and back', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.goto('/aide/droits');
  await expect(page.getByRole('heading', { name: 'Modérateurs', exact: true })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Alix Martin');
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Modérateurs', exact: true })).toBeVisible();
});
