// The service worker: the portal starts where the network is slow or gone, each new version comes at the next visit,
// and nothing is kept but the page and its files.

import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessibility.ts';
import { signIn } from '../../support/account.ts';
import { port } from '../../support/addresses.ts';
import { type PortalProxy, startProxy } from '../../support/proxy.ts';
import { roomsHeading } from '../../support/rooms.ts';
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

/** Opens the portal as a visitor through the proxy, until a later visit needs no network for its files. */
async function visit(page: Page, portal: PortalProxy): Promise<void> {
  await page.goto(portal.origin);
  await expect(signInLink(page)).toBeVisible();
  await expectKept(page);
}

test('without a network the portal opens, and names the rooms of the last visit', async ({
  page,
  context,
  allowConsoleError,
}) => {
  allowConsoleError(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await signIn(page, 'Alix Martin');
  await expectKept(page);
  await context.setOffline(true);
  await page.goto('/');
  await expect(unavailable(page)).toBeVisible();
  await expect(lastRooms(page)).toBeVisible();
  const rooms = page.getByRole('main').getByRole('listitem');
  await expect(rooms.filter({ hasText: /^Mon aide numérique$/ })).toBeVisible();
  // Names alone: no link leads to them.
  await expect(rooms.getByRole('link')).toHaveCount(0);
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(roomsHeading(page)).toBeVisible();
});

test('after signing out no room is named', async ({ page, context, allowConsoleError }) => {
  allowConsoleError(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await signIn(page, 'Alix Martin');
  await expectKept(page);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(signInLink(page)).toBeVisible();
  await context.setOffline(true);
  await page.goto('/');
  await expect(unavailable(page)).toBeVisible();
  await expect(lastRooms(page)).toHaveCount(0);
});

test('a page that does not come within a second is shown as it was', async ({ page, portal }) => {
  await visit(page, portal);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held = 0;
  portal.answerFirst(({ url }, response) => {
    if (!isPage(url)) return false;
    held += 1;
    released.then(() => response.destroy());
    return true;
  });
  await page.goto(portal.origin);
  await expect(signInLink(page)).toBeVisible();
  expect(held).toBeGreaterThan(0);
  release();
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
  portal.answerFirst((_, response) => {
    response.destroy();
    return true;
  });
  await page.goto(portal.origin);
  await expect(unavailable(page)).toBeVisible();
});

test('a new version comes at the next visit, and what it no longer has is deleted', async ({
  page,
  portal,
}) => {
  await visit(page, portal);
  const kept = await keptAddresses(page);
  const texts = kept.find((address) => /\/fr-[0-9a-f]+\.txt$/.test(address)) ?? '';
  expect(texts).not.toBe('');
  const next = texts.replace('fr-', 'fr-0');
  const renew = (text: string) => text.replaceAll(texts, next);
  const hash = (html: string) => {
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
    return createHash('sha256').update(script).digest('base64');
  };
  // Another version, in which the texts' file has another name.
  portal.answerFirst(({ url }, response) => {
    const address = `http://localhost:${port}${url === next ? texts : url}`;
    if (![next, '/', '/service-worker.js'].includes(url ?? '')) return false;
    fetch(address).then(async (answer) => {
      const text = await answer.text();
      const renewed = url === next ? text : renew(text);
      const allow = (policy: string) => policy.replace(hash(text), hash(renewed));
      response.writeHead(200, {
        'content-type': answer.headers.get('content-type') ?? '',
        'content-security-policy': allow(answer.headers.get('content-security-policy') ?? ''),
      });
      response.end(allow(renewed));
    });
    return true;
  });
  await page.goto(portal.origin);
  await expect(signInLink(page)).toBeVisible();
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  expect(loaded).toContain(next);
  await expect.poll(() => keptAddresses(page)).toContain(next);
  await expect.poll(() => keptAddresses(page)).not.toContain(texts);
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
});
