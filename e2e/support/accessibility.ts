// axe-core with every rule on.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Every group of rules, so that those which are off unless asked for run too (target size, …), but
 * for one: the contrast of level AAA, which the design system's grey for hints does not reach and
 * whose level, AA, is the yardstick here.
 */
const TAGS = [
  ...['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  ...['best-practice', 'experimental', 'RGAAv4', 'EN-301-549'],
];

/** Checks the page as it stands: no violation of any rule, contrast included. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, ['color-contrast-enhanced']);
}

/** The same where the system imposes its colours: axe reads others than those that are painted. */
export async function expectAccessibleInForcedColours(page: Page): Promise<void> {
  await expectNoViolation(page, ['color-contrast-enhanced', 'color-contrast']);
}

async function expectNoViolation(page: Page, withoutRules: string[]): Promise<void> {
  // A colour in the middle of a transition is no colour that stays. What runs for ever never ends, and
  // what goes after a while is looked at before.
  await page.evaluate(() => {
    const ends = (animation: Animation) => {
      const { iterations, duration } = animation.effect?.getComputedTiming() ?? {};
      return iterations !== Infinity && duration !== 0;
    };
    const running = document.getAnimations().filter(ends);
    return Promise.all(running.map((animation) => animation.finished.catch(() => null)));
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(TAGS)
    .disableRules(withoutRules)
    .analyze();
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    targets: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
  }));
  expect(told).toEqual([]);
}
