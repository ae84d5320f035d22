// The plug-in in a client that speaks by the plug-in SDK's own events and types, in each version that stands for a line
// of clients.

import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { portal } from '../support/addresses.ts';
import { meeting } from '../support/conference.ts';
import type { Invitation } from '../support/invite.ts';
import { copyLink, expect, test } from '../support/meeting.ts';
import { detailsOf, expectCopies } from '../support/session.ts';
import type { Host } from './host.ts';

const SDK = 'bigbluebutton-html-plugin-sdk';
/** A page that no server of ours knows. */
const CLIENT = 'http://localhost:18098/html5client/';
/** Where the API is said to be. */
const API = 'http://localhost:18097';
const TITLE = '<h1 id="presentationTitle"><span>Conseil</span></h1>';

/** The host's script with one version of the SDK. */
async function hostScript(sdk: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['plugin-sdk/host.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    alias: { [SDK]: sdk },
  });
  return outputFiles[0]?.text ?? '';
}

const inPage = <T>(page: Page, act: (host: Host, argument: string) => T, argument = '') =>
  page.evaluate(
    ([source, argument]) => {
      const { host } = window as unknown as { host: Host };
      return new Function('host', 'argument', `return (${source})(host, argument)`)(host, argument);
    },
    [act.toString(), argument] as const,
  ) as Promise<T>;

const become = (page: Page, role: 'MODERATOR' | 'VIEWER') =>
  inPage(page, (host, role) => host.become(role as 'MODERATOR' | 'VIEWER'), role);
const write = (page: Page, text: string) => inPage(page, (host, text) => host.write(text), text);
const subscriptions = (page: Page) => inPage(page, (host) => host.subscriptions());

/** The title, where it opens the details. */
const title = (page: Page) => page.getByRole('button', { name: 'Conseil' });

for (const { line, sdk } of [
  { line: '0.0', sdk: `${SDK}-0.0` },
  { line: '0.1', sdk: SDK },
]) {
  test.describe(`SDK ${line}`, () => {
    /** A client with the plug-in in it, and what its meeting says to moderators. */
    async function client(moderator: Page, invitation: Invitation): Promise<[Page, string]> {
      const script = await hostScript(sdk);
      const page = await moderator.context().newPage();
      await page.route(`${CLIENT}**`, (route) =>
        route.request().url().endsWith('.js')
          ? route.fulfill({ contentType: 'text/javascript', body: script })
          : route.fulfill({
              contentType: 'text/html; charset=utf-8',
              body: `<!doctype html><html lang="fr"><head><title>Client</title><link rel="icon" href="data:,"></head><body>${TITLE}<script src="host.js"></script></body></html>`,
            }),
      );
      await page.goto(CLIENT);
      await inPage(page, (host, url) => host.load(url), `${portal}/embed/bigbluebutton.js`);
      // The plug-in asks who the person is.
      await expect.poll(async () => (await subscriptions(page)).held).toBe(1);
      const { create } = (await meeting(moderator.request, invitation.room)) ?? { create: {} };
      return [page, (create as Record<string, string>).moderatorOnlyMessage ?? ''];
    }

    test('a moderator copies each datum, asked for from an origin that the portal does not know', async ({
      moderator,
      invitation,
    }) => {
      const [page, text] = await client(moderator, invitation);
      await become(page, 'MODERATOR');
      await expect(title(page)).toHaveCount(0);
      await write(page, text);
      await title(page).click();
      await expectCopies(page, detailsOf(page), invitation);
      // What somebody else asks, and is answered, is not the plug-in's.
      await page.evaluate(() => {
        const data = { loading: false, data: { user_welcomeMsgs: [] } };
        const detail = { hook: 'Hooks::CustomSubscription', hookArguments: { query: 'x' }, data };
        dispatchEvent(new CustomEvent('BBB_CORE_SENT_NEW_DATA', { detail }));
      });
      await expect(copyLink(page)).toBeVisible();
    });

    test('the API is asked where the link says that it is, with the token alone', async ({
      moderator,
      invitation,
    }) => {
      const [page, text] = await client(moderator, invitation);
      const asked: Record<string, string>[] = [];
      await page.route(`${API}/**`, async (route) => {
        asked.push(await route.request().allHeaders());
        const { pathname } = new URL(route.request().url());
        await route.fulfill({ response: await route.fetch({ url: `${portal}${pathname}` }) });
      });
      await become(page, 'MODERATOR');
      await write(page, text.replace(/(#token=[\w-]+)/g, `$1&amp;api=${API}`));
      await title(page).click();
      await expect(copyLink(page)).toBeVisible();
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.every((headers) => headers.authorization?.startsWith('Bearer '))).toBe(true);
      expect(asked.some((headers) => headers.cookie !== undefined)).toBe(false);
    });

    test('promotion and demotion come and go, and leave no subscription behind', async ({
      moderator,
      invitation,
    }) => {
      const [page, text] = await client(moderator, invitation);
      await become(page, 'VIEWER');
      // A participant's client is not even asked for the texts.
      expect(await subscriptions(page)).toEqual({ held: 1, texts: 0 });
      await become(page, 'MODERATOR');
      await write(page, text);
      await title(page).click();
      await expect(copyLink(page)).toBeVisible();
      await become(page, 'VIEWER');
      await expect(detailsOf(page)).toHaveCount(0);
      await expect(title(page)).toHaveCount(0);
      expect(await subscriptions(page)).toEqual({ held: 1, texts: 1 });
      // Demoted by what the server lets them read, before anything is told of a role.
      await become(page, 'MODERATOR');
      await write(page, text);
      await expect(title(page)).toBeVisible();
      await inPage(page, (host) => host.write(null));
      await expect(title(page)).toHaveCount(0);
      await inPage(page, (host) => host.leave());
      await expect.poll(async () => (await subscriptions(page)).held).toBe(0);
    });

    test('a subscription that fails is given up and asked for anew', async ({
      moderator,
      invitation,
    }) => {
      const [page, text] = await client(moderator, invitation);
      await inPage(page, (host) => host.refuse());
      await become(page, 'MODERATOR');
      await expect.poll(async () => (await subscriptions(page)).texts).toBeGreaterThan(1);
      await expect(title(page)).toHaveCount(0);
      await write(page, text);
      await title(page).click();
      await expect(copyLink(page)).toBeVisible();
      // One at a time.
      expect((await subscriptions(page)).held).toBe(2);
    });

    test('a text without our link, or with somebody else’s, leaves the title to the client', async ({
      moderator,
      invitation,
    }) => {
      const [page, text] = await client(moderator, invitation);
      await become(page, 'MODERATOR');
      const foreign = text.replaceAll(portal, 'https://evil.example');
      for (const other of ['', 'Bonjour', foreign]) {
        await write(page, other);
        await expect(title(page)).toHaveCount(0);
      }
      await write(page, text);
      await expect(title(page)).toBeVisible();
    });
  });
}
