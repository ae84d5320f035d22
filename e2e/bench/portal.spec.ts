// What the portal's pages weigh and how fast they are. Times are printed, never judged.

import { mkdirSync, writeFileSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
  test,
} from '@playwright/test';
import { signIn } from '../support/account.ts';
import { keepWasmMemory, measuredBy, middleOf, THROTTLED, throttle } from '../support/measure.ts';
import { expectLongList } from '../support/rooms.ts';
import { type Weight, weigh } from '../support/weight.ts';

/** How often each page is loaded: an odd number, so that there is a middle. */
const RUNS = Number(process.env.BENCH_RUNS ?? 7);

interface Times {
  /** First contentful paint, milliseconds. */
  fcp: number;
  /** Largest contentful paint, milliseconds. */
  lcp: number;
  /** From the start of navigation until what the page is for stands (the first rooms), milliseconds. */
  usable: number;
  /** The same, until all of it is painted (all 50 rooms), milliseconds. */
  whole: number;
  /** The sum of what long tasks take beyond 50 ms, milliseconds. */
  tbt: number;
  /** How far things have moved under the eye: cumulative layout shift, no unit. */
  shift: number;
}

/** What a page keeps, in bytes, after garbage was collected. */
interface Memory {
  js: number;
  wasm: number;
}

/** From an event to the next paint, milliseconds. */
type Interactions = Record<string, number>;

interface Screen {
  name: string;
  signedIn: boolean;
  /** How many items make it whole. */
  items: number;
  ready: (page: Page) => Promise<void>;
}

const screens: Screen[] = [
  {
    name: 'rooms (50)',
    signedIn: true,
    items: 50,
    ready: (page) => expect(page.getByRole('main').getByRole('listitem')).toHaveCount(50),
  },
  {
    name: 'visitor',
    signedIn: false,
    items: 0,
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
    await page.addInitScript(keepWasmMemory);
    const weight = await weigh(page, '/', () => screen.ready(page));
    const memory = await weighMemory(page);
    await page.close();
    const plain = await median(context, screen, false);
    const throttled = await median(context, screen, true);
    rows.push({ screen: screen.name, weight, memory, plain, throttled });
    await context.close();
  }
  const interactions = await measureInteractions(browser);
  print(rows, interactions, browser);
  mkdirSync('../target/bench', { recursive: true });
  const all = { chromium: browser.version(), runs: RUNS, screens: rows, interactions };
  writeFileSync('../target/bench/portal.json', `${JSON.stringify(all, null, 2)}\n`);
});

/** Medians of several cold loads, after one to warm the servers up. */
async function median(context: BrowserContext, screen: Screen, slow: boolean): Promise<Times> {
  const all: Times[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const times = await load(context, screen, slow);
    if (run > 0) all.push(times);
  }
  const middle = (of: (times: Times) => number) => Math.round(middleOf(all.map(of)));
  return {
    fcp: middle((t) => t.fcp),
    lcp: middle((t) => t.lcp),
    usable: middle((t) => t.usable),
    whole: middle((t) => t.whole),
    tbt: middle((t) => t.tbt),
    shift: middleOf(all.map((t) => t.shift)),
  };
}

/** The JavaScript heap after its garbage was collected, and the memory of the wasm. */
async function weighMemory(page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const wasm = await page.evaluate(
    () => (window as unknown as { wasmMemory?: WebAssembly.Memory }).wasmMemory?.buffer.byteLength,
  );
  await session.detach();
  return { js: usedSize, wasm: wasm ?? Number.NaN };
}

/** An element that takes the focus, if it does not have it, and the key that is pressed then. */
interface Act {
  focus?: Locator;
  key: string;
}

/** With 500 rooms and a processor four times slower: from each event to the next paint. */
async function measureInteractions(browser: Browser): Promise<Interactions> {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const page = await context.newPage();
  await signIn(page, 'Sacha Petit');
  await expectLongList(page, 500);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLED.cpu });
  const button = (name: string) => page.getByRole('button', { name }).first();
  // By keyboard: moving a pointer would be measured too.
  const acts: Record<string, Act> = {
    'sort by name': { focus: button('Alphabétique'), key: 'Enter' },
    'sort by date': { focus: button('Date'), key: 'Enter' },
    star: { focus: page.getByRole('button', { name: 'Favori' }).nth(10), key: 'Enter' },
    'search key': { focus: page.getByRole('searchbox'), key: 'e' },
    'search key back': { key: 'Backspace' },
    'open dialog': { focus: page.getByRole('link', { name: 'Inviter' }).first(), key: 'Enter' },
    'close dialog': { key: 'Escape' },
  };
  const all: Record<string, number[]> = {};
  for (let run = 0; run <= RUNS; run++) {
    for (const [name, act] of Object.entries(acts)) {
      const time = await toNextPaint(page, act);
      if (run > 0) all[name] = [...(all[name] ?? []), time];
    }
  }
  await context.close();
  return Object.fromEntries(
    Object.entries(all).map(([name, times]) => [name, Math.round(middleOf(times))]),
  );
}

