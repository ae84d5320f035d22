// What the portal's pages weigh and how fast they are. Times are printed, never judged.

import { mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { signIn } from '../support/account.ts';
import { type Weight, weigh } from '../support/weight.ts';

const RUNS = 7;

/** The profile "throttled": a weak laptop behind a slow line. */
const THROTTLED = { cpu: 4, down: 1_600_000 / 8, up: 750_000 / 8, latency: 150 };

interface Times {
  /** First contentful paint, milliseconds. */
  fcp: number;
  /** From the start of navigation until what the page is for stands, milliseconds. */
  usable: number;
  /** The sum of what long tasks take beyond 50 ms, milliseconds. */
  tbt: number;
}

interface Screen {
  name: string;
  signedIn: boolean;
  ready: (page: Page) => Promise<void>;
}

const screens: Screen[] = [
  {
    name: 'rooms (50)',
    signedIn: true,
    ready: (page) => expect(page.getByRole('main').getByRole('listitem')).toHaveCount(50),
  },
  {
    name: 'visitor',
    signedIn: false,
    ready: (page) => expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible(),
  },
];

test('the portal', async ({ browser }) => {
  test.setTimeout(600_000);
  const rows = [];
  for (const screen of screens) {
    const context = await browser.newContext({ locale: 'fr-FR' });
    if (screen.signedIn) await signIn(await context.newPage(), 'Camille Durand');
    const page = await context.newPage();
    const weight = await weigh(page, '/', () => screen.ready(page));
    await page.close();
    const plain = await median(context, screen, false);
    const throttled = await median(context, screen, true);
    rows.push({ screen: screen.name, weight, plain, throttled });
    await context.close();
  }
  print(rows, browser);
  mkdirSync('../target/bench', { recursive: true });
  writeFileSync('../target/bench/portal.json', `${JSON.stringify(rows, null, 2)}\n`);
});

/** Medians of several cold loads, after one to warm the servers up. */
async function median(context: BrowserContext, screen: Screen, slow: boolean): Promise<Times> {
  const all: Times[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const times = await load(context, screen, slow);
    if (run > 0) all.push(times);
  }
  const middle = (of: (times: Times) => number) => {
    const sorted = all.map(of).sort((a, b) => a - b);
    return Math.round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
  };
  return { fcp: middle((t) => t.fcp), usable: middle((t) => t.usable), tbt: middle((t) => t.tbt) };
}

async function load(context: BrowserContext, screen: Screen, slow: boolean): Promise<Times> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (slow) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLED.cpu });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: THROTTLED.latency,
      downloadThroughput: THROTTLED.down,
      uploadThroughput: THROTTLED.up,
    });
  }
  await page.addInitScript(() => {
    const state = { tbt: 0, usable: 0 };
    (window as unknown as { bench: typeof state }).bench = state;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) state.tbt += Math.max(0, task.duration - 50);
    }).observe({ type: 'longtask', buffered: true });
    // The app has taken the shell's place once Trunk says so; the frame after that shows it.
    addEventListener('TrunkApplicationStarted', () => {
      const look = () => {
        const there = document.querySelector('main li, main a.fr-btn');
        if (there)
          requestAnimationFrame(() => {
            state.usable = performance.now();
          });
        else requestAnimationFrame(look);
      };
      look();
    });
  });
  await page.goto('/');
  await screen.ready(page);
  await page.waitForFunction(
    () => (window as unknown as { bench: { usable: number } }).bench.usable > 0,
  );
  const times = await page.evaluate(() => {
    const [fcp] = performance.getEntriesByName('first-contentful-paint');
    const { tbt, usable } = (window as unknown as { bench: { tbt: number; usable: number } }).bench;
    return { fcp: fcp?.startTime ?? Number.NaN, tbt, usable };
  });
  await page.close();
  return times;
}

interface Row {
  screen: string;
  weight: Weight;
  plain: Times;
  throttled: Times;
}

function print(rows: Row[], browser: Browser): void {
  const lines = [`Chromium ${browser.version()}, medians of ${RUNS} cold loads, milliseconds`, ''];
  for (const { screen, weight, plain, throttled } of rows) {
    const kinds = Object.entries(weight.kinds).map(([kind, bytes]) => `${kind} ${bytes}`);
    lines.push(
      `${screen}: ${weight.bytes} bytes (${kinds.join(', ')}), ${weight.requests} requests, ${weight.elements} elements`,
      `  plain      FCP ${plain.fcp}, usable ${plain.usable}, blocking ${plain.tbt}`,
      `  throttled  FCP ${throttled.fcp}, usable ${throttled.usable}, blocking ${throttled.tbt}`,
    );
  }
  lines.push(
    '',
    'best peer, rooms (50): 474207 bytes, 20 requests; throttled FCP 2024, rooms painted 2272, blocking 1556',
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}
