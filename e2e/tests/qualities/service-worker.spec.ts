// The service worker: the portal starts where the network is slow or gone, each new version comes at the next visit,
// and nothing is kept but the page and its files.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessibility.ts';
import { chooseAccount, type Name, signIn } from '../../support/account.ts';
import { port } from '../../support/addresses.ts';
import { chooseLanguage } from '../../support/languages.ts';
import { type PortalProxy, startProxy } from '../../support/proxy.ts';
import { roomEntry, roomsHeading, shownNames } from '../../support/rooms.ts';
import { expectKept, keptAddresses } from '../../support/service-worker.ts';
import { test as base, expect } from '../../support/test.ts';

const test = base.extend<{ portal: PortalProxy }>({
  // biome-ignore lint/correctness/noEmptyPattern: required by Playwright
  portal: async ({}, use) => {
    const portal = await startProxy(port);
    await use(portal);
    portal.end();
  },
});

test.use({ serviceWorkers: 'allow' });

const isPage = (url?: string) => url === '/';
const signInLink = (page: Page) => page.getByRole('link', { name: /^S'identifier avec/ });
const unavailable = (page: Page) =>
  page.getByRole('heading', { name: 'Le service est momentanément indisponible' });
const lastRooms = (page: Page) =>
  page.getByRole('heading', { name: 'Vos salles à votre dernière visite' });
const namedRooms = (page: Page) => page.getByRole('main').getByRole('listitem');

/** What the console says of what the app asks the backend for without a network. */
const OFFLINE = /ERR_INTERNET_DISCONNECTED .*\/api\/v1\/bootstrap$/;

/** Visits the portal as somebody who signs in, until a later visit needs no network for its files. */
async function signInAndClose(page: Page, name: Name): Promise<void> {
  await signIn(page, name);
  await expectKept(page);
  await page.close();
}

/** Opens a page of the portal without a network, in a new tab: a tab that is offline as a test has it hears `online`
 * when it is left, upon which the page that says so loads itself again, in place of the next one. */
async function openOffline(context: BrowserContext, path = '/'): Promise<Page> {
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto(path);
  await expect(unavailable(page)).toBeVisible();
  return page;
}

/** The line to the portal breaks at each request from now on. */
function breakLine(portal: PortalProxy): void {
  portal.answerFirst((_, response) => {
    response.destroy();
    return true;
  });
}

/** Opens the portal as a visitor through the proxy, until a later visit needs no network for its files. */
async function visit(page: Page, portal: PortalProxy): Promise<void> {
  await page.goto(portal.origin);
  await expect(signInLink(page)).toBeVisible();
  await expectKept(page);
}

/** The page of the portal, as the proxy serves it otherwise. */
async function pageOf({ target }: PortalProxy) {
  const answer = await fetch(target);
  const { 'content-type': type = '', 'content-security-policy': policy = '' } = Object.fromEntries(
    answer.headers,
  );
  const headers = { 'content-type': type, 'content-security-policy': policy };
  return { headers, html: await answer.text() };
}

/** The names that script and texts have in another version, by those that they have. */
function nextVersion(kept: string[]): Map<string, string> {
  const changed = kept.filter((address) =>
    /\/(parvis-[0-9a-f]+\.js|fr-[0-9a-f]+\.txt)$/.test(address),
  );
  expect(changed).toHaveLength(2);
  return new Map(changed.map((address) => [address, address.replace('-', '-0')]));
}

/** Answers as a server with the other version does, where it differs. */
function answerOf(
  next: Map<string, string>,
  { target }: PortalProxy,
  url: string | undefined,
  response: ServerResponse,
): boolean {
  const [former] = [...next].find(([, name]) => name === url) ?? [];
  if (!former && url !== '/' && url !== '/service-worker.js') return false;
  const hash = (html: string) => {
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
    return createHash('sha256').update(script).digest('base64');
  };
  fetch(`${target}${former ?? url}`).then(async (answer) => {
    const text = await answer.text();
    const renewed = [...next].reduce((all, [old, now]) => all.replaceAll(old, now), text);
    const allow = (policy: string) => policy.replace(hash(text), hash(renewed));
    response.writeHead(200, {
      'content-type': answer.headers.get('content-type') ?? '',
      'content-security-policy': allow(answer.headers.get('content-security-policy') ?? ''),
    });
    response.end(allow(renewed));
  });
  return true;
}

test('without a network the portal opens, and names the rooms of the last visit', async ({
  page,
  context,
  expectConsoleError,
}) => {
  expectConsoleError(OFFLINE);
  await signInAndClose(page, 'Alix Martin');
  const offline = await openOffline(context);
  await expect(lastRooms(offline)).toBeVisible();
  await expect(namedRooms(offline).filter({ hasText: /^Mon aide numérique$/ })).toBeVisible();
  // Names alone: no link leads to them.
  await expect(namedRooms(offline).getByRole('link')).toHaveCount(0);
  await expectAccessible(offline);
  await context.setOffline(false);
  await expect(roomsHeading(offline)).toBeVisible();
});

test.describe('rooms are named to nobody but whose they are', () => {
  test.beforeEach(({ expectConsoleError }) => expectConsoleError(OFFLINE));

  test('not after signing out', async ({ page, context }) => {
    await signIn(page, 'Alix Martin');
    await expectKept(page);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await expect(signInLink(page)).toBeVisible();
    const offline = await openOffline(context);
    await expect(lastRooms(offline)).toHaveCount(0);
  });

  test('not once the server has said that the session is over', async ({ page, context }) => {
    await signIn(page, 'Alix Martin');
    await expectKept(page);
    await context.clearCookies({ name: 'parvis' });
    await page.goto('/');
    await expect(signInLink(page)).toBeVisible();
    const offline = await openOffline(context);
    await expect(lastRooms(offline)).toHaveCount(0);
  });

  test('not to who signs in next in this browser', async ({ page, context }) => {
    await page.goto('/');
    const way = (await signInLink(page).getAttribute('href')) ?? '';
    await signIn(page, 'Alix Martin');
    await expect(roomEntry(page, 'Mon aide numérique')).toBeVisible();
    const former = await shownNames(page);
    expect(former).toContain('Mon aide numérique');
    // No page in between finds that nobody is signed in.
    await context.clearCookies({ name: 'parvis' });
    await page.goto(way);
    await chooseAccount(page, 'Camille Durand');
    await expect(roomsHeading(page)).toBeVisible();
    await expectKept(page);
    await page.close();
    const offline = await openOffline(context);
    await expect(lastRooms(offline)).toBeVisible();
    const named = await namedRooms(offline).allTextContents();
    expect(named).toContain('Conseil d’école 1');
    expect(named.filter((name) => former.includes(name))).toEqual([]);
  });

  test('not after a day', async ({ page, context }) => {
    const hours = (count: number) => count * 3_600_000;
    await signInAndClose(page, 'Alix Martin');
    const visited = Date.now();
    await context.clock.setFixedTime(visited + hours(23));
    await expect(lastRooms(await openOffline(context))).toBeVisible();
    await context.clock.setFixedTime(visited + hours(24));
    await expect(lastRooms(await openOffline(context))).toHaveCount(0);
  });

  test('not on pages of guests', async ({ page, context }) => {
    await signInAndClose(page, 'Alix Martin');
    for (const path of ['/rejoindre/participant#secret', '/attente/a-ticket']) {
      await expect(lastRooms(await openOffline(context, path))).toHaveCount(0);
    }
    await expect(lastRooms(await openOffline(context))).toBeVisible();
  });
});

test('a page that does not come within a second is shown as it was, and kept for the next visit', async ({
  page,
  portal,
}) => {
  await visit(page, portal);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held = 0;
  portal.answerFirst(({ url }, response) => {
    if (!isPage(url)) return false;
    held += 1;
    released.then(async () => {
      const { headers, html } = await pageOf(portal);
      response.writeHead(200, { ...headers, etag: '"late"' }).end(`${html}<!-- late -->`);
    });
    return true;
  });
  await page.goto(portal.origin, { timeout: 5_000 });
  await expect(signInLink(page)).toBeVisible();
  expect(held).toBeGreaterThan(0);
  release();
  const text = async () => (await caches.match('/', { cacheName: 'parvis-page' }))?.text();
  await expect.poll(() => page.evaluate(text)).toContain('<!-- late -->');
});

test('a server that is down leaves the portal, which says so', async ({
  page,
  portal,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 502 .*bootstrap/);
  await visit(page, portal);
  portal.answerFirst((_, response) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    return true;
  });
  await page.goto(portal.origin);
  await expect(unavailable(page)).toBeVisible();
});

test('the page of a network that asks for a sign-in is shown, and not kept', async ({
  page,
  portal,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_EMPTY_RESPONSE .*bootstrap/);
  await visit(page, portal);
  portal.answerFirst(({ url }, response) => {
    if (!isPage(url)) return false;
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<link rel="icon" href="data:,"><h1>Wi-Fi</h1>');
    return true;
  });
  await page.goto(portal.origin);
  await expect(page.getByRole('heading', { name: 'Wi-Fi' })).toBeVisible();
  breakLine(portal);
  await page.goto(portal.origin);
  await expect(unavailable(page)).toBeVisible();
});

test('a file that a filter has replaced is not kept', async ({ page, portal }) => {
  await visit(page, portal);
  // It answers for pages that are opened once it is there.
  await page.goto(portal.origin);
  const isEnglish = (address = '') => /^\/assets\/en-[0-9a-f]+\.txt$/.test(address);
  const keptEnglish = async () => (await keptAddresses(page)).filter(isEnglish);
  portal.answerFirst(({ url }, response) => {
    if (!isEnglish(url)) return false;
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Page bloquée</h1>');
    return true;
  });
  await chooseLanguage(page, 'English');
  await expect(page.getByText(/^Cette langue n'a pas pu être chargée/).first()).toBeVisible();
  expect(await keptEnglish()).toEqual([]);
  portal.answerFirst();
  await page.goto(portal.origin);
  await chooseLanguage(page, 'English');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(keptEnglish).toHaveLength(1);
});

test('no file is downloaded twice or in advance', async ({ page, portal }) => {
  const requested: string[] = [];
  portal.answerFirst(({ url }) => {
    if (url?.startsWith('/assets/')) requested.push(url);
    return false;
  });
  await visit(page, portal);
  expect(requested.length).toBeGreaterThan(3);
  expect(requested).toEqual([...new Set(requested)]);
  expect(requested.filter((address) => address.includes('/rooms-'))).toEqual([]);
});

test('a new version comes at the next visit, and what it no longer has is deleted', async ({
  page,
  portal,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_EMPTY_RESPONSE .*bootstrap/);
  await visit(page, portal);
  const next = nextVersion(await keptAddresses(page));
  portal.answerFirst((request, response) => answerOf(next, portal, request.url, response));
  await page.goto(portal.origin);
  await expect(signInLink(page)).toBeVisible();
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  expect(loaded).toEqual(expect.arrayContaining([...next.values()]));
  await expect
    .poll(() => keptAddresses(page))
    .toEqual(expect.arrayContaining(['/', ...next.values()]));
  const former = async () => (await keptAddresses(page)).filter((address) => next.has(address));
  await expect.poll(former).toEqual([]);
  breakLine(portal);
  await page.goto(portal.origin);
  await expect(unavailable(page)).toBeVisible();
});

test('while the page is still of the former version, that version stays whole', async ({
  page,
  portal,
}) => {
  await visit(page, portal);
  const kept = await keptAddresses(page);
  const next = nextVersion(kept);
  // As from two nodes, of which one has been updated.
  portal.answerFirst(({ url }, response) =>
    url === '/service-worker.js' ? answerOf(next, portal, url, response) : false,
  );
  const end = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    if (!worker) return 'nothing to install';
    return new Promise((resolve) => {
      worker.onstatechange = () => resolve(worker.state);
    });
  });
  expect(end).toBe('redundant');
  expect(await keptAddresses(page)).toEqual(kept);
});

test('of all addresses one page is kept, and no answer of the backend', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/api\/v1\/join\/resolve/);
  for (const path of ['/rejoindre/participant#secret', '/attente/a-ticket', '/?recherche=nom']) {
    await page.goto(path);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expectKept(page);
  }
  const kept = await keptAddresses(page);
  expect(kept.filter((address) => !/^\/assets\/[\w-]+\.\w+$/.test(address))).toEqual(['/']);
  // A response has an address of its own.
  const address = async () => (await caches.match('/', { cacheName: 'parvis-page' }))?.url;
  expect(await page.evaluate(address)).toBe('');
});

test('the script for administrators removes it, and nothing of other programs', async ({
  page,
  portal,
}) => {
  await visit(page, portal);
  await page.evaluate(() => caches.open('of-another-program'));
  const script = readFileSync('../deploy/remove-service-worker.js');
  let fetched = 0;
  portal.answerFirst(({ url }, response) => {
    if (url !== '/service-worker.js') return false;
    fetched += 1;
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    return true;
  });
  const left = () =>
    page.evaluate(async () => ({
      registrations: (await navigator.serviceWorker.getRegistrations()).length,
      caches: await caches.keys(),
    }));
  expect((await left()).registrations).toBe(1);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await expect.poll(left).toEqual({ registrations: 0, caches: ['of-another-program'] });
  // A page of a release that has a service worker registers the script again.
  fetched = 0;
  await page.goto(portal.origin);
  await expect(signInLink(page)).toBeVisible();
  await expect.poll(() => fetched).toBeGreaterThan(0);
  await expect.poll(left).toEqual({ registrations: 0, caches: ['of-another-program'] });
});
