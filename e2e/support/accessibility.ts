// axe-core with every rule on.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Checks the page as it stands: no violation of any rule, contrast included. */
export async function expectAccessible(page: Page): Promise<void> {
  // A colour in the middle of a transition is no colour that stays.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  const { violations } = await new AxeBuilder({ page })
    // Every tag, so that no rule is left out because nobody named it.
    .options({ resultTypes: ['violations'] })
    .analyze();
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    targets: nodes.map((node) => node.html),
  }));
  expect(told).toEqual([]);
}
