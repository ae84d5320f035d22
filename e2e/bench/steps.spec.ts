// How long each step of a person's session takes, throttled: from the click on a link that was pointed at
// 0.4 s before to the page that it leads to, and what the whole session weighs.

import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { signIn } from '../support/account.ts';
import { middleOf, throttle } from '../support/measure.ts';
import { weighAll } from '../support/weight.ts';

const RUNS = Number(process.env.BENCH_RUNS ?? 7);
/** How long a link is pointed at before it is clicked, milliseconds. */
const POINTED_AT = 400;

interface Step {
  name: string;
  link: (page: Page) => Locator;
  /** A selector of what the step leads to. */
  sign: string;
}

const steps: Step[] = [
  {
    name: 'rooms → new room',
    link: (page) => page.getByRole('link', { name: 'Créer une salle permanente' }),
    sign: '#room-name',
  },
  {
    name: 'new room → rooms',
    link: (page) => page.getByRole('link', { name: 'Annuler' }),
    sign: '#rooms .room__name',
  },
  {
    name: 'rooms → invite',
    link: (page) => page.getByRole('link', { name: 'Inviter' }).first(),
    sign: 'dialog .invitation__item',
  },
  {
    name: 'invite → send',
    link: (page) => page.getByRole('link', { name: 'Envoyer une invitation complète' }),
    sign: '.sending__actions',
  },
  {
    name: 'send → rooms',
    link: (page) => page.getByRole('link', { name: "Revenir à l'accueil" }),
    sign: '#rooms .room__name',
  },
];

/** From the click to the first frame in which `sign` is there, milliseconds, by the page's own clock. */
async function timed(page: Page, link: Locator, sign: string): Promise<number> {
  await link.hover();
  await page.waitForTimeout(POINTED_AT);
  const arrived = page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        let clicked = 0;
        addEventListener(
          'click',
          () => {
            clicked = performance.now();
          },
          { capture: true, once: true },
        );
        const look = () => {
          if (clicked && document.querySelector(selector)) resolve(performance.now() - clicked);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    sign,
  );
  await link.click();
  return arrived;
}

test('the steps of a session', async ({ browser }) => {
  test.setTimeout(15 * 60_000);
  const times = new Map<string, number[]>(steps.map(({ name }) => [name, []]));
  let bytes = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const page = await context.newPage();
    await throttle(await context.newCDPSession(page));
    const weight = await weighAll(page, async () => {
      await signIn(page, 'Camille Durand');
      await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(50);
      for (const { name, link, sign } of steps) {
        times.get(name)?.push(await timed(page, link(page), sign));
      }
      await page.waitForLoadState('networkidle');
    });
    bytes = weight.bytes;
    await context.close();
  }
  const medians = Object.fromEntries([...times].map(([name, all]) => [name, middleOf(all)]));
  const lines = Object.entries(medians).map(
    ([name, ms]) => `  ${name.padEnd(20)} ${Math.round(ms).toString().padStart(6)} ms (target 150)`,
  );
  console.log(
    `steps of a session, throttled, pointed at before; ${bytes} bytes in all\n${lines.join('\n')}`,
  );
  mkdirSync('../target/bench', { recursive: true });
  writeFileSync('../target/bench/steps.json', JSON.stringify({ bytes, medians }, null, 2));
});
