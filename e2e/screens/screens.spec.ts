// Pictures of every screen, at three widths, in both schemes and in three languages, and what each is made of.

import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { signIn } from '../support/account.ts';
import { portal } from '../support/addresses.ts';
import { copiedBy } from '../support/clipboard.ts';
import { addFiles } from '../support/files.ts';
import { openHost } from '../support/host.ts';
import { expectInConference, invite, joinBy } from '../support/invite.ts';
import { answerProblem, holdAnswers } from '../support/network.ts';
import { addRecordings } from '../support/recordings.ts';
import { openInvitation } from '../support/rooms.ts';
import { sessionToken } from '../support/session.ts';
import { expect, test } from '../support/test.ts';

const widths = {
  desktop: { width: 1280, height: 900 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 360, height: 740 },
};

/** The languages of the pictures; German words are the longest. */
const NAMES = { fr: 'Français', en: 'English', de: 'Deutsch' };

for (const [width, viewport] of Object.entries(widths)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const locale of Object.keys(NAMES) as (keyof typeof NAMES)[]) {
      test.describe(`${width}, ${colorScheme}, ${locale}`, () => {
        test.use({ viewport, colorScheme });

        const picture = async (page: Page, name: string, fullPage = true) => {
          // What a page is made of hangs neither on its width nor on its scheme.
          if (width === 'desktop' && colorScheme === 'light') {
            mkdirSync('../target/html', { recursive: true });
            writeFileSync(`../target/html/${name}-${locale}.html`, await contentOf(page));
          }
          await page.screenshot({
            path: `../target/screens/${name}-${width}-${colorScheme}-${locale}.png`,
            fullPage,
            animations: 'disabled',
          });
        };

        test('screens', async ({ page, expectConsoleError }) => {
          // Of the damaged link.
          expectConsoleError(/status of 404 .*\/join\/resolve/);
          await page.goto('/');
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await speak(page, locale);
          await picture(page, 'visitor');
          await page.goto('/nulle-part');
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await picture(page, 'not-found');
          await speak(page, 'fr');
          await signIn(page, 'Alix Martin');
          const dialog = await openInvitation(page, 'Mon aide numérique');
          const link = await copiedBy(page, dialog, 'le lien participant');
          const address = page.url();
          await page.goto('/');
          await speak(page, locale);
          await expect(page.getByRole('main').getByRole('listitem').nth(5)).toBeVisible();
          await picture(page, 'rooms');
          await page.goto(address);
          await expect(page.getByRole('dialog').getByRole('listitem').nth(4)).toBeVisible();
          await picture(page, 'invitation', false);
          await page.goto(address.replace('inviter', 'envoyer'));
          await page.locator('#to-moderators').check();
          await page.locator('#date').fill('2026-12-01');
          await page.locator('#start').fill('14:00');
          await page.locator('.sending .fold-out summary').click();
          await picture(page, 'sending');
          const [, , room = ''] = new URL(address).pathname.split('/');
          await page.goto(address.replace('inviter', 'enregistrements'));
          await expect(page.locator('.back-home')).toBeVisible();
          // The room is the same at each width.
          if ((await page.locator('.recording').count()) === 0) {
            await addRecordings(page.request, room, 'Conseil', 2);
            await page.reload();
          }
          await page.getByRole('checkbox').first().uncheck();
          await page.locator('[id^=rename]').last().click();
          await picture(page, 'recordings');
          const ofRecordings = '**/api/v1/rooms/*/recordings';
          await page.route(ofRecordings, async (route) => {
            const response = await route.fetch();
            const list = await response.json();
            await route.fulfill({ response, json: { ...list, is_incomplete: true } });
          });
          await page.reload();
          await expect(page.getByRole('alert')).toBeVisible();
          await picture(page, 'recordings-incomplete');
          await page.unroute(ofRecordings);
          await page.goto(address.replace('inviter', 'historique'));
          await expect(page.locator('.back-home')).toBeVisible();
          await picture(page, 'history');
          await page.goto(address.replace('inviter', 'fichiers'));
          await expect(page.locator('.back-home')).toBeVisible();
          if ((await page.locator('.file').count()) === 0) await addFiles(page, 'a.pdf', 'b.pdf');
          await picture(page, 'files');
          await page.goto(address.replace('inviter', 'delegues'));
          await expect(page.locator('.back-home')).toBeVisible();
          if ((await page.locator('.delegate').count()) === 0) {
            await page.locator('input[type=email]').fill('noel.dupont@exemple.education.fr');
            await page.locator('.delegate-form button').click();
          }
          await expect(page.locator('.delegate').first()).toBeVisible();
          await picture(page, 'delegates');
          await page.goto('/salles/nouvelle');
          await page.locator('form button[type=submit]').click();
          await expect(page.locator('#room-name')).toBeFocused();
          await picture(page, 'new-room-error');
          await page.goto('/aide/droits');
          await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
          await picture(page, 'rights');
          await page.goto('/aide/accessibilite');
          await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
          await picture(page, 'accessibility');
          await page.goto('/aide/raccourcis');
          await expect(page.getByRole('checkbox')).toBeVisible();
          await picture(page, 'shortcuts');
          await page.goto(link);
          await expect(page.locator('form button[type=submit]')).toBeVisible();
          await picture(page, 'join-owner');
          await page.goto(`${link.slice(0, -2)}${link.at(-2) === 'A' ? 'B' : 'A'}${link.at(-1)}`);
          await expect(page.getByRole('textbox')).toHaveCount(0);
          await expect(
            page.getByRole('link', { name: /accueil|home page|Startseite/ }),
          ).toBeVisible();
          await picture(page, 'link-unknown');
        });

        test('states', async ({ page, expectConsoleError }) => {
          expectConsoleError(/ERR_FAILED .*\/favourite/);
          expectConsoleError(/ERR_FAILED .*\/launch/);
          await signIn(page, 'Camille Durand');
          await speak(page, locale);
          const rooms = page.getByRole('main').getByRole('listitem');
          await expect(rooms).toHaveCount(50);
          // One room is gone, another's star and a third's launch are refused, a search is on.
          await page.route('**/favourite', (route) => route.abort());
          await page.route('**/launch', (route) => route.abort());
          await page.route(/\/rooms\/[^/]+\?/, (route) => route.fulfill({ status: 204 }));
          await page.getByRole('searchbox').fill('jury');
          await rooms.filter({ visible: true }).first().getByRole('button').first().click();
          await rooms.filter({ visible: true }).nth(1).getByRole('button').last().click();
          await rooms.filter({ visible: true }).nth(2).getByRole('button').nth(1).click();
          await expect(page.getByRole('main').getByRole('alert')).toHaveCount(2);
          await picture(page, 'room-states');
          await page.unrouteAll();
          await page
            .getByRole('link', { name: /^(Modifier|Edit)|bearbeiten$/ })
            .first()
            .click();
          await expect(page.locator('#room-name')).not.toHaveValue('');
          await picture(page, 'edit-room');
          for (const section of await page.locator('form > details > summary').all()) {
            await section.click();
          }
          await page.locator('#room-max_participants').fill('-5');
          await page.locator('form button[type=submit]').click();
          await page.locator('#renew-attendee').click();
          await expect(page.getByRole('alert')).toBeVisible();
          await picture(page, 'options');
          await page.locator('#room-max_participants').fill('30');
          await page.route('**/api/v1/rooms/*', (route) =>
            route.fulfill({ json: { meeting_running: true } }),
          );
          await page.locator('form button[type=submit]').click();
          await expect(page.getByRole('alert')).toBeVisible();
          await picture(page, 'meeting-keeps-options');
        });

        test('ways in', async ({ page, newPerson, expectConsoleError }) => {
          expectConsoleError(/status of 404 .*\/api\/v1\/code/);
          await signIn(page, 'Alix Martin');
          const dialog = await openInvitation(page, 'Mon aide numérique');
          const attendee = await copiedBy(page, dialog, 'le lien participant');
          const authenticated = await copiedBy(page, dialog, 'le lien authentifié');
          const guest = await newPerson();
          await guest.setViewportSize(viewport);
          await guest.emulateMedia({ colorScheme });
          await guest.goto('/');
          await speak(guest, locale);
          await guest.locator('.code__field').first().fill('4114645712');
          await expect(guest.locator('.code__mistake')).not.toBeEmpty();
          await picture(guest, 'code-mistake');
          await guest.locator('.code__field').last().fill('571');
          await guest.locator('form button[type=submit]').click();
          await expect(guest.getByRole('alert')).toBeVisible();
          await picture(guest, 'code-unknown');
          await guest.goto(authenticated);
          await expect(guest.locator('main a.fr-btn')).toBeVisible();
          await picture(guest, 'authenticated');
          await guest.locator('main a.fr-btn').click();
          await guest.getByRole('button', { name: 'Noé Laurent', exact: true }).click();
          await expect(guest.locator('#participant-name')).toBeVisible();
          await picture(guest, 'authenticated-join');
          await guest.goto(attendee);
          await guest.locator('#participant-name').fill('Noé');
          await picture(guest, 'join');
          await guest.locator('form button[type=submit]').click();
          await expect(guest.locator('.waiting')).toBeVisible();
          await picture(guest, 'waiting');
        });

        test('moments', async ({ page, expectConsoleError, allowConsoleError }) => {
          expectConsoleError(/status of 409 .*\/api\/v1\/rooms\//);
          expectConsoleError(/ERR_FAILED .*\/api\/v1\/bootstrap/);
          // Whatever is on its way.
          allowConsoleError(/ERR_INTERNET_DISCONNECTED/);
          await signIn(page, 'Alix Martin');
          await speak(page, locale);
          await answerProblem(page, /\/rooms\/[^/]+\?/, { status: 409, name: 'meeting-running' });
          const row = page.getByRole('main').getByRole('listitem').nth(1);
          await row.getByRole('button').last().click();
          await expect(row.getByRole('alert')).toBeVisible();
          await picture(page, 'meeting-runs');
          await page.unrouteAll();
          await row.locator('[id^=edit]').click();
          await page.locator('#room-name').fill('Conseil');
          await page.locator('form a.fr-btn').click();
          await expect(page.locator('.toast')).toBeVisible();
          await row.locator('[id^=edit]').focus();
          await picture(page, 'given-up', false);
          const release = await holdAnswers(page, '**/invitation');
          await row.getByRole('link').first().click();
          await expect(page.locator('.skeleton')).toHaveCSS('opacity', '1');
          await picture(page, 'loading', false);
          release();
          await page.keyboard.press('Escape');
          await page.route('**/api/v1/bootstrap', async (route) => {
            const response = await route.fetch();
            const bootstrap = await response.json();
            bootstrap.instance.max_rooms = bootstrap.rooms.total;
            await route.fulfill({ response, json: bootstrap });
          });
          await page.goto('/');
          await expect(page.locator('.rooms-limit')).toBeVisible();
          await page.context().setOffline(true);
          await expect(page.locator('.fr-notice')).toHaveCount(2);
          await picture(page, 'limit-offline');
          await page.context().setOffline(false);
          await page.route('**/api/v1/bootstrap', (route) => route.abort());
          await page.goto('/');
          await expect(page.getByRole('main').getByRole('listitem').nth(5)).toBeVisible();
          await picture(page, 'unavailable-last-rooms');
        });

        test('in the meeting', async ({ page, newPerson, request, expectConsoleError }) => {
          expectConsoleError(/status of 403 .*\/api\/v1\/session/);
          await signIn(page, 'Alix Martin');
          const { room, id, moderator } = await invite(page);
          const zoe = await newPerson();
          await zoe.setViewportSize(viewport);
          await joinBy(zoe, moderator, 'Zoé');
          await expectInConference(zoe, room);
          if (colorScheme === 'light') {
            await zoe.getByRole('button', { name: 'Thème clair' }).click();
          }
          // As the client says it.
          await zoe.evaluate((locale) => {
            dispatchEvent(new CustomEvent('CURRENT_LOCALE', { detail: { locale } }));
          }, locale);
          await zoe.getByRole('button', { name: room }).click();
          const item = zoe.getByRole('dialog').getByRole('listitem');
          await expect(item.nth(3)).toBeVisible();
          await picture(zoe, 'session', false);
          await item.nth(1).locator('summary').click();
          await item.nth(0).getByRole('button').click();
          await picture(zoe, 'session-unfolded', false);
          const host = await newPerson();
          await host.setViewportSize(viewport);
          await host.emulateMedia({ colorScheme });
          await openHost(host, { token: await sessionToken(request, id, 'attendee') });
          await host.locator('parvis-session-details').evaluate((element, locale) => {
            element.setAttribute('lang', locale);
          }, locale);
          await host.getByRole('button', { name: 'Conseil' }).click();
          await expect(host.getByRole('alert')).toBeVisible();
          await picture(host, 'session-refused', false);
        });

        test('empty', async ({ page }) => {
          await signIn(page, 'Dominique Bernard');
          await speak(page, locale);
          await picture(page, 'empty');
        });
      });
    }
  }
}

/** What our page is made of; of the pages of others, which show a meeting, what is ours in them. */
async function contentOf(page: Page): Promise<string> {
  if (page.url().startsWith(portal)) return page.content();
  const ours = page.locator('parvis-session-details');
  const inside = await ours.evaluate((element) => element.shadowRoot?.innerHTML);
  if (!inside) throw new Error(`nothing of ours in ${page.url()}`);
  const lang = await ours.getAttribute('lang');
  return `<!doctype html><html lang="${lang ?? 'fr'}"><head><meta charset="utf-8"><title>${page.url()}</title></head><body>${inside}</body></html>`;
}

/** Switches the interface to a language, by its menu, where it speaks another. */
async function speak(page: Page, language: keyof typeof NAMES): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  const banner = page.getByRole('banner');
  const menu = banner.getByRole('button', { name: /^Men[uü]$/ });
  if (await menu.isVisible()) await menu.click();
  await banner.locator('summary').click();
  await banner.getByRole('button', { name: NAMES[language] }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
