// The session details as a custom element in any page with a meeting.

import { expectAccessible } from '../../../../support/accessibility.ts';
import { portal } from '../../../../support/addresses.ts';
import { policies } from '../../../../support/host.ts';
import { keepWasmMemory } from '../../../../support/measure.ts';
import { copyLink, expect, host, hostTitle, listen, test } from '../../../../support/meeting.ts';
import { holdAnswers } from '../../../../support/network.ts';
import { detailsOf, expectCopies, sessionToken } from '../../../../support/session.ts';

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
  // The files are loaded, and no data are requested.
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
  // The response to a pending request, if there is one.
  await page.waitForLoadState('networkidle');
  const before = asked;
  await page.clock.runFor(20_000);
  expect(asked).toBe(before);
  await show(false);
  await expect.poll(() => asked).toBeGreaterThan(before);
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
  // With another token, or after the element was removed from the page, the details load again.
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

test('a hundred windows opened and closed, put in and taken out, leave nothing behind', async ({
  moderator,
  invitation,
}) => {
  await moderator.context().addInitScript(keepWasmMemory);
  const page = await host(moderator, invitation);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const measured = async () => {
    // The browser's own records of requests do not count.
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
  // Warm-up: objects created once for the page, and code compiled by the engine, are no leaks.
  for (let warming = 0; warming < 25; warming += 1) await cycle();
  const before = await measured();
  for (let count = 0; count < 100; count += 1) await cycle();
  const after = await measured();
  // One leaked object per cycle would be a hundred; the browser's own vary.
  expect(after.nodes - before.nodes).toBeLessThan(20);
  expect(after.listeners - before.listeners).toBeLessThan(20);
  expect(after.heap).toBeLessThanOrEqual(before.heap * 1.1);
  expect(after.wasm).toBeLessThanOrEqual(before.wasm * 1.1);
});
