// Event streams of many tabs in one browser: over HTTP/1.1 they share six connections.

import type { BrowserContext, Page } from '@playwright/test';
import { signIn } from '../../../support/account.ts';
import { expectInConference, invite, joinBy } from '../../../support/invite.ts';
import { roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

/** The tabs that have requested a stream, in the order of their requests. */
function streamsOf(context: BrowserContext, path: RegExp): Page[] {
  const tabs: Page[] = [];
  context.on('request', (request) => {
    if (path.test(request.url())) tabs.push(request.frame().page());
  });
  return tabs;
}

/** Opens the rooms in `count` more tabs. */
async function openTabs(context: BrowserContext, count: number, room: string): Promise<Page[]> {
  const tabs: Page[] = [];
  for (let number = 0; number < count; number += 1) {
    const tab = await context.newPage();
    await tab.goto('/');
    await expect(roomEntry(tab, room)).toBeVisible();
    tabs.push(tab);
  }
  return tabs;
}

const badge = (tab: Page, room: string, people: string) =>
  roomEntry(tab, room).getByText(`En cours – ${people}`);

test('eight tabs hear by one stream what goes on, and go on to when the tab that holds it is closed', async ({
  page,
  context,
  newPerson,
}) => {
  const streams = streamsOf(context, /\/api\/v1\/events$/);
  await signIn(page, 'Alix Martin');
  const { room, moderator, attendee } = await invite(page);
  await expect.poll(() => streams.length).toBe(1);
  const others = await openTabs(context, 7, room);
  await joinBy(await newPerson(), moderator, 'Zoé');
  for (const tab of [page, ...others]) await expect(badge(tab, room, '1 personne')).toBeVisible();
  expect(streams).toEqual([page]);
  // A tab that is opened later gets the last event.
  const [last] = await openTabs(context, 1, room);
  if (!last) throw new Error('a tab was opened');
  await expect(badge(last, room, '1 personne')).toBeVisible();
  expect(streams).toEqual([page]);

  await page.close();
  await expect.poll(() => streams.length).toBe(2);
  await joinBy(await newPerson(), attendee, 'Noé');
  for (const tab of [...others, last]) await expect(badge(tab, room, '2 personnes')).toBeVisible();
  expect(streams.length).toBe(2);
});

test('a tab that is frozen hands the stream on, and hears again when it is woken', async ({
  page,
  context,
  newPerson,
}) => {
  const streams = streamsOf(context, /\/api\/v1\/events$/);
  await signIn(page, 'Alix Martin');
  const { room, moderator } = await invite(page);
  const [other] = await openTabs(context, 1, room);
  if (!other) throw new Error('a tab was opened');
  expect(streams).toEqual([page]);
  // Browsers do not freeze a visible page on demand, so the event is dispatched by script.
  const tell = (event: string) =>
    page.evaluate((event) => document.dispatchEvent(new Event(event)), event);
  await tell('freeze');
  await expect.poll(() => streams).toEqual([page, other]);
  await joinBy(await newPerson(), moderator, 'Zoé');
  await expect(badge(other, room, '1 personne')).toBeVisible();
  await tell('resume');
  await expect(badge(page, room, '1 personne')).toBeVisible();
  expect(streams).toEqual([page, other]);
});

test('in a browser without locks between tabs, each tab has a stream of its own', async ({
  page,
  context,
  newPerson,
}) => {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
  });
  const streams = streamsOf(context, /\/api\/v1\/events$/);
  await signIn(page, 'Alix Martin');
  const { room, moderator } = await invite(page);
  const [other] = await openTabs(context, 1, room);
  if (!other) throw new Error('a tab was opened');
  await expect.poll(() => streams).toEqual([page, other]);
  await joinBy(await newPerson(), moderator, 'Zoé');
  for (const tab of [page, other]) await expect(badge(tab, room, '1 personne')).toBeVisible();
});

test('what one person hears is not passed on to another who signs in in the same browser', async ({
  page,
  context,
}) => {
  await signIn(page, 'Alix Martin');
  const heard = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const post = BroadcastChannel.prototype.postMessage;
        BroadcastChannel.prototype.postMessage = function (text: string) {
          if (text.includes('"rooms":')) resolve(this.name);
          post.call(this, text);
        };
        new BroadcastChannel('nudge').close();
      }),
  );
  // A tab of the same person subscribes on their own channel.
  const own = await context.newPage();
  await own.goto('/');
  const channel = await heard;
  await context.clearCookies({ name: 'parvis' });
  const other = await context.newPage();
  const names: string[] = [];
  await other.exposeFunction('named', (name: string) => names.push(name));
  await other.addInitScript(() => {
    const Plain = BroadcastChannel;
    window.BroadcastChannel = class extends Plain {
      constructor(name: string) {
        super(name);
        (window as unknown as { named: (name: string) => void }).named(name);
      }
    };
  });
  await signIn(other, 'Dominique Bernard');
  await expect.poll(() => names.some((name) => name.includes('/api/v1/events'))).toBe(true);
  expect(names).not.toContain(channel);
});

/** Makes a tab hidden: by the event, and by the properties of its document. */
async function hide(tab: Page): Promise<void> {
  await tab.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    document.hasFocus = () => false;
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('blur'));
  });
}

test('tabs that wait behind another one enter when the meeting starts, those with a stream and those that ask', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, attendee, moderator } = await invite(page);
  const first = await newPerson();
  const context = first.context();
  const streams = streamsOf(context, /\/api\/v1\/waiting\/[^/]+\/events$/);
  const asking = streamsOf(context, /\/api\/v1\/waiting\/[^/]+$/);
  const tabs = [first];
  // One tab more than may hold a stream.
  for (let more = 0; more < 3; more += 1) tabs.push(await context.newPage());
  for (const [number, tab] of tabs.entries()) {
    await joinBy(tab, attendee, `Élève ${number}`);
    await expect(tab.getByText('Gardez cette page ouverte.')).toBeVisible();
    await hide(tab);
  }
  const other = await context.newPage();
  await other.goto('/');
  await other.bringToFront();
  // Hidden from the start, as a tab that is opened in the background.
  const background = await context.newPage();
  await background.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
  });
  await joinBy(background, attendee, 'Élève 4');
  await expect(background.getByText('Gardez cette page ouverte.')).toBeVisible();
  await other.bringToFront();
  await expect.poll(() => asking.includes(background)).toBe(true);
  expect(new Set(streams).size).toBeLessThanOrEqual(3);
  await joinBy(await newPerson(), moderator, 'Zoé');
  for (const tab of [...tabs, background]) {
    await expectInConference(tab, room);
    await tab.close();
  }
});

test('seven tabs that wait leave room for an eighth, and all of them enter', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, attendee, moderator } = await invite(page);
  const first = await newPerson();
  const context = first.context();
  const streams = streamsOf(context, /\/api\/v1\/waiting\/[^/]+\/events$/);
  const tabs = [first];
  for (let more = 0; more < 6; more += 1) tabs.push(await context.newPage());
  for (const [number, tab] of tabs.entries()) {
    await joinBy(tab, attendee, `Élève ${number}`);
    await expect(tab.getByText('Gardez cette page ouverte.')).toBeVisible();
  }
  const eighth = await context.newPage();
  await eighth.goto('/');
  await expect(eighth.getByRole('heading', { level: 1 })).toBeVisible();
  expect(streams.length).toBeLessThanOrEqual(3);
  await joinBy(await newPerson(), moderator, 'Zoé');
  for (const tab of tabs) {
    await expectInConference(tab, room);
    // The conference pages hold a connection each as well.
    await tab.close();
  }
});
