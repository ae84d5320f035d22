// Pages come in chunks, fetched when they are needed: each address by itself, what happens to one that does
// not arrive, and two deployments side by side.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Page } from '@playwright/test';
import budgets from '../../../budgets.json' with { type: 'json' };
import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { portal } from '../../../support/addresses.ts';
import {
  chunksOf,
  filesOf,
  isShared,
  notArrived,
  saveData,
  stemOf,
} from '../../../support/chunks.ts';
import { copiedBy } from '../../../support/clipboard.ts';
import { otherDeployment } from '../../../support/deployment.ts';
import { joinBy } from '../../../support/invite.ts';
import { holdAnswers, sendHalf } from '../../../support/network.ts';
import {
  createRoom,
  nameField,
  openInvitation,
  roomEntry,
  roomsHeading,
} from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

/** Which chunks a page that opens by `expected` may load besides: forms and dialogs are built upon the rooms,
 * what others see upon nothing. Whatever the build says. */
const mayLoad = (expected: readonly string[]) =>
  expected.some((chunk) => ['form', 'sending', 'invitation'].includes(chunk))
    ? [...expected, 'rooms']
    : expected;

test('each address loads its own chunk and no other, whoever opens it', async ({
  page,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/join\/resolve/);
  test.slow();
  await saveData(page);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const dialog = await openInvitation(page, room);
  const id = page.url().split('/').at(-2) ?? '';
  const link = await copiedBy(page, dialog, 'le lien participant');
  const moderatorLink = await copiedBy(page, dialog, 'le lien modérateur');
  const authenticatedLink = await copiedBy(page, dialog, 'le lien authentifié');
  const visitor = await newPerson();
  const heading = (person: Page, name: string) =>
    person.getByRole('heading', { name, exact: true });
  // Waits for a meeting that nobody has begun, and comes back by the address alone.
  await joinBy(visitor, link, 'Noé');
  await expect(visitor.getByText('Gardez cette page ouverte.')).toBeVisible();
  const waiting = new URL(visitor.url()).pathname;
  expect(waiting).toMatch(/^\/attente\/./);
  const signInFirst = visitor.getByText('Identifiez-vous pour accéder à cette page.');
  const copyInvitation = page.getByRole('button', { name: "Copier l'invitation" });
  const forBoth = (address: string, name: string, chunks: string[]) =>
    [page, visitor].map((person) => [person, address, heading(person, name), chunks] as const);
  const pages = [
    [page, '/', roomsHeading(page), ['rooms']],
    [page, `/salles/${id}/inviter`, dialog, ['rooms', 'invitation']],
    [page, '/salles/nouvelle', nameField(page), ['form']],
    [page, `/salles/${id}/modifier`, nameField(page), ['form']],
    [page, `/salles/${id}/envoyer`, copyInvitation, ['sending']],
    [visitor, '/', visitor.getByRole('link', { name: /^S'identifier avec/ }), ['guests']],
    [visitor, `/salles/${id}/inviter`, signInFirst, ['guests']],
    [visitor, '/salles/nouvelle', signInFirst, ['guests']],
    [visitor, `/salles/${id}/modifier`, signInFirst, ['guests']],
    [visitor, `/salles/${id}/envoyer`, signInFirst, ['guests']],
    ...forBoth(link, room, ['guests']),
    ...forBoth(moderatorLink, room, ['guests']),
    [page, authenticatedLink, heading(page, room), ['guests']],
    [
      visitor,
      authenticatedLink,
      heading(visitor, 'Identifiez-vous pour entrer dans la réunion'),
      ['guests'],
    ],
    [visitor, waiting, visitor.getByText('Gardez cette page ouverte.'), ['guests']],
    ...[page, visitor].map(
      (person) =>
        [
          person,
          '/rejoindre/authentifie#rien',
          person.getByRole('heading', { name: /lien/ }),
          ['guests'],
        ] as const,
    ),
    ...[page, visitor].map(
      (person) =>
        [
          person,
          '/attente/inconnu',
          heading(person, "Ouvrez de nouveau votre lien d'invitation"),
          ['guests'],
        ] as const,
    ),
    ...forBoth('/aide/droits', 'Modérateurs', ['help']),
    ...forBoth('/aide/accessibilite', 'Accessibilité', ['help']),
    ...forBoth('/aide/raccourcis', 'Raccourcis clavier', ['help']),
    ...forBoth('/salles/1/modifier', "Cette adresse n'est pas celle d'une salle", []),
    ...forBoth(`/salles/${id}/quoi`, 'Page introuvable', []),
    ...forBoth('/rejoindre/inconnu', 'Page introuvable', []),
    ...forBoth('/nulle-part', 'Page introuvable', []),
  ] as const;
  for (const [person, address, sign, expected] of pages) {
    await person.goto('about:blank');
    const chunks = chunksOf(person);
    await person.goto(address);
    await expect(sign.first(), address).toBeVisible();
    await person.waitForLoadState('networkidle');
    expect(chunks(), address).toEqual(filesOf(expected));
    const own = chunks()
      .map(stemOf)
      .filter((stem) => !isShared(stem));
    expect(own, address).toEqual(expect.arrayContaining([...expected]));
    expect(mayLoad(expected), address).toEqual(expect.arrayContaining(own));
    person.removeAllListeners('request');
  }
});

test('the code of each page is in a chunk of its own, and what chunks share stays little', () => {
  const sizes: Record<string, number> = {};
  for (const file of readdirSync('../dist/assets')) {
    const stem = stemOf(`/assets/${file}`);
    if (stem) sizes[stem] = statSync(`../dist/assets/${file}`).size;
  }
  const told = JSON.stringify(sizes);
  const { least, shared } = budgets.chunks;
  const own = Object.keys(sizes).filter((stem) => !isShared(stem));
  expect(own.toSorted(), told).toEqual(Object.keys(least).toSorted());
  for (const [chunk, bytes] of Object.entries(least)) {
    expect(sizes[chunk], told).toBeGreaterThanOrEqual(bytes);
  }
  const parts = Object.entries(sizes).filter(([stem]) => isShared(stem));
  expect(parts.length, told).toBeLessThanOrEqual(shared.files);
  expect(
    parts.reduce((sum, [, bytes]) => sum + bytes, 0),
    told,
  ).toBeLessThanOrEqual(shared.bytes);
});

test('a chunk is fetched as soon as somebody points at a way to its page, once', async ({
  page,
}) => {
  await saveData(page);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await page.reload();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(stemOf(new URL(request.url()).pathname)));
  const arrived = page.waitForResponse((response) => /\/form-\w+\.wasm$/.test(response.url()));
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).hover();
  await (await arrived).finished();
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  await expect(nameField(page)).toHaveValue(room);
  expect(asked.filter((name) => name === 'form')).toEqual(['form']);
});

test('a chunk is fetched as soon as a way to its page is reached by the keyboard', async ({
  page,
}) => {
  await saveData(page);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await page.reload();
  // Nothing is pointed at.
  await page.mouse.move(0, 0);
  const entry = roomEntry(page, room);
  const edit = entry.getByRole('link', { name: 'Modifier' });
  await expect(edit).toBeVisible();
  await page.waitForLoadState('networkidle');
  const chunks = chunksOf(page);
  await entry.getByRole('button', { name: 'Favori' }).focus();
  for (let steps = 0; steps < 10; steps += 1) {
    if (await edit.evaluate((link) => link === document.activeElement)) break;
    expect(chunks().map(stemOf)).not.toContain('form');
    await page.keyboard.press('Tab');
  }
  await expect(edit).toBeFocused();
  await expect.poll(() => chunks().map(stemOf)).toContain('form');
  await expect(page).toHaveURL(/\/$/);
  // What is there is not fetched again when the page is opened.
  await page.waitForLoadState('networkidle');
  const before = chunks();
  await page.keyboard.press('Enter');
  await expect(nameField(page)).toHaveValue(room);
  expect(chunks()).toEqual(before);
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
  const arrive = await holdAnswers(page, /\/assets\/rooms-\w+\.wasm$/);
  const loaded = page.goto('/');
  // The outline of the page, in the app's own frame.
  await expect(page.getByRole('banner').getByText('Alix Martin')).toBeVisible();
  await expect(page.getByRole('contentinfo')).not.toBeInViewport();
  arrive();
  await loaded;
  await expect(roomsHeading(page)).toBeVisible();
  await page.waitForLoadState('networkidle');
  const moved = () =>
    page.evaluate(() => (window as unknown as { moved: { shift: number } }).moved);
  expect((await moved()).shift).toBe(0);
});

test('what is likely to be opened next is fetched once the rooms have been there for three seconds', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  // Nothing is pointed at.
  await page.mouse.move(0, 0);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#rooms li')) return;
      observer.disconnect();
      performance.mark('rooms');
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  const likely = () =>
    page.evaluate(() => {
      const [rooms] = performance.getEntriesByName('rooms');
      const files = performance
        .getEntriesByType('resource')
        // Whatever else they take with them.
        .filter(({ name }) => /\/assets\/(?!parvis-|rooms-)[\w-]+\.wasm$/.test(name));
      return files.map(({ name, startTime }) => ({
        name,
        after: startTime - (rooms?.startTime ?? Number.NaN),
      }));
    });
  const own = async () =>
    (await likely()).filter(({ name }) => /\/assets\/(form|sending|invitation)-/.test(name));
  await expect.poll(async () => (await own()).length).toBe(3);
  for (const { name, after } of await likely()) expect(after, name).toBeGreaterThanOrEqual(3_000);
});

