// The session details in a frame, for pages that may not run wasm.

import { expectAccessible } from '../../../support/accessibility.ts';
import { portal } from '../../../support/addresses.ts';
import { policies } from '../../../support/host.ts';
import { expect, host, hostTitle, listen, test } from '../../../support/meeting.ts';
import { renewAttendeeLink } from '../../../support/rooms.ts';
import { detailsOf, sessionToken } from '../../../support/session.ts';

test('a page that may run no wasm shows the details in a frame', async ({
  page: owner,
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation, { policy: policies.withoutWasm });
  const told = await listen(page);
  await hostTitle(page).press('Enter');
  const details = detailsOf(page);
  const frame = details.frameLocator('iframe');
  await expect(frame.getByRole('button', { name: 'Copier le code de connexion' })).toBeVisible();
  for (const [what, value] of [
    ['le code de connexion', invitation.code],
    ['le lien modérateur', invitation.moderator],
    ['le lien participant', invitation.attendee],
  ] as const) {
    await frame.getByRole('button', { name: `Copier ${what}` }).click();
    await expect(frame.getByRole('button', { name: `Copié ${what}` })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(value);
  }
  await expectAccessible(page);
  // Renewed data appear here as well.
  await frame.getByText('Le lien participant', { exact: true }).click();
  await renewAttendeeLink(owner, invitation.room);
  await expect(frame.getByText(invitation.attendee)).toHaveCount(0);
  await expect(frame.getByText('/rejoindre/participant#')).toBeVisible();
  await frame.getByRole('button', { name: 'Copier le lien modérateur' }).focus();
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
  await expect(hostTitle(page)).toBeFocused();
  expect((await told()).filter((event) => event.startsWith('copied'))).toHaveLength(3);
});

test('a page may hold the frame by itself, if its origin is known, and gives it the token', async ({
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation, { policy: `frame-src ${portal}` });
  const token = await sessionToken(moderator.request, invitation.id);
  await page.evaluate(
    ({ portal, token }) => {
      addEventListener('message', ({ source, origin, data }) => {
        const frame =
          document.querySelector<HTMLIFrameElement>('iframe[title^=Session]')?.contentWindow;
        if (source !== frame || origin !== portal || data.type !== 'parvis-ready') return;
        // Messages from other origins, or of other types, are ignored.
        frame?.postMessage({ type: 'parvis-token', token }, portal);
      });
      const frame = document.createElement('iframe');
      frame.src = `${portal}/embed/session-details.html#lang=en&theme=dark`;
      frame.allow = 'clipboard-write';
      frame.title = 'Session details';
      // A frame of another page, whose messages must be ignored.
      const other = document.createElement('iframe');
      other.title = 'Other';
      other.srcdoc = `<script>
        setInterval(() => parent.frames[1]?.postMessage({ type: 'parvis-token', token: 'forged', lang: 'fr' }, '*'), 20);
      </script>`;
      document.querySelector('main')?.append(other);
      frame.style.cssText = 'width:100%;height:500px';
      document.querySelector('main')?.append(frame);
    },
    { portal, token },
  );
  const frame = page.frameLocator('iframe[title="Session details"]');
  await frame.getByRole('button', { name: 'Copy the moderator link' }).click();
  await expect(frame.getByRole('button', { name: 'Copied the moderator link' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(invitation.moderator);
  await expectAccessible(page);
});

test('a page of an unknown origin may hold no frame', async ({ newPerson, expectConsoleError }) => {
  expectConsoleError(/frame-ancestors/);
  const page = await newPerson();
  const elsewhere = 'http://localhost:18099/';
  await page.route(elsewhere, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<link rel="icon" href="data:,"><iframe src="${portal}/embed/session-details.html"></iframe>`,
    }),
  );
  const refused = page.waitForEvent('console', (message) => message.type() === 'error');
  await page.goto(elsewhere);
  expect((await refused).text()).toContain('frame-ancestors');
  await expect(page.frameLocator('iframe').locator('.session')).toHaveCount(0);
});
