// A running meeting, and pages of other sites with its details.

import type { Page } from '@playwright/test';
import { signIn } from './account.ts';
import { openHost } from './host.ts';
import { expectInConference, type Invitation, invite, joinBy } from './invite.ts';
import { detailsOf, sessionToken } from './session.ts';
import { test as base, expect } from './test.ts';

/** A running meeting, with pages of its owner and a moderator. */
export const test = base.extend<{ invitation: Invitation; moderator: Page }>({
  invitation: async ({ page }, use) => {
    await signIn(page, 'Alix Martin');
    await use(await invite(page));
  },
  moderator: async ({ newPerson, invitation }, use) => {
    const zoe = await newPerson();
    await joinBy(zoe, invitation.moderator, 'Zoé');
    await expectInConference(zoe, invitation.room);
    await expect(zoe.getByText('Vous êtes dans la réunion')).toBeVisible();
    await use(zoe);
  },
});

/** The title of the other site's page, which opens the details. */
export const hostTitle = (page: Page) => page.getByRole('button', { name: 'Conseil' });

/** A button that is present as soon as the details are. */
export const copyLink = (page: Page) =>
  detailsOf(page).getByRole('button', { name: 'Copier le lien participant' });

/** A page of another site, with a token for the meeting. */
export async function host(
  moderator: Page,
  invitation: Invitation,
  options: Partial<Parameters<typeof openHost>[1]> = {},
): Promise<Page> {
  const token = await sessionToken(moderator.request, invitation.id);
  const page = await moderator.context().newPage();
  await openHost(page, { token, ...options });
  return page;
}

/** Records the events of the element in the page. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    for (const name of ['open', 'close', 'copied', 'token-expiring']) {
      addEventListener(`parvis-${name}`, (event) => {
        told.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`);
      });
    }
  });
  return () => page.evaluate(() => (window as unknown as { told: string[] }).told);
}

export { expect };
