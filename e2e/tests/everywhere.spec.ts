// Every screen where it is hardest: on 320 pixels, which is a zoom of 400 %, and in both schemes.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { signIn } from '../support/account.ts';
import { portal } from '../support/addresses.ts';
import { invite, joinBy } from '../support/invite.ts';
import { openInvitation } from '../support/rooms.ts';
import { expect, test } from '../support/test.ts';

test.use({ viewport: { width: 320, height: 640 } });

/** Looks at the page as it stands. */
async function expectToHold(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, page.url()).toBe(0);
  }
}

for (const path of ['/', '/nulle-part', '/aide/droits', '/aide/accessibilite']) {
  test(`${path} holds for visitors`, async ({ page }) => {
    await page.goto(path);
    await expectToHold(page);
  });
}

test('what an agent sees holds', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const { room, id } = await invite(page);
  await expectToHold(page);
  await openInvitation(page, room);
  await expectAccessible(page);
  for (const path of ['/salles/nouvelle', `/salles/${id}/modifier`, `/salles/${id}/envoyer`]) {
    await page.goto(path);
    await expect(page.locator('.skeleton')).toHaveCount(0);
    await expectToHold(page);
  }
});

test('what a guest sees holds', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const { attendee, authenticated } = await invite(page);
  const guest = await newPerson();
  await guest.setViewportSize({ width: 320, height: 640 });
  await guest.goto(authenticated);
  await expectToHold(guest);
  await guest.goto(attendee);
  await expectToHold(guest);
  await joinBy(guest, attendee, 'Noé');
  await guest.waitForURL(`${portal}/attente/**`);
  await expectToHold(guest);
});
