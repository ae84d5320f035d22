// The session's details as an element of any page that shows a meeting.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { signIn } from '../support/account.ts';
import { portal } from '../support/addresses.ts';
import { element, openHost, policies } from '../support/host.ts';
import { expectInConference, type Invitation, invite, joinBy } from '../support/invite.ts';
import { keepWasmMemory } from '../support/measure.ts';
import { renewAttendeeLink } from '../support/rooms.ts';
import { detailsOf, expectCopies, sessionToken } from '../support/session.ts';
import { test as base, expect } from '../support/test.ts';

/** A meeting that runs, as its owner and one moderator see it. */
const test = base.extend<{ invitation: Invitation; moderator: Page }>({
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

const button = (page: Page) => page.getByRole('button', { name: 'Conseil' });
const copyLink = (page: Page) =>
  detailsOf(page).getByRole('button', { name: 'Copier le lien participant' });

/** A page of another site, with a token for the meeting. */
async function host(
  moderator: Page,
  invitation: Invitation,
  options: Partial<Parameters<typeof openHost>[1]> = {},
): Promise<Page> {
  const token = await sessionToken(moderator.request, invitation.id);
  const page = await moderator.context().newPage();
  await openHost(page, { token, ...options });
  return page;
}

/** Remembers what the element tells the page. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
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

test('each datum is copied, and the page is told which, never its value', async ({
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation, { policy: policies.withWasm });
  const told = await listen(page);
  await button(page).click();
  await expectCopies(page, detailsOf(page), invitation);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(detailsOf(page)).toHaveCount(0);
  await expect(button(page)).toBeFocused();
  expect(await told()).toEqual([
    'open null',
    'copied {"what":"code"}',
    'copied {"what":"moderator_link"}',
    'copied {"what":"attendee_link"}',
    'copied {"what":"dial_in"}',
    'close null',
  ]);
});

test('nothing but the stub is loaded until somebody is about to open the details', async ({
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation);
  const loaded = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.includes('/embed/') || name.includes('/api/')),
    );
  await expect(button(page)).toBeVisible();
  expect(await loaded()).toEqual([`${portal}/embed/session-details.js`]);
  await button(page).hover();
  await expect
    .poll(async () => (await loaded()).filter((name) => name.endsWith('.wasm')))
    .toHaveLength(1);
  // Fetched, and no datum asked for.
  expect((await loaded()).filter((name) => name.includes('/api/'))).toEqual([]);
});

for (const { what, css } of [
  { what: 'unsets everything', css: '* { all: unset }' },
  { what: 'hides buttons', css: 'button, dialog, iframe { display: none !important }' },
  {
    what: 'makes everything huge, red and upside down',
    css: 'html { font-size: 60px; color: red; direction: rtl; letter-spacing: 1em } * { transform: none; text-transform: uppercase; line-height: 4 }',
  },
]) {
  test(`a page that ${what} changes nothing in the window, and is not changed by it`, async ({
    moderator,
    invitation,
  }) => {
    const page = await host(moderator, invitation, { css });
    const around = page.getByText('La page autour');
    const look = (locator = around) =>
      locator.evaluate((node) => {
        const { color, font, direction, display, letterSpacing } = getComputedStyle(node);
        return { color, font, direction, display, letterSpacing };
      });
    const before = await look();
    await button(page).click();
    await expectCopies(page, detailsOf(page), invitation);
    expect(await look()).toEqual(before);
    const copy = await look(copyLink(page));
    expect(copy).toMatchObject({ direction: 'ltr', letterSpacing: 'normal', display: 'block' });
    expect(copy.font).toContain('14px');
  });
}

test('a page that may run no wasm shows the details in a frame', async ({
  page: owner,
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation, { policy: policies.withoutWasm });
  const told = await listen(page);
  await button(page).press('Enter');
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
  // What is renewed is seen here as well.
  await frame.getByText('Le lien participant', { exact: true }).click();
  await renewAttendeeLink(owner, invitation.room);
  await expect(frame.getByText(invitation.attendee)).toHaveCount(0);
  await expect(frame.getByText('/rejoindre/participant#')).toBeVisible();
  await frame.getByRole('button', { name: 'Copier le lien modérateur' }).focus();
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
  await expect(button(page)).toBeFocused();
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
        // What comes from elsewhere, or is not ours, is not heard.
        frame?.postMessage({ type: 'parvis-token', token }, portal);
      });
      const frame = document.createElement('iframe');
      frame.src = `${portal}/embed/session-details.html#lang=en&theme=dark`;
      frame.allow = 'clipboard-write';
      frame.title = 'Session details';
      // Another page's frame, which is not ours to hear.
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

test.describe('with errors in the console, as the browser refuses', () => {
  test.use({ expectedErrors: /frame-ancestors/ });

  test('a page of an unknown origin may hold no frame', async ({ newPerson }) => {
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
});

test('the title may come late and be made anew, the element be taken out and put back', async ({
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation, { body: '<div id="place"></div>' });
  await expect(page.getByText('La page autour')).toBeVisible();
  await page.evaluate(() => {
    const place = document.querySelector('#place');
    if (place) place.innerHTML = '<h1 id="name"><span>Conseil</span></h1>';
  });
  await button(page).click();
  await expect(copyLink(page)).toBeVisible();
  // Taken out while it is open: nothing of it is left, and the title is what it was.
  await page.evaluate(() => {
    const element = document.querySelector('parvis-session-details');
    Object.assign(window, { element });
    element?.remove();
  });
  await expect(detailsOf(page)).toHaveCount(0);
  await expect(button(page)).toHaveCount(0);
  expect(await page.locator('#name').innerHTML()).toBe('<span>Conseil</span>');
  await page.evaluate(() => {
    document.body.append((window as unknown as { element: Element }).element);
  });
  await button(page).click();
  await expect(copyLink(page)).toBeVisible();
  await page.keyboard.press('Escape');
  // Made anew by the page while the window is closed, and while it is open.
  const makeAnew = () =>
    page.evaluate(() => {
      const title = document.querySelector('#name');
      if (title) title.outerHTML = '<h1 id="name"><span>Conseil</span></h1>';
    });
  await makeAnew();
  await button(page).click();
  await expect(copyLink(page)).toBeVisible();
  await makeAnew();
  await page.keyboard.press('Escape');
  await expect(button(page)).toBeFocused();
});

test('several of them live on one page, and answer to what the page calls', async ({
  moderator,
  invitation,
}) => {
  const token = await sessionToken(moderator.request, invitation.id);
  const page = await host(moderator, invitation, {
    body: `<h1 id="name"><span>Conseil</span></h1><button id="second">Une autre</button>${element(token, '#second')}`,
  });
  await page.getByRole('button', { name: 'Une autre' }).click();
  await expect(copyLink(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await button(page).click();
  await expect(copyLink(page)).toBeVisible();
  await expect(detailsOf(page)).toHaveCount(1);
  await detailsOf(page).getByRole('button', { name: 'Fermer' }).click();
  const call = (name: 'open' | 'close') =>
    page.evaluate((name) => {
      const element = document.querySelector('parvis-session-details[anchor="#name"]');
      (element as unknown as Record<'open' | 'close', () => void>)[name]();
    }, name);
  await call('open');
  await expect(copyLink(page)).toBeVisible();
  await call('close');
  await expect(detailsOf(page)).toHaveCount(0);
});

test('the page chooses language and scheme, also while the window is open', async ({
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation);
  const set = (name: string, value: string) =>
    page
      .locator('parvis-session-details')
      .evaluate((element, { name, value }) => element.setAttribute(name, value), { name, value });
  await button(page).click();
  await expect(copyLink(page)).toBeVisible();
  const ground = () =>
    detailsOf(page).evaluate((dialog) => getComputedStyle(dialog).backgroundColor);
  const light = await ground();
  await set('theme', 'dark');
  expect(await ground()).not.toBe(light);
  await expectAccessible(page);
  await set('lang', 'en-GB');
  const english = page.getByRole('dialog');
  await expect(english.getByRole('button', { name: 'Copy the participant link' })).toBeVisible();
  await page.keyboard.press('Escape');
  await button(page).click();
  await expect(page.getByRole('dialog', { name: 'Session details' })).toBeVisible();
});

test.describe('with errors in the console, as the server refuses', () => {
  test.use({ expectedErrors: /status of 4(01|03|10)|ERR_FAILED|Permissions policy/ });

  test('a token that is not valid is said to be none, and a new one is taken while the window is open', async ({
    moderator,
    invitation,
  }) => {
    const page = await host(moderator, invitation, { token: 'forged' });
    const told = await listen(page);
    await button(page).click();
    const alert = detailsOf(page).getByRole('alert');
    await expect(alert).toContainText("L'autorisation de voir ces données n'est plus valable");
    await expectAccessible(page);
    expect(await told()).toContain('token-expiring {}');
    const set = (token: string) =>
      page
        .locator('parvis-session-details')
        .evaluate((element, token) => element.setAttribute('token', token), token);
    // A participant's: nothing for its holder.
    await set(await sessionToken(moderator.request, invitation.id, 'attendee'));
    await expect(alert).toContainText('Seuls les modérateurs');
    await set(await sessionToken(moderator.request, invitation.id));
    await expect(copyLink(page)).toBeVisible();
    await expect(alert).toHaveCount(0);
    // The session ends: what was shown leads nowhere any more.
    await moderator.getByRole('button', { name: 'Terminer la réunion' }).click();
    await expect(alert).toContainText('Cette réunion est terminée');
    await expect(copyLink(page)).toHaveCount(0);
    await expect(page.getByText('La page autour')).toBeVisible();
  });

  test('a backend that does not answer is told, what is known stays, and it is asked again', async ({
    moderator,
    invitation,
  }) => {
    const page = await host(moderator, invitation);
    await page.route('**/api/v1/session', (route) => route.abort());
    await button(page).click();
    const alert = detailsOf(page).getByRole('alert');
    await expect(alert).toContainText('Le service ne répond pas');
    await page.unroute('**/api/v1/session');
    await expect(copyLink(page)).toBeVisible();
    await expect(alert).toHaveCount(0);
    await page.route('**/api/v1/session', (route) => route.abort());
    await expect(alert).toContainText('Le service ne répond pas');
    await expect(copyLink(page)).toBeVisible();
  });

  test('a wasm that does not arrive is told, with a way to try again', async ({
    moderator,
    invitation,
  }) => {
    const page = await host(moderator, invitation);
    await page.route('**/embed/*.wasm', (route) => route.abort());
    await button(page).click();
    const details = detailsOf(page);
    await expect(details.getByRole('alert')).toContainText('Échec du chargement');
    await expectAccessible(page);
    await page.unroute('**/embed/*.wasm');
    // A script that did not arrive is another thing: browsers remember that it failed.
    await page.reload();
    await page.route('**/embed/session-*.js*', (route) =>
      route.request().url().includes('session-details') ? route.continue() : route.abort(),
    );
    await button(page).click();
    await expect(details.getByRole('alert')).toContainText('Échec du chargement');
    await page.unroute('**/embed/session-*.js*');
    await details.getByRole('button', { name: 'Réessayer' }).click();
    await expect(copyLink(page)).toBeVisible();
  });

  test('where the page forbids the clipboard, each datum stands selected to be copied by hand', async ({
    moderator,
    invitation,
  }) => {
    const page = await host(moderator, invitation, { permissions: 'clipboard-write=()' });
    await page.evaluate(() => {
      document.execCommand = () => false;
    });
    await button(page).click();
    await copyLink(page).click();
    const field = detailsOf(page).getByRole('textbox', { name: 'le lien participant' });
    await expect(field).toHaveValue(invitation.attendee);
    await expect(field).toBeFocused();
    expect(await field.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(
      invitation.attendee.length,
    );
    await expect(detailsOf(page).getByText("n'a pas permis la copie").first()).toBeVisible();
    await expectAccessible(page);
  });
});

