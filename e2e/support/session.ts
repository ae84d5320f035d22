// The details of a running session, in the page of a conference.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import { portal } from './addresses.ts';
import { copiedBy } from './clipboard.ts';
import { meeting } from './conference.ts';
import type { Invitation } from './invite.ts';

/** Within two seconds, as the product promises. */
export const SOON = { timeout: 2_000 };

/** The window with the details. */
export function detailsOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Détails de la session' });
}

/** The title of the conference page, which opens the details. */
export function titleOf(page: Page, room: string): Locator {
  return page.getByRole('heading', { level: 1 }).getByRole('button', { name: room });
}

/** Copies each datum and compares it with the owner's invitation. */
export async function expectCopies(
  page: Page,
  scope: Locator,
  invitation: Invitation,
): Promise<void> {
  expect(await copiedBy(page, scope, 'le code de connexion')).toBe(invitation.code);
  expect(await copiedBy(page, scope, 'le lien modérateur')).toBe(invitation.moderator);
  expect(await copiedBy(page, scope, 'le lien participant')).toBe(invitation.attendee);
  expect(await copiedBy(page, scope, 'la connexion par téléphone')).toMatch(
    /^Tél\. : \+33 1 23 45 67 89 – PIN : \d{3} \d{3} \d{3} #$/,
  );
}

/** Requests a session token, as a page's server does. */
export async function sessionToken(
  request: APIRequestContext,
  room: string,
  role: 'moderator' | 'attendee' = 'moderator',
): Promise<string> {
  const secret = readFileSync(join(process.env.PARVIS_E2E_DATA ?? '', 'host-secret'), 'utf8');
  const answer = await request.post(`${portal}/api/v1/session/token`, {
    headers: { authorization: `Bearer ${secret}` },
    data: { meeting_id: room, role },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()).token;
}

/** The address of the separate page with the details, from the moderators' text. */
export async function detailsAddress(request: APIRequestContext, room: string): Promise<string> {
  const { create } = (await meeting(request, room)) ?? { create: {} };
  const text: string = (create as Record<string, string>).moderatorOnlyMessage ?? '';
  const [address] = text.match(/http[^"<]*\/embed\/session-details\.html#token=[\w-]+/) ?? [];
  if (address === undefined) throw new Error(`no such address in: ${text}`);
  return address;
}

/** Everything in a page as one text: attributes, text and values of its elements, in open shadow trees too. */
export function everythingIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const parts: string[] = [];
    const walk = (root: Document | DocumentFragment) => {
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) parts.push(`${name}=${value}`);
        if ('value' in element) parts.push(String(element.value));
        for (const child of element.childNodes) {
          if (child instanceof Text) parts.push(child.data);
        }
        if (element instanceof HTMLTemplateElement) walk(element.content);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return parts.join('\n');
  });
}

/** Everything that a page receives from now on, as one text: answers and stream events. */
export async function whatComesTo(page: Page): Promise<() => Promise<string>> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    // The body of a stream is not available after its page closes; some answers have none.
    const isStream = response.headers()['content-type']?.startsWith('text/event-stream');
    if (!isStream) bodies.push(response.text().catch(() => ''));
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  devtools.on('Network.eventSourceMessageReceived', ({ data }) => {
    bodies.push(Promise.resolve(data));
  });
  return async () => (await Promise.all(bodies)).join('\n');
}
