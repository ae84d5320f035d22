// The instance's own logo and colours.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** A copy of the app's files, with those of the instance beside them. */
function siteWithOwnFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-site-'));
  cpSync('../dist', folder, { recursive: true });
  writeFileSync(join(folder, 'assets/logo.svg'), LOGO);
  writeFileSync(join(folder, 'assets/colours.css'), exampleStylesheet());
  return folder;
}

const test = base.extend<{ own: Instance }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from here
  own: async ({}, use) => {
    const site = siteWithOwnFiles();
    const instance = await startInstance({
      PARVIS_SITE_DIR: site,
      PARVIS_LOGO: '/assets/logo.svg',
      PARVIS_STYLESHEET: '/assets/colours.css',
    });
    await use(instance);
    await instance.end();
    rmSync(site, { recursive: true });
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

test("an instance's colours hold in both schemes, the system's and the chosen, and are accessible", async ({
  page,
  own,
}) => {
  const [light, dark] = ['rgb(11, 83, 69)', 'rgb(115, 198, 182)'];
  const signIn = page.getByRole('link', { name: /^S'identifier avec/ });
  const scheme = page.getByRole('combobox', { name: 'Affichage' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(own.origin);
  await expect(signIn).toHaveCSS('background-color', dark);
  await scheme.selectOption('Clair');
  await expect(signIn).toHaveCSS('background-color', light);
  await page.emulateMedia({ colorScheme: 'light' });
  await scheme.selectOption('Sombre');
  await expect(signIn).toHaveCSS('background-color', dark);
  await scheme.selectOption('Comme le système');
  await expect(signIn).toHaveCSS('background-color', light);
  await expectToHold(page);
});

test('an instance without its own colours loads no stylesheet beside that of the page', async ({
  page,
}) => {
  const sheets: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'stylesheet') sheets.push(request.url());
  });
  await page.goto('/');
  await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
  expect(sheets).toEqual([]);
});