test('a hundred windows opened and closed, put in and taken out, leave nothing behind', async ({
  moderator,
  invitation,
}) => {
  await moderator.context().addInitScript(keepWasmMemory);
  const page = await host(moderator, invitation);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const measured = async () => {
    // The browser's own notes on what was fetched are not ours to keep small.
    const wasm = await page.evaluate(() => {
      performance.clearResourceTimings();
      return (window as unknown as { wasmMemory: WebAssembly.Memory }).wasmMemory.buffer.byteLength;
    });
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
    return {
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
      heap: of('JSHeapUsedSize'),
      wasm,
    };
  };
  const cycle = async () => {
    await page.evaluate(() => {
      (document.querySelector('parvis-session-details') as unknown as { open(): void }).open();
    });
    await expect(copyLink(page)).toBeVisible();
    await page.evaluate(() => {
      const element = document.querySelector('parvis-session-details');
      (element as unknown as { close(): void }).close();
      element?.remove();
      if (element) document.body.append(element);
    });
    await expect(detailsOf(page)).toHaveCount(0);
  };
  // What is made once for the page is no leak, nor is what the engine compiles as it learns.
  for (let warming = 0; warming < 25; warming += 1) await cycle();
  const before = await measured();
  for (let count = 0; count < 100; count += 1) await cycle();
  const after = await measured();
  // One that stays behind each time would be a hundred; the browser's own come and go.
  expect(after.nodes - before.nodes).toBeLessThan(20);
  expect(after.listeners - before.listeners).toBeLessThan(20);
  expect(after.heap).toBeLessThanOrEqual(before.heap * 1.1);
  expect(after.wasm).toBeLessThanOrEqual(before.wasm * 1.1);
});

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
  // Somebody speaks while a key is down, and opens the details meanwhile.
  await page.keyboard.down('KeyT');
  await button(page).click();
  await expect(copyLink(page)).toBeVisible();
  await page.keyboard.up('KeyT');
  await page.keyboard.press('Escape');
  await expect(detailsOf(page)).toHaveCount(0);
  expect(await heard()).toEqual(['keydown KeyT', 'keyup KeyT']);
});
