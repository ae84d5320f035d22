// The test function of every journey: a page that fails its test on anything that the console
// reports as an error, a breach of the Content-Security-Policy included.

import { test as base, expect, type Page } from '@playwright/test';

export const test = base.extend<{
  /** Console messages that a journey provokes on purpose. */
  expectedErrors: RegExp | undefined;
  consoleIsClean: undefined;
}>({
  expectedErrors: [undefined, { option: true }],
  consoleIsClean: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      const watch = (page: Page) => {
        page.on('pageerror', (error) => errors.push(String(error)));
        page.on('console', (message) => {
          if (message.type() === 'error') errors.push(message.text());
        });
      };
      context.pages().forEach(watch);
      context.on('page', watch);
      await use(undefined);
      const unexpected = errors.filter((text) => !expectedErrors?.test(text));
      expect(unexpected, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
