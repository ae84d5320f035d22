// The languages of the interface, and the files of their texts.

import type { Page, Request } from '@playwright/test';

/** The tag that the page declares, and the language's name in itself. */
export const LANGUAGES = [
  ['fr', 'Français'],
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['it', 'Italiano'],
  ['nl', 'Nederlands'],
  ['pt-PT', 'Português'],
] as const;

/** Chooses a language in the menu of the header. */
export async function chooseLanguage(page: Page, name: string): Promise<void> {
  const banner = page.getByRole('banner');
  await banner.locator('summary').click();
  await banner.getByRole('button', { name }).click();
}

/** The files of texts that a page requests from now on, without the hash in their names: `fr` is the first file of a
 * language, `fr-further` has the texts of pages that not everybody opens. */
export function textsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request: Request) => {
    const { pathname } = new URL(request.url());
    const [, name] = /\/assets\/([\w-]+)-[0-9a-f]+\.txt$/.exec(pathname) ?? [];
    if (name) asked.push(name);
  });
  return asked;
}
