// What the session's details cost a page of others, and how fast they open. Times are printed, never
// judged.

import { mkdirSync, writeFileSync } from 'node:fs';
import { type BrowserContext, expect, test } from '@playwright/test';
import { signIn } from '../support/account.ts';
import { weighEmbedded } from '../support/embedded.ts';
import { openHost } from '../support/host.ts';
import { expectInConference, invite, joinBy } from '../support/invite.ts';
import { middleOf, throttle } from '../support/measure.ts';
import { detailsOf, sessionToken } from '../support/session.ts';

/** How often they are opened: an odd number, so that there is a middle. */
const RUNS = Number(process.env.BENCH_RUNS ?? 7);

/** From the click on the title until the data stand, cold and once more: milliseconds, throttled. */
async function opened(context: BrowserContext, token: string): Promise<[number, number]> {
  const page = await context.newPage();
  await openHost(page, { token });
  const title = page.getByRole('button', { name: 'Conseil' });
  await expect(title).toBeVisible();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await throttle(session);
  // A click from nowhere: without the pointer's way there, on which the wasm would be fetched already.
  const click = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const began = performance.now();
          const element = document.querySelector('parvis-session-details');
          const look = () => {
            const there = element?.shadowRoot?.querySelector('[data-datum=code] button');
            if (there) resolve(performance.now() - began);
            else requestAnimationFrame(look);
          };
          document.querySelector<HTMLElement>('#name span')?.click();
          look();
        }),
    );
  const cold = await click();
  await page.keyboard.press('Escape');
  await expect(detailsOf(page)).toHaveCount(0);
  const warm = await click();
  await page.close();
  return [cold, warm];
}

test("the session's details", async ({ page, browser, request }) => {
  test.setTimeout(300_000);
  await signIn(page, 'Alix Martin');
  const { room, id, moderator } = await invite(page);
  const zoe = await browser.newContext({ locale: 'fr-FR' });
  const inside = await zoe.newPage();
  await joinBy(inside, moderator, 'Zoé');
  await expectInConference(inside, room);
  await expect(inside.getByText('Vous êtes dans la réunion')).toBeVisible();
  const all: [number, number][] = [];
  for (let run = 0; run <= RUNS; run++) {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const times = await opened(context, await sessionToken(request, id));
    if (run > 0) all.push(times);
    await context.close();
  }
  const middle = (which: 0 | 1) => Math.round(middleOf(all.map((times) => times[which])));
  const result = {
    chromium: browser.version(),
    runs: RUNS,
    bytes: await weighEmbedded(request),
    throttled_ms: { cold: middle(0), warm: middle(1) },
  };
  await zoe.close();
  mkdirSync('../target/bench', { recursive: true });
  writeFileSync('../target/bench/overlay.json', `${JSON.stringify(result, null, 2)}\n`);
  const { bytes, throttled_ms } = result;
  console.log(
    `session's details: stub ${bytes.stub} bytes (target 3,000), until open ${bytes.open.all} ` +
      `(target 60,000: wasm ${bytes.open.wasm}, script ${bytes.open.script}, style ` +
      `${bytes.open.style}, texts ${bytes.open.texts}), plug-in ${bytes.plugin}; click to open, throttled: cold ` +
      `${throttled_ms.cold} ms (target 1,000), warm ${throttled_ms.warm} ms (target 50)`,
  );
});
