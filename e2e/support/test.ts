// The test function of every journey: a test fails on any console error of its pages, violations of the
// Content-Security-Policy included.

import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

export const test = base.extend<{
  /** Console messages that a journey provokes on purpose. */
  expectedErrors: RegExp | undefined;
  /** Console errors of all people in the journey. */
  watch: (context: BrowserContext) => void;
  /** Another person, in a browser of their own. */
  newPerson: () => Promise<Page>;
}>({
  expectedErrors: [undefined, { option: true }],
  watch: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      const watchPage = (page: Page) => {
        page.on('pageerror', (error) => errors.push(String(error)));
        page.on('console', (message) => {
          if (message.type() === 'error') errors.push(message.text());
        });
      };
      const watch = (context: BrowserContext) => {
        context.pages().forEach(watchPage);
        context.on('page', watchPage);
      };
      watch(context);
      await use(watch);
      const unexpected = errors.filter((text) => !expectedErrors?.test(text));
      expect(unexpected, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  newPerson: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ locale: 'fr-FR' });
      contexts.push(context);
      watch(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