async function toNextPaint(page: Page, { focus, key }: Act): Promise<number> {
  await page.waitForLoadState('networkidle');
  await focus?.focus();
  await page.evaluate(() => {
    const state = window as unknown as { benchPaint: Promise<number> };
    state.benchPaint = new Promise((resolve) => {
      const began = (event: Event) => {
        // The frame after the event's own work, and what the browser does once it has shown it.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - event.timeStamp);
          port2.postMessage(null);
        });
      };
      addEventListener('keydown', began, { once: true, capture: true });
    });
    // What Playwright runs to find and focus an element takes a tenth of a second of a slow processor: the key is
    // pressed after it, as by a person.
    return new Promise((resolve) =>
      requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 5_000 })),
    );
  });
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { benchPaint: Promise<number> }).benchPaint);
}

async function load(context: BrowserContext, screen: Screen, slow: boolean): Promise<Times> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (slow) {
    await throttle(session);
  }
  await page.addInitScript((items) => {
    const state = { tbt: 0, usable: 0, whole: 0, lcp: 0, shift: 0 };
    let settle = () => {};
    const measured = new Promise((resolve) => {
      settle = () => {
        const [fcp] = performance.getEntriesByName('first-contentful-paint');
        resolve({ ...state, fcp: fcp?.startTime });
      };
    });
    Object.assign(window, { measured });
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) state.tbt += Math.max(0, task.duration - 50);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const paint of list.getEntries()) state.lcp = paint.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        state.shift += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    // The shell that the document shows meanwhile has neither.
    const look = () => {
      const there = document.querySelector('main li, main a.fr-btn') !== null;
      const whole = there && document.querySelectorAll('main li').length >= items;
      if (there || whole) {
        // The frame after this one shows it.
        requestAnimationFrame(() => {
          const now = performance.now();
          state.usable ||= now;
          if (!whole) return;
          state.whole = now;
          // Long tasks are told a little later.
          requestIdleCallback(settle);
        });
      }
      if (!whole) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, screen.items);
  await page.goto('/', { waitUntil: 'commit' });
  const times = await measuredBy<Times>(session);
  await page.close();
  return times;
}

interface Row {
  screen: string;
  weight: Weight;
  memory: Memory;
  plain: Times;
  throttled: Times;
}

/** What the best of the peers needs, for the rooms page with 50 rooms. */
const PEER = {
  weight: '474207 bytes, 20 requests, 842 elements',
  plain: 'FCP 652, LCP 832, blocking 187',
  throttled: 'FCP 2024, LCP 2272, blocking 1556',
  memory: '2.5 MB',
  interactions: 'sort 3163, star 2221, open dialog 527 (50 rooms)',
};

function print(rows: Row[], interactions: Interactions, browser: Browser): void {
  const lines = [`Chromium ${browser.version()}, medians of ${RUNS} cold loads, milliseconds`, ''];
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const times = ({ fcp, lcp, usable, whole, tbt, shift }: Times) =>
    `FCP ${fcp}, LCP ${lcp}, usable ${usable}, whole ${whole}, blocking ${tbt}, shift ${shift.toFixed(3)}`;
  for (const { screen, weight, memory, plain, throttled } of rows) {
    const kinds = Object.entries(weight.kinds).map(([kind, bytes]) => `${kind} ${bytes}`);
    lines.push(
      `${screen}: ${weight.bytes} bytes (${kinds.join(', ')}), ${weight.requests} requests, ${weight.elements} elements`,
      `  plain      ${times(plain)}`,
      `  throttled  ${times(throttled)}`,
      `  memory     ${megabytes(memory.js)} MB JavaScript, ${megabytes(memory.wasm)} MB wasm`,
    );
  }
  const told = Object.entries(interactions).map(([name, time]) => `${name} ${time}`);
  lines.push(`500 rooms, CPU 4x, to the next paint: ${told.join(', ')}`, '');
  lines.push('best peer, rooms (50):', ...Object.values(PEER).map((line) => `  ${line}`));
  process.stdout.write(`${lines.join('\n')}\n`);
}
