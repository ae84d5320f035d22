// Preloading of chunks: when somebody points at a link to their page, or is likely to open it.

import { signIn } from '../../../support/account.ts';
import { chunksOf, filesOf, saveData, stemOf } from '../../../support/chunks.ts';
import { createRoom, nameField, roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('a chunk is fetched as soon as somebody points at a way to its page, once', async ({
  page,
}) => {
  await saveData(page);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await page.reload();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(stemOf(new URL(request.url()).pathname)));
  const arrived = page.waitForResponse((response) => /\/form-\w+\.wasm$/.test(response.url()));
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).hover();
  await (await arrived).finished();
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  await expect(nameField(page)).toHaveValue(room);
  expect(asked.filter((name) => name === 'form')).toEqual(['form']);
});

test('a chunk is fetched as soon as a way to its page is reached by the keyboard', async ({
  page,
}) => {
  await saveData(page);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await page.reload();
  // The pointer is on no link.
  await page.mouse.move(0, 0);
  const entry = roomEntry(page, room);
  const edit = entry.getByRole('link', { name: 'Modifier' });
  await expect(edit).toBeVisible();
  await page.waitForLoadState('networkidle');
  const chunks = chunksOf(page);
  await entry.getByRole('button', { name: 'Favori' }).focus();
  for (let steps = 0; steps < 10; steps += 1) {
    if (await edit.evaluate((link) => link === document.activeElement)) break;
    expect(chunks().map(stemOf)).not.toContain('form');
    await page.keyboard.press('Tab');
  }
  await expect(edit).toBeFocused();
  await expect.poll(() => chunks().map(stemOf)).toContain('form');
  await expect(page).toHaveURL(/\/$/);
  // A preloaded chunk is not fetched again when its page is opened.
  await page.waitForLoadState('networkidle');
  const before = chunks();
  await page.keyboard.press('Enter');
  await expect(nameField(page)).toHaveValue(room);
  expect(chunks()).toEqual(before);
});

test('what is likely to be opened next is fetched once the rooms have been there for three seconds', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  // The pointer is on no link.
  await page.mouse.move(0, 0);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#rooms li')) return;
      observer.disconnect();
      performance.mark('rooms');
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  const likely = () =>
    page.evaluate(() => {
      const [rooms] = performance.getEntriesByName('rooms');
      const files = performance
        .getEntriesByType('resource')
        // Including other files that are loaded with them.
        .filter(({ name }) => /\/assets\/(?!parvis-|rooms-)[\w-]+\.wasm$/.test(name));
      return files.map(({ name, startTime }) => ({
        name,
        after: startTime - (rooms?.startTime ?? Number.NaN),
      }));
    });
  const own = async () =>
    (await likely()).filter(({ name }) => /\/assets\/(form|sending|invitation)-/.test(name));
  await expect.poll(async () => (await own()).length).toBe(3);
  for (const { name, after } of await likely()) expect(after, name).toBeGreaterThanOrEqual(3_000);
});

test('nothing is fetched beforehand on a page of help, or for somebody who saves data', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const sparing = await newPerson();
  await saveData(sparing);
  await signIn(sparing, 'Alix Martin');
  for (const [person, address, sign, expected] of [
    [sparing, '/', 'Mes salles de réunion', ['rooms']],
    [page, '/aide/droits', 'Modérateurs', ['help']],
    // The page from which the others differ.
    [page, '/', 'Mes salles de réunion', ['rooms', 'invitation', 'form', 'sending']],
  ] as const) {
    await person.clock.install();
    await person.mouse.move(0, 0);
    const chunks = chunksOf(person);
    await person.goto(address);
    await expect(person.getByRole('heading', { name: sign, exact: true })).toBeVisible();
    // Two frames pass before the timer is started.
    await person.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    await person.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    await person.clock.fastForward(10_000);
    // A request that comes after all others.
    await person.evaluate(() => fetch('/healthz'));
    await expect.poll(() => chunks(), address).toEqual(filesOf(expected));
    person.removeAllListeners('request');
  }
});
