// The test function of every journey. A test fails on anything that a console or a page reports as an error, a
// breach of the Content-Security-Policy included, unless it has said that it expects it; and where what it expects
// does not come.

import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { ConsoleErrors } from './console-errors.ts';

export const test = base.extend<{
  /** What the consoles of everybody in the journey report as errors. */
  consoleErrors: ConsoleErrors;
  /** Says that an error like this is reported during the test, in whoever's browser; it fails where none is. An
   * error is what the console says of it, a space, and the address that it is about. */
  expectConsoleError: (error: string | RegExp) => void;
  /** Says that such errors may be reported, where that hangs on what is on its way at a moment. */
  allowConsoleError: (error: string | RegExp) => void;
  /** Another person, in a browser of their own. */
  newPerson: (options?: { locale?: string; baseURL?: string }) => Promise<Page>;
}>({
  consoleErrors: [
    async ({ context }, use, info) => {
      const errors = new ConsoleErrors();
      errors.watch(context);
      await use(errors);
      errors.checkUnexpected();
      // A test that has failed has not come to all that it expects.
      if (info.errors.length === 0) await errors.checkMissing();
    },
    { auto: true },
  ],
  expectConsoleError: async ({ consoleErrors }, use) => {
    await use((error) => consoleErrors.expect(error));
  },
  allowConsoleError: async ({ consoleErrors }, use) => {
    await use((error) => consoleErrors.allow(error));
  },
  newPerson: async ({ browser, consoleErrors }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async ({ locale = 'fr-FR', ...options } = {}) => {
      const context = await browser.newContext({ locale, ...options });
      contexts.push(context);
      consoleErrors.watch(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
