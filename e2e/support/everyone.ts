// Checks a screen under all user settings: languages, schemes, forced colours and spaced text.

import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInForcedColours } from './accessibility.ts';
import { LANGUAGES } from './languages.ts';

/** The text spacing of WCAG, success criterion 1.4.12. */
const SPACED = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

/** German has the longest words; `make test-all` checks every language. The last one stays. */
const CHECKED = [...LANGUAGES]
  .filter(([tag]) => ['fr', 'de'].includes(tag) || process.env.PARVIS_E2E_LANGUAGES === 'all')
  .reverse();

/** Switches to the language of this name, even if something covers the menu. */
async function speak(page: Page, tag: string, name: string): Promise<void> {
  await page
    .locator('header button', { hasText: name })
    .evaluate((button: HTMLElement) => button.click());
  await expect(page.locator('html')).toHaveAttribute('lang', tag);
}

/** Checks that nothing scrolls sideways, on the page or in a dialog, and that no text is cut off. */
async function expectToFit(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const around = [document.documentElement, ...document.querySelectorAll('dialog[open]')];
    const cuts = (element: Element) => {
      const { overflowX, overflowY, clip, position } = getComputedStyle(element);
      const isForReaders = position === 'absolute' && clip !== 'auto';
      if (isForReaders || element.matches('input, textarea, select')) return false;
      const isTooWide = overflowX !== 'visible' && element.scrollWidth > element.clientWidth;
      const isTooHigh = ['hidden', 'clip'].includes(overflowY);
      return isTooWide || (isTooHigh && element.scrollHeight > element.clientHeight + 1);
    };
    return [
      ...around.filter((element) => element.scrollWidth > element.clientWidth),
      ...[...document.body.querySelectorAll('*')].filter(cuts),
    ].map((element) => element.outerHTML.slice(0, 200));
  });
  expect(cut, page.url()).toEqual([]);
}

/** Checks the page in its current state, with everything that is open or shown. */
export async function expectToHold(page: Page): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('.skeleton')).toHaveCount(0);
  for (const [tag, name] of CHECKED) {
    await speak(page, tag, name);
    // Names depend on the language, colours on the scheme: each is checked once.
    await page.emulateMedia({ colorScheme: tag === 'fr' ? 'light' : 'dark' });
    await expectAccessible(page);
    await expectToFit(page);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await expectAccessibleInForcedColours(page);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, SPACED);
  await expectToFit(page);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}