test('nothing is fetched beforehand on a page of help, or for somebody who saves data', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const sparing = await newPerson();
  await saveData(sparing);
  await signIn(sparing, 'Alix Martin');
  for (const [person, address, sign, expected] of [
    [sparing, '/', 'Mes salles de réunion', ['rooms']],
    [page, '/aide/droits', 'Modérateurs', ['help']],
    // What the others are told apart from.
    [page, '/', 'Mes salles de réunion', ['rooms', 'invitation', 'form', 'sending']],
  ] as const) {
    await person.clock.install();
    await person.mouse.move(0, 0);
    const chunks = chunksOf(person);
    await person.goto(address);
    await expect(person.getByRole('heading', { name: sign, exact: true })).toBeVisible();
    // Two frames pass before the time begins to run.
    await person.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    await person.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    await person.clock.fastForward(10_000);
    // Behind whatever was asked for then.
    await person.evaluate(() => fetch('/healthz'));
    await expect.poll(() => chunks(), address).toEqual(filesOf(expected));
    person.removeAllListeners('request');
  }
});

for (const [chunk, open, sign] of [
  ['rooms', '/', roomsHeading],
  ['form', '/salles/nouvelle', nameField],
  ['sending', 'envoyer', (page: Page) => page.getByRole('button', { name: "Copier l'invitation" })],
  ['guests', '/rejoindre/moderateur', (page: Page) => page.getByRole('heading', { name: /lien/ })],
  [
    'help',
    '/aide/droits',
    (page: Page) => page.getByRole('heading', { name: 'Modérateurs', exact: true }),
  ],
] as const) {
  test(`a page whose chunk "${chunk}" is refused says so, and is there when it is tried again`, async ({
    page,
    expectConsoleError,
  }) => {
    expectConsoleError(new RegExp(`ERR_FAILED .*/assets/${chunk}-`));
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

for (const [chunk, page, sign] of [
  ['form', 'modifier', nameField],
  ['sending', 'envoyer', (page: Page) => page.getByRole('button', { name: "Copier l'invitation" })],
  ['invitation', 'inviter', (page: Page) => page.getByRole('dialog', { name: /^Invitez/ })],
  ['guests', '/rejoindre/moderateur', (page: Page) => page.getByRole('heading', { name: /lien/ })],
  [
    'help',
    '/aide/droits',
    (page: Page) => page.getByRole('heading', { name: 'Modérateurs', exact: true }),
  ],
] as const) {
  test(`whatever "${chunk}" shares with other chunks is refused, each once, and let through when it is tried again`, async ({
    page: tab,
    expectConsoleError,
  }) => {
    await signIn(tab, 'Alix Martin');
    await openInvitation(tab, 'Mon aide numérique');
    const room = new URL(tab.url()).pathname;
    const address = page.startsWith('/') ? page : room.replace('inviter', page);
    const shared = filesOf([chunk]).filter((file) => stemOf(file) !== chunk);
    expect(shared.length).toBeGreaterThan(0);
    for (const file of shared) {
      await tab.goto('about:blank');
      expectConsoleError(`ERR_FAILED ${portal}${file}`);
      await tab.route(`**${file}`, (route) => route.abort());
      await tab.goto(address);
      await expect(notArrived(tab), file).toBeVisible();
      await tab.unroute(`**${file}`);
      await tab.getByRole('button', { name: 'Réessayer' }).click();
      await expect(sign(tab), file).toBeVisible();
      await expect(notArrived(tab), file).toHaveCount(0);
    }
  });
}

test('a dialog whose chunk is refused says so in a dialog over the rooms, and is there when it is tried again', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/assets\/invitation-/);
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
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_INTERNET_DISCONNECTED/);
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

for (const then of ['cut', 'stand still'] as const) {
  test(`half a chunk arrives, then ${then === 'cut' ? 'the line is cut' : 'nothing'}: it says so, and is there when it is tried again`, async ({
    page,
    expectConsoleError,
  }) => {
    if (then === 'cut') expectConsoleError(/ERR_CONTENT_LENGTH_MISMATCH .*\/assets\/help-/);
    await signIn(page, 'Alix Martin');
    await page.clock.install();
    const line = await sendHalf(page, /\/assets\/help-\w+\.wasm$/, then);
    await page.goto('/aide/droits');
    await expect.poll(line.halves).toBeGreaterThan(0);
    if (then === 'stand still') {
      // The app itself waits for it, not the start script alone.
      await expect(page.getByRole('banner').getByText('Alix Martin')).toBeVisible();
      await expect(notArrived(page)).toHaveCount(0);
      await page.clock.fastForward(16_000);
    }
    await expect(notArrived(page)).toBeVisible();
    await line.mend();
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await expect(page.getByRole('heading', { name: 'Modérateurs', exact: true })).toBeVisible();
  });
}

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
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/assets\//);
  await saveData(page);
  await signIn(page, 'Alix Martin');
  await expect(roomsHeading(page)).toBeVisible();
  const next = otherDeployment();
  await next.takesThePlace(page);
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(notArrived(page)).toBeVisible();
  await page.getByRole('button', { name: 'Recharger' }).click();
  await expect(nameField(page)).toBeVisible();
  expect(next.served()).toContain('form');
});

test('the old deployment never asks for chunks of the new one', async ({ page }) => {
  const next = otherDeployment();
  await saveData(page);
  await signIn(page, 'Alix Martin');
  await expect(roomsHeading(page)).toBeVisible();
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
