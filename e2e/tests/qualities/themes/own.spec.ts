// The instance's own logo and colours.

import { readFileSync } from 'node:fs';
import { expectToHold } from '../../../support/everyone.ts';
import { type Instance, startInstance } from '../../../support/instance.ts';
import { test as base, expect } from '../../../support/test.ts';

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><rect width="96" height="48"/></svg>';

/** The example of docs/deploy.md. */
function exampleStylesheet(): string {
  const example = /```css\n([\s\S]*?)```/.exec(readFileSync('../docs/deploy.md', 'utf8'))?.[1];
  if (!example) throw new Error('docs/deploy.md has no stylesheet');
  return example;
}

const test = base.extend<{ own: Instance }>({
  own: async ({ context }, use) => {
    const instance = await startInstance({
      PARVIS_LOGO: '/assets/logo.svg',
      PARVIS_STYLESHEET: '/assets/colours.css',
    });
    await context.route('**/assets/logo.svg', (route) =>
      route.fulfill({ contentType: 'image/svg+xml', body: LOGO }),
    );
    await context.route('**/assets/colours.css', (route) =>
      route.fulfill({ contentType: 'text/css', body: exampleStylesheet() }),
    );
    await use(instance);
    await instance.end();
  },
});

test("an instance's logo stands before its name, from the first paint on", async ({
  page,
  own,
}) => {
  const logo = page.getByRole('banner').locator('img');
  const width = () => logo.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await page.goto(own.origin, { waitUntil: 'commit' });
  await expect.poll(width).toBe(96);
  await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
  await expect.poll(width).toBe(96);
  // The name beside it says whose service it is.
  await expect(logo).toHaveAttribute('alt', '');
});

for (const [scheme, colour] of [
  ['light', 'rgb(11, 83, 69)'],
  ['dark', 'rgb(115, 198, 182)'],
] as const) {
  test(`an instance's colours hold in the ${scheme} scheme, and are accessible`, async ({
    page,
    own,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(own.origin);
    const signIn = page.getByRole('link', { name: /^S'identifier avec/ });
    await expect(signIn).toHaveCSS('background-color', colour);
    await expectToHold(page);
  });
}

test('an instance without its own colours loads one stylesheet', async ({ page }) => {
  const sheets: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'stylesheet') sheets.push(request.url());
  });
  await page.goto('/');
  await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
  expect(sheets).toHaveLength(1);
});
