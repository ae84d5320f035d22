// Pages come in chunks, fetched when they are needed: each address by itself, what happens to one that does
// not arrive, and two deployments side by side.

import { readFileSync } from 'node:fs';
import type { Page, Request } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { signIn } from '../support/account.ts';
import { copiedBy } from '../support/clipboard.ts';
import { otherDeployment } from '../support/deployment.ts';
import { createRoom, openInvitation, roomEntry } from '../support/rooms.ts';
import { expect, test } from '../support/test.ts';

/** The chunks of the app, by the name of their file: everything but the main wasm. */
const CHUNK = /\/assets\/(?!parvis-)([\w-]+)-[0-9a-f]+\.wasm$/;

/** The names of the chunks that a page asks for from now on, each once, and without what several share. */
function chunksOf(page: Page): string[] {
  const chunks: string[] = [];
  page.on('request', (request: Request) => {
    const [, name] = CHUNK.exec(request.url()) ?? [];
    if (name && !name.startsWith('chunk') && !chunks.includes(name)) chunks.push(name);
  });
  return chunks;
}

/** Nothing is fetched before it is needed for somebody who saves data. */
async function saveData(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
}

const nameField = (page: Page) => page.getByRole('textbox', { name: 'Nom de la salle' });
const rooms = (page: Page) => page.getByRole('heading', { name: 'Mes salles de réunion' });
const notArrived = (page: Page) =>
  page.getByRole('heading', { name: "Cette page n'est pas arrivée" });

// The pages of somebody who keeps rooms have the list in common: it comes with `rooms`.
test('each address loads its own chunk and no other, whoever opens it', async ({
  page,
  newPerson,
}) => {
  await saveData(page);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const dialog = await openInvitation(page, room);
  const id = page.url().split('/').at(-2) ?? '';
  const link = await copiedBy(page, dialog, 'le lien participant');
  const visitor = await newPerson();
  const pages = [
    [page, '/', rooms(page), ['rooms']],
    [page, `/salles/${id}/inviter`, dialog, ['rooms', 'invitation']],
    [page, '/salles/nouvelle', nameField(page), ['form', 'rooms']],
    [page, `/salles/${id}/modifier`, nameField(page), ['form', 'rooms']],
    [
      page,
      `/salles/${id}/envoyer`,
      page.getByRole('button', { name: "Copier l'invitation" }),
      ['sending', 'rooms'],
    ],
    [
      page,
      '/aide/droits',
      page.getByRole('heading', { name: 'Modérateurs', exact: true }),
      ['help'],
    ],
    [page, '/aide/accessibilite', page.getByRole('heading', { name: 'Accessibilité' }), ['help']],
    [page, '/aide/raccourcis', page.getByRole('heading', { name: 'Raccourcis clavier' }), ['help']],
    [
      page,
      '/salles/1/modifier',
      page.getByRole('heading', { name: "Cette adresse n'est pas celle d'une salle" }),
      [],
    ],
    [page, '/rejoindre/inconnu', page.getByRole('heading', { name: 'Page introuvable' }), []],
    [page, link, page.getByRole('heading', { name: room }), ['guests']],
    [visitor, '/', visitor.getByRole('link', { name: /^S'identifier avec/ }), ['guests']],
    [
      visitor,
      '/salles/nouvelle',
      visitor.getByText('Identifiez-vous pour accéder à cette page.'),
      ['guests'],
    ],
    [
      visitor,
      `/salles/${id}/envoyer`,
      visitor.getByText('Identifiez-vous pour accéder à cette page.'),
      ['guests'],
    ],
    [visitor, link, visitor.getByRole('textbox', { name: 'Votre nom' }), ['guests']],
    [visitor, '/attente/inconnu', visitor.getByRole('heading'), ['guests']],
    [
      visitor,
      '/aide/droits',
      visitor.getByRole('heading', { name: 'Modérateurs', exact: true }),
      ['help'],
    ],
  ] as const;
  for (const [person, address, sign, expected] of pages) {
    await person.goto('about:blank');
    const chunks = chunksOf(person);
    await person.goto(address);
    await expect(sign.first(), address).toBeVisible();
    await person.waitForLoadState('networkidle');
    expect(chunks.toSorted(), address).toEqual([...expected].toSorted());
    person.removeAllListeners('request');
  }
});

test('a chunk is fetched as soon as somebody points at a way to its page, once', async ({
  page,
}) => {
  await saveData(page);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await page.reload();
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, name] = CHUNK.exec(request.url()) ?? [];
    if (name) asked.push(name);
  });
  const arrived = page.waitForResponse((response) => /\/form-\w+\.wasm$/.test(response.url()));
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).hover();
  await (await arrived).finished();
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  await expect(nameField(page)).toHaveValue(room);
  expect(asked.filter((name) => name === 'form')).toEqual(['form']);
});

test('nothing moves under the eye while the chunk of a page is on its way', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.addInitScript(() => {
    const state = { shift: 0 };
    (window as unknown as { moved: typeof state }).moved = state;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        state.shift += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  let arrive = () => {};
  const arrives = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/assets\/rooms-\w+\.wasm$/, async (route) => {
    await arrives;
    await route.continue();
  });
  const loaded = page.goto('/');
  // The outline of the page, in the app's own frame.
  await expect(page.getByRole('banner').getByText('Alix Martin')).toBeVisible();
  await expect(page.getByRole('contentinfo')).not.toBeInViewport();
  arrive();
  await loaded;
  await expect(rooms(page)).toBeVisible();
  await page.waitForLoadState('networkidle');
  const moved = () =>
    page.evaluate(() => (window as unknown as { moved: { shift: number } }).moved);
  expect((await moved()).shift).toBe(0);
});

