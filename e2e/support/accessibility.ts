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
  // A colour in the middle of a transition is no colour that stays. What runs for ever never ends.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished.catch(() => null)),
    ),
  );
  const { violations } = await new AxeBuilder({ page })
    .withTags(TAGS)
    .disableRules('color-contrast-enhanced')
    .analyze();
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    targets: nodes.map((node) => node.html),
  }));
  expect(told).toEqual([]);
}
