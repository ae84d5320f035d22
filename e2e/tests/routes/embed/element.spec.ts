// The session's details as an element of any page that shows a meeting.

import { expectAccessible } from '../../../support/accessibility.ts';
import { portal } from '../../../support/addresses.ts';
import { element, policies } from '../../../support/host.ts';
import { keepWasmMemory } from '../../../support/measure.ts';
import { copyLink, expect, host, hostTitle, listen, test } from '../../../support/meeting.ts';
import { holdAnswers } from '../../../support/network.ts';
import { detailsOf, expectCopies, sessionToken } from '../../../support/session.ts';

test('each datum is copied, and the page is told which, never its value', async ({
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation, { policy: policies.withWasm });
  const told = await listen(page);
  await hostTitle(page).click();
  await expectCopies(page, detailsOf(page), invitation);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(detailsOf(page)).toHaveCount(0);
  await expect(hostTitle(page)).toBeFocused();
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
  await expect(hostTitle(page)).toBeVisible();
  expect(await loaded()).toEqual([`${portal}/embed/session-details.js`]);
  await hostTitle(page).hover();
  await expect
    .poll(async () => (await loaded()).filter((name) => name.endsWith('.wasm')))
    .toHaveLength(1);
  // Fetched, and no datum asked for.
  expect((await loaded()).filter((name) => name.includes('/api/'))).toEqual([]);
});

test('a window that nobody sees asks nothing, and asks at once when it is seen again', async ({
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation, { policy: policies.withWasm });
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/api/v1/session')) asked += 1;
  });
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  const show = (hidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await page.clock.install();
  await show(true);
  // The answer to what was asked before, if one is on its way.
  await page.waitForLoadState('networkidle');
  const before = asked;
  await page.clock.runFor(20_000);
  expect(asked).toBe(before);
  await show(false);
  await expect.poll(() => asked).toBeGreaterThan(before);
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
    await hostTitle(page).click();
    await expectCopies(page, detailsOf(page), invitation);
    expect(await look()).toEqual(before);
    const copy = await look(copyLink(page));
    expect(copy).toMatchObject({ direction: 'ltr', letterSpacing: 'normal', display: 'block' });
    expect(copy.font).toContain('14px');
  });
}

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
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  // Taken out while it is open: nothing of it is left, and the title is what it was.
  await page.evaluate(() => {
    const element = document.querySelector('parvis-session-details');
    Object.assign(window, { element });
    element?.remove();
  });
  await expect(detailsOf(page)).toHaveCount(0);
  await expect(hostTitle(page)).toHaveCount(0);
  expect(await page.locator('#name').innerHTML()).toBe('<span>Conseil</span>');
  await page.evaluate(() => {
    document.body.append((window as unknown as { element: Element }).element);
  });
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  await page.keyboard.press('Escape');
  // Made anew by the page while the window is closed, and while it is open.
  const makeAnew = () =>
    page.evaluate(() => {
      const title = document.querySelector('#name');
      if (title) title.outerHTML = '<h1 id="name"><span>Conseil</span></h1>';
    });
  await makeAnew();
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  await makeAnew();
  await page.keyboard.press('Escape');
  await expect(hostTitle(page)).toBeFocused();
});

test('opened again, it shows at once what it showed, while that is asked for anew', async ({
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation);
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  await page.keyboard.press('Escape');
  const release = await holdAnswers(page, '**/api/v1/session');
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  await page.keyboard.press('Escape');
  // For another token, and after it was out of the page, it begins anew.
  const loading = detailsOf(page).getByText('Chargement');
  const token = await sessionToken(moderator.request, invitation.id);
  const overlay = page.locator('parvis-session-details');
  const before = (await overlay.getAttribute('token')) ?? '';
  await overlay.evaluate((element, token) => element.setAttribute('token', token), token);
  await hostTitle(page).click();
  await expect(loading).toBeVisible();
  await page.keyboard.press('Escape');
  await overlay.evaluate((element, before) => {
    element.setAttribute('token', before);
    element.remove();
    document.body.append(element);
  }, before);
  await hostTitle(page).click();
  await expect(loading).toBeVisible();
  release();
  await expect(copyLink(page)).toBeVisible();
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
  await hostTitle(page).click();
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
  await hostTitle(page).click();
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
  await hostTitle(page).click();
  await expect(page.getByRole('dialog', { name: 'Session details' })).toBeVisible();
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
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  await page.keyboard.up('KeyT');
  await page.keyboard.press('Escape');
  await expect(detailsOf(page)).toHaveCount(0);
  expect(await heard()).toEqual(['keydown KeyT', 'keyup KeyT']);
});
