// The app's files on a CDN, and the backend on another origin of the same site.

import type { Page } from '@playwright/test';
import { chooseAccount } from '../../support/account.ts';
import { launchOptions } from '../../support/chromium.ts';
import { copiedBy } from '../../support/clipboard.ts';
import { createRoom, openInvitation, roomEntry } from '../../support/rooms.ts';
import { test as base, expect } from '../../support/test.ts';
import { DOMAIN, type Hosts, startTwoOrigins, type TwoOrigins } from '../../support/two-origins.ts';

const test = base.extend<{ overTls: boolean; hosts: Hosts | undefined; origins: TwoOrigins }>({
  overTls: [false, { option: true }],
  hosts: [undefined, { option: true }],
  origins: async ({ overTls, hosts }, use) => {
    const origins = await startTwoOrigins(overTls, hosts);
    await use(origins);
    await origins.end();
  },
});

test.use({
  launchOptions: launchOptions({
    args: [`--host-resolver-rules=MAP *.${DOMAIN} 127.0.0.1`],
  }),
});

interface Journey {
  page: Page;
  newPerson: () => Promise<Page>;
  origins: TwoOrigins;
  /** Called once somebody is signed in. */
  signedIn?: () => Promise<void>;
}

async function journey({ page, newPerson, origins, signedIn }: Journey): Promise<void> {
  const { app, api, sandbox } = origins;
  const toApi: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === api) toApi.push(pathname);
  });
  const stream = page.waitForResponse((response) => response.url() === `${api}/api/v1/events`);
  await page.goto(app);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^S'identifier/ })
    .click();
  await chooseAccount(page, 'Alix Martin');
  await expect(page).toHaveURL(`${app}/`);
  await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
  await signedIn?.();
  const room = await createRoom(page);
  expect((await stream).status()).toBe(200);
  await roomEntry(page, room).getByRole('button', { name: 'Favori' }).click();
  const launched = page.waitForEvent('popup');
  await roomEntry(page, room)
    .getByRole('button', { name: /^Lancer/ })
    .click();
  await expect(await launched).toHaveURL(new RegExp(`^${sandbox}/html5client/`));
  // From the event stream.
  await expect(roomEntry(page, room).getByText(/^En cours/)).toBeVisible();
  const link = await copiedBy(page, await openInvitation(page, room), 'le lien participant');
  expect(link.startsWith(`${app}/rejoindre/`)).toBe(true);
  const guest = await newPerson();
  await guest.goto(link);
  await guest.getByRole('textbox', { name: 'Votre nom' }).fill('Noé');
  await guest.getByRole('button', { name: 'Rejoindre' }).click();
  await guest.waitForURL(`${sandbox}/html5client/**`);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(roomEntry(page, room).getByRole('button', { name: 'Favori' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: "S'identifier" })).toBeVisible();
  expect(toApi).toContain('/api/v1/bootstrap');
}

test('signing in, the list, its stream, inviting and joining, with app and backend on two origins', async ({
  page,
  newPerson,
  origins,
}) => journey({ page, newPerson, origins }));

test.describe('over TLS, on two hosts of one domain', () => {
  test.use({
    overTls: true,
    ignoreHTTPSErrors: true,
    hosts: { app: `portail.${DOMAIN}`, api: `api.${DOMAIN}` },
  });

  test("the same, and the cookie of the session is for TLS and the backend's host alone", async ({
    page,
    context,
    newPerson,
    origins,
  }) => {
    const { app, api, cookiesAtApp } = origins;
    const signedIn = async () => {
      const cookies = await context.cookies(api);
      const session = cookies.find(({ name }) => name === '__Host-parvis');
      expect(session).toMatchObject({
        domain: new URL(api).hostname,
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
      });
      expect(await context.cookies(app)).toEqual([]);
    };
    await journey({ page, newPerson, origins, signedIn });
    expect(cookiesAtApp).toEqual([]);
  });

  test('the exported headers are in force: nothing but the backend is spoken to', async ({
    page,
    origins,
    expectConsoleError,
  }) => {
    expectConsoleError(/Content Security Policy/);
    const { app, api, sandbox } = origins;
    const opened = await page.goto(app);
    const headers = opened?.headers() ?? {};
    expect(headers['content-security-policy']).toContain(`connect-src 'self' ${api}`);
    expect(headers['cache-control']).toBe('no-cache');
    await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
    // The Content-Security-Policy blocks all other origins, before any request.
    const refused = page.evaluate(
      (elsewhere) =>
        new Promise<string>((resolve) => {
          addEventListener('securitypolicyviolation', ({ effectiveDirective, disposition }) =>
            resolve(`${disposition} ${effectiveDirective}`),
          );
          fetch(elsewhere, { mode: 'no-cors' }).then(
            () => resolve('it was asked'),
            () => {},
          );
        }),
      sandbox,
    );
    expect(await refused).toBe('enforce connect-src');
    const link = await page.goto(`${app}/rejoindre/participant`);
    expect(link?.headers()['x-robots-tag']).toBe('noindex');
  });
});
