// A frame that sends its ready message only once gets no token from a page that listens later.

import { portal } from '../../support/addresses.ts';
import { expect, host, test } from '../../support/meeting.ts';
import { sessionToken } from '../../support/session.ts';

test('a page that listens late, as one that is put together in the browser, is heard all the same', async ({
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation, { policy: `frame-src ${portal}` });
  const token = await sessionToken(moderator.request, invitation.id);
  await page.evaluate(
    ({ portal, token }) => {
      const frame = document.createElement('iframe');
      frame.src = `${portal}/embed/session-details.html#lang=en`;
      frame.title = 'Session details';
      const listen = ({ source, data }: MessageEvent) => {
        if (source !== frame.contentWindow || data.type !== 'parvis-ready') return;
        frame.contentWindow?.postMessage({ type: 'parvis-token', token }, portal);
      };
      // By then the frame has sent its ready message once.
      frame.onload = () => addEventListener('message', listen);
      document.querySelector('main')?.append(frame);
    },
    { portal, token },
  );
  const frame = page.frameLocator('iframe[title="Session details"]');
  await expect(frame.getByRole('button', { name: 'Copy the moderator link' })).toBeVisible();
});
