// Console errors, which every test checks: an error that is not expected fails the test, and so does an
// expected one that does not occur.

import type { Page } from '@playwright/test';
import { test } from '../../support/test.ts';

const report = (page: Page, error: string) =>
  page.evaluate((error) => {
    console.error(error);
  }, error);

test('an error that is expected passes', async ({ page, expectConsoleError }) => {
  expectConsoleError('the lamp is out');
  expectConsoleError(/^the door .* open/);
  await report(page, 'the lamp is out');
  await report(page, 'the door is open');
});

test('an error that may come passes, whether it comes or not', async ({
  page,
  allowConsoleError,
}) => {
  allowConsoleError('the lamp is out');
  allowConsoleError('the door is open');
  await report(page, 'the lamp is out');
});

test('an error that is not named fails the test, in whoever’s browser', async ({
  newPerson,
  expectConsoleError,
}) => {
  test.fail();
  const person = await newPerson();
  expectConsoleError('the lamp is out');
  await report(person, 'the lamp is out');
  await report(person, 'the door is open');
});

test('an error of a script that nobody catches fails the test', async ({ page }) => {
  test.fail();
  const thrown = page.waitForEvent('pageerror');
  await page.evaluate(() => {
    queueMicrotask(() => {
      throw new Error('the lamp is out');
    });
  });
  await thrown;
});

test('an error that is expected and does not come fails the test', async ({
  expectConsoleError,
}) => {
  test.fail();
  expectConsoleError('the lamp is out');
});
