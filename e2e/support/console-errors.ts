// What the browsers of a test report as errors, against what the test has said that it expects.

import { type BrowserContext, type ConsoleMessage, expect, type Page } from '@playwright/test';

/** A part of what is reported, or what that matches. */
type Pattern = string | RegExp;

/** How long after the end of a test an error of its last step may be reported. */
const REPORTED_WITHIN_MS = 5_000;

/** An error as a test names it: what the console says, and the address of the file or request that it is about. */
const described = (message: ConsoleMessage) => `${message.text()} ${message.location().url}`.trim();

const matches = (pattern: Pattern, error: string) =>
  typeof pattern === 'string' ? error.includes(pattern) : pattern.test(error);

export class ConsoleErrors {
  readonly #reported: string[] = [];
  readonly #expected: Pattern[] = [];
  readonly #allowed: Pattern[] = [];

  /** Collects the errors of every page of a browser, those that are opened later too. */
  watch(context: BrowserContext): void {
    for (const page of context.pages()) this.#watchPage(page);
    context.on('page', (page) => this.#watchPage(page));
  }

  /** At least one error like this is reported during the test. */
  expect(pattern: Pattern): void {
    this.#expected.push(pattern);
  }

  /** Errors like this may be reported: whether one is hangs on what is on its way at a moment. */
  allow(pattern: Pattern): void {
    this.#allowed.push(pattern);
  }

  /** Fails on errors that nobody has named. */
  checkUnexpected(): void {
    const named = [...this.#expected, ...this.#allowed];
    const unexpected = this.#reported.filter((error) => !named.some((one) => matches(one, error)));
    expect(unexpected, 'errors that the test does not expect').toEqual([]);
  }

  /** Fails on errors that are expected and do not come. The browser reports them on its own time. */
  async checkMissing(): Promise<void> {
    const missing = () =>
      this.#expected
        .filter((pattern) => !this.#reported.some((error) => matches(pattern, error)))
        .map(String);
    await expect
      .poll(missing, { message: 'errors that the test expects', timeout: REPORTED_WITHIN_MS })
      .toEqual([]);
  }

  #watchPage(page: Page): void {
    page.on('pageerror', (error) => this.#reported.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#reported.push(described(message));
    });
  }
}
