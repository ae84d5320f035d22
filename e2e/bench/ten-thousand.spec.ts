// A person with 10,000 rooms: when the first screen is painted, when all rooms are there, and what scrolling costs, on a
// slow laptop and line. Beside it, how long the backend takes to be ready, and its memory then. Times are printed, never
// judged.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { chooseAccount } from '../support/account.ts';
import { type Alone, startAlone } from '../support/alone.ts';
import { measuredBy, middleOf, THROTTLED, throttle } from '../support/measure.ts';

const ROOMS = Number(process.env.BENCH_ROOMS ?? 10_000);
const RUNS = Number(process.env.BENCH_RUNS ?? 7);
/** How many rooms are created at the same time. */
const TOGETHER = 16;

async function createRooms({ origin }: Alone, cookie: string): Promise<void> {
  const headers = { cookie, origin, 'content-type': 'application/json' };
  const create = async (number: number) => {
    const response = await fetch(`${origin}/api/v1/rooms`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': `room-${number}` },
      body: JSON.stringify({ name: `Conseil d’école ${number}` }),
    });
    expect(response.status, await response.text()).toBe(201);
  };
  for (let first = 0; first < ROOMS; first += TOGETHER) {
    const numbers = Array.from({ length: TOGETHER }, (_, index) => first + index);
    await Promise.all(numbers.filter((number) => number < ROOMS).map(create));
  }
}

/** When the first screen was painted, and when all rooms were listed, milliseconds. */
interface Times {
  painted: number;
  listed: number;
}

/** Opens the rooms. */
async function load(page: Page, session: CDPSession, origin: string): Promise<Times> {
  await page.addInitScript((rooms) => {
    const measured = new Promise((resolve) => {
      let painted = 0;
      const look = () => {
        const now = performance.now();
        // What stands there now is painted by the end of this frame.
        if (document.querySelector('main li')) painted ||= now;
        if (document.querySelector(`main li[aria-setsize="${rooms}"]`)) {
          resolve({ painted, listed: now });
        } else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    Object.assign(window, { measured });
  }, ROOMS);
  await page.goto(origin, { waitUntil: 'commit' });
  return measuredBy(session);
}

/** Scrolls through a part of the list for three seconds; returns how long the frames took, milliseconds. */
async function scroll(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const frames: number[] = [];
    const end = performance.now() + 3_000;
    const step = innerHeight / 8;
    await new Promise<void>((resolve) => {
      let before = performance.now();
      const frame = () => {
        const now = performance.now();
        frames.push(now - before);
        before = now;
        scrollBy(0, step);
        if (now < end) requestAnimationFrame(frame);
        else resolve();
      };
      requestAnimationFrame(frame);
    });
    return frames.slice(1);
  });
}

test('ten thousand rooms', async ({ browser }) => {
  test.setTimeout(15 * 60_000);
  const alone = await startAlone({}, { PARVIS_MAX_ROOMS: String(ROOMS) });
  const context = await browser.newContext({ locale: 'fr-FR' });
  const first = await context.newPage();
  await first.goto(alone.origin);
  const link = first.getByRole('main').getByRole('link', { name: /^S'identifier/ });
  await link.click();
  await chooseAccount(first, 'Alix Martin');
  await expect(first.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
  const cookies = await context.cookies(alone.origin);
  await createRooms(alone, cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
  await first.close();

  const [painted, listed, longest]: [number[], number[], number[]] = [[], [], []];
  const frames: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await throttle(session);
    const times = await load(page, session, alone.origin);
    await page.waitForLoadState('networkidle');
    const scrolled = await scroll(page);
    if (run > 0) {
      painted.push(times.painted);
      listed.push(times.listed);
      longest.push(Math.max(...scrolled));
      frames.push(...scrolled);
    }
    await page.close();
  }
  const status = readFileSync(`/proc/${alone.pid}/status`, 'utf8');
  const resident = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  await context.close();
  await alone.end();

  const result = {
    rooms: ROOMS,
    painted_ms: Math.round(middleOf(painted)),
    listed_ms: Math.round(middleOf(listed)),
    longest_frame_ms: Math.round(middleOf(longest)),
    frame_ms: Math.round(middleOf(frames)),
    ready_ms: Math.round(alone.readyAfter),
    resident_bytes: resident,
  };
  mkdirSync('../target/bench', { recursive: true });
  writeFileSync('../target/bench/ten-thousand.json', `${JSON.stringify(result, null, 2)}\n`);
  console.log(
    `${ROOMS} rooms, throttled (CPU ${THROTTLED.cpu}x): first screen ${result.painted_ms} ms, all listed ` +
      `${result.listed_ms} ms; scrolling: longest frame ${result.longest_frame_ms} ms, median ${result.frame_ms} ms`,
  );
});
