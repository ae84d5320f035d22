// The service worker in the other browsers: it is there, and keeps the page and its files.

import { signIn } from '../support/other-browsers.ts';
import { expect, test } from '../support/webdriver.ts';

/** Whether page and wasm are kept. */
const KEPT = `
  const [done] = arguments;
  const kept = async (name, found) => {
    const requests = await (await caches.open(name)).keys();
    return requests.some(({ url }) => found(new URL(url).pathname));
  };
  Promise.all([
    kept('parvis-page', (path) => path === '/'),
    kept('parvis-files', (path) => path.endsWith('.wasm')),
  ]).then((all) => done(all.every(Boolean)), (error) => done(String(error)));
`;

test('what a later visit needs is kept', async ({ newPerson }) => {
  const alix = await newPerson();
  await signIn(alix);
  await expect.poll(() => alix.driver.executeAsyncScript(KEPT)).toBe(true);
});