test('what is likely to be opened next is fetched once the rooms have been there for a while', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const arrived = ['form', 'sending'].map((chunk) =>
    page.waitForResponse((response) => response.url().includes(`/assets/${chunk}-`)),
  );
  await page.reload();
  for (const response of await Promise.all(arrived)) await response.finished();
});

test.describe('with errors in the console, as a file does not arrive', () => {
  test.use({ expectedErrors: /ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to fetch|404|\.wasm/ });

  for (const [chunk, open, sign] of [
    ['rooms', '/', rooms],
    ['form', '/salles/nouvelle', nameField],
    [
      'sending',
      'envoyer',
      (page: Page) => page.getByRole('button', { name: "Copier l'invitation" }),
    ],
    [
      'guests',
      '/rejoindre/moderateur#x',
      (page: Page) => page.getByRole('heading', { name: /lien/ }),
    ],
    [
      'help',
      '/aide/droits',
      (page: Page) => page.getByRole('heading', { name: 'Modérateurs', exact: true }),
    ],
  ] as const) {
    test(`a page whose chunk "${chunk}" is refused says so, and is there when it is tried again`, async ({
      page,
    }) => {
      await signIn(page, 'Alix Martin');
      let address: string = open;
      if (open === 'envoyer') {
        await openInvitation(page, 'Mon aide numérique');
        address = new URL(page.url()).pathname.replace('inviter', 'envoyer');
      }
      const file = new RegExp(`/assets/${chunk}-\\w+\\.wasm$`);
      await page.route(file, (route) => route.abort());
      await page.goto(address);
      await expect(notArrived(page)).toBeVisible();
      await expectAccessible(page);
      // Still refused: it says so again.
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await expect(notArrived(page)).toBeVisible();
      await page.unroute(file);
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await expect(sign(page)).toBeVisible();
      await expect(notArrived(page)).toHaveCount(0);
      // The button that was pressed is gone: the page's heading has the focus, if nothing of the page took it.
      await expect(page.locator('main :focus')).toHaveCount(1);
    });
  }

  test('a dialog whose chunk is refused says so in a dialog over the rooms, and is there when it is tried again', async ({
    page,
  }) => {
    await signIn(page, 'Alix Martin');
    const file = /\/assets\/invitation-\w+\.wasm$/;
    await page.route(file, (route) => route.abort());
    await roomEntry(page, 'Mon aide numérique').getByRole('link', { name: 'Inviter' }).click();
    const missing = page.getByRole('dialog', { name: "Cette page n'est pas arrivée" });
    await expect(missing).toBeVisible();
    await expectAccessible(page);
    // It closes as any other.
    await page.keyboard.press('Escape');
    await expect(missing).toHaveCount(0);
    await expect(page).toHaveURL(/\/$/);
    await roomEntry(page, 'Mon aide numérique').getByRole('link', { name: 'Inviter' }).click();
    await missing.getByRole('button', { name: 'Réessayer' }).click();
    await expect(missing).toBeVisible();
    await page.unroute(file);
    await missing.getByRole('button', { name: 'Réessayer' }).click();
    await expect(page.getByRole('dialog', { name: /^Invitez/ })).toBeVisible();
    await expect(missing).toHaveCount(0);
  });

  test('the network is cut while a chunk is on its way, and the way back stays open', async ({
    page,
    context,
  }) => {
    await saveData(page);
    await signIn(page, 'Alix Martin');
    const room = await createRoom(page);
    await page.reload();
    await expect(roomEntry(page, room)).toBeVisible();
    await page.route(/\/assets\/form-\w+\.wasm$/, async (route) => {
      await context.setOffline(true);
      await route.abort('internetdisconnected');
    });
    await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
    await expect(notArrived(page)).toBeVisible();
    await page.goBack();
    await expect(roomEntry(page, room)).toBeVisible();
    await page.unrouteAll();
    await context.setOffline(false);
    await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
    await expect(nameField(page)).toHaveValue(room);
  });

  test('what comes in the place of a chunk and is none is not taken for one', async ({ page }) => {
    await signIn(page, 'Alix Martin');
    const html = readFileSync('../dist/index.html', 'utf8');
    await page.route(/\/assets\/help-\w+\.wasm$/, (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    );
    await page.goto('/aide/droits');
    await expect(notArrived(page)).toBeVisible();
  });

  test('a page of an old deployment, whose chunks are gone, offers to reload, and the new one comes', async ({
    page,
  }) => {
    await saveData(page);
    await signIn(page, 'Alix Martin');
    await expect(rooms(page)).toBeVisible();
    const next = otherDeployment();
    await next.takesThePlace(page);
    await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
    await expect(notArrived(page)).toBeVisible();
    await page.getByRole('button', { name: 'Recharger' }).click();
    await expect(nameField(page)).toBeVisible();
    expect(next.served()).toContain('form');
  });
});

test('the old deployment never asks for chunks of the new one', async ({ page }) => {
  const next = otherDeployment();
  await saveData(page);
  await signIn(page, 'Alix Martin');
  await expect(rooms(page)).toBeVisible();
  await next.takesThePlace(page, { oldFilesStay: true });
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(nameField(page)).toBeVisible();
  expect(next.served()).toEqual([]);
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
  await expect(nameField(page)).toHaveValue('');
});
