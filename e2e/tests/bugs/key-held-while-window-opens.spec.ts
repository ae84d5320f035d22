// A key that is held while the details open: its keydown and its keyup reach different listeners.

import { copyLink, expect, host, hostTitle, test } from '../../support/meeting.ts';
import { detailsOf } from '../../support/session.ts';

test('a key is whose it was when it went down: the one that closes the window is not the page’s', async ({
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const name of ['keydown', 'keyup']) {
      document.addEventListener(name, (event) => {
        heard.push(`${name} ${(event as KeyboardEvent).code}`);
      });
    }
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  // Push-to-talk: the key is held while the details open.
  await page.keyboard.down('KeyT');
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  await page.keyboard.up('KeyT');
  await page.keyboard.press('Escape');
  await expect(detailsOf(page)).toHaveCount(0);
  expect(await heard()).toEqual(['keydown KeyT', 'keyup KeyT']);
});
