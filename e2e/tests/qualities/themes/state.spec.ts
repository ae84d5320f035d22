// The state's brand is for its own services: an instance without configuration shows none of it.

import { expectToHold } from '../../../support/everyone.ts';
import { type Instance, startInstance } from '../../../support/instance.ts';
import { test as base, expect } from '../../../support/test.ts';

const test = base.extend<{ neutral: Instance }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from here
  neutral: async ({}, use) => {
    const instance = await startInstance({ PARVIS_SERVICE_NAME: 'Réunions' });
    await use(instance);
    await instance.end();
  },
});

test('an instance without a theme bears no mark and no typeface of the state', async ({
  page,
  neutral,
}) => {
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(request.url());
  });
  await page.goto(neutral.origin);
  await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Réunions');
  await expect(page.getByText('Ministère')).toHaveCount(0);
  await expect(page.locator('.fr-logo')).toHaveCount(0);
  const families = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    return [...new Set(all.map((element) => getComputedStyle(element).fontFamily))];
  });
  expect(families.filter((family) => family.includes('Marianne'))).toEqual([]);
  await expectToHold(page);
  expect(fonts).toEqual([]);
});

test('the theme of the state has both', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
  const mark = page.locator('.fr-logo');
  await expect(mark).toBeVisible();
  // On separate lines, in the document's shell and in the app.
  expect((await mark.innerText()).toLowerCase()).toBe("ministère\nde l'éducation\nnationale");
  const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
  expect(family).toMatch(/^Marianne/);
});
