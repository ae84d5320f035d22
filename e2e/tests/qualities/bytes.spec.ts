// Byte budgets of budgets.json. Bytes and counts are exact, so that they can fail; times cannot.

import type { Page } from '@playwright/test';
import budgets from '../../budgets.json' with { type: 'json' };
import { signIn } from '../../support/account.ts';
import { copiedBy } from '../../support/clipboard.ts';
import { weighEmbedded } from '../../support/embedded.ts';
import { openInvitation, roomEntry } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';
import { type Weight, weigh, weighAll } from '../../support/weight.ts';

type Ceiling = (typeof budgets)['rooms'];

function expectWithin(weight: Weight, ceiling: Ceiling): void {
  const told = JSON.stringify(weight);
  // Checks the measurement: a page whose wasm was not counted would pass any budget.
  expect(weight.kinds.wasm, told).toBeGreaterThan(10_000);
  expect(weight.bytes, told).toBeLessThanOrEqual(ceiling.bytes);
  expect(weight.requests, told).toBeLessThanOrEqual(ceiling.requests);
  expect(weight.elements, told).toBeLessThanOrEqual(ceiling.elements);
}

/** Waits until all fonts of the page are loaded. */
async function fontsLoaded(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
}

test('the rooms page, with 50 rooms', async ({ page }) => {
  await signIn(page, 'Camille Durand');
  const weight = await weigh(page, '/', async () => {
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(50);
    await fontsLoaded(page);
  });
  expectWithin(weight, budgets.rooms);
});

test('the home page of a visitor', async ({ page }) => {
  const weight = await weigh(page, '/', async () => {
    await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
    await fontsLoaded(page);
  });
  expectWithin(weight, budgets.visitor);
});

test('the form and the page that sends, opened by themselves', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await openInvitation(page, 'Mon aide numérique');
  const invite = new URL(page.url()).pathname;
  await page.goto('about:blank');
  for (const [address, sign] of [
    ['/salles/nouvelle', page.getByRole('textbox', { name: 'Nom de la salle' })],
    [invite.replace('inviter', 'modifier'), page.getByRole('textbox', { name: 'Nom de la salle' })],
    [
      invite.replace('inviter', 'envoyer'),
      page.getByRole('button', { name: "Copier l'invitation" }),
    ],
  ] as const) {
    const weight = await weigh(page, address, async () => {
      await expect(sign).toBeVisible();
      await fontsLoaded(page);
    });
    expectWithin(weight, budgets.cold);
  }
});

test('the steps from the rooms to other pages', async ({ page }) => {
  // With `saveData`, chunks are only fetched when they are needed.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await signIn(page, 'Alix Martin');
  const toForm = async () => {
    await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
    await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toBeVisible();
  };
  const toSending = async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('link', { name: 'Envoyer une invitation complète' }).click();
    await expect(page.getByRole('button', { name: "Copier l'invitation" })).toBeVisible();
  };
  const toHelp = async () => {
    await page.getByRole('link', { name: 'Raccourcis clavier' }).click();
    await expect(page.getByRole('heading', { name: 'Raccourcis clavier' })).toBeVisible();
  };
  const steps = [
    ['form', async () => {}, toForm],
    ['sending', async () => void (await openInvitation(page, 'Mon aide numérique')), toSending],
    ['help', async () => {}, toHelp],
  ] as const;
  for (const [step, before, go] of steps) {
    await page.goto('/');
    await expect(roomEntry(page, 'Mon aide numérique')).toBeVisible();
    await before();
    await page.waitForLoadState('networkidle');
    const weight = await weighAll(page, async () => {
      await go();
      await page.waitForLoadState('networkidle');
    });
    const told = `${step}: ${JSON.stringify(weight)}`;
    expect(weight.kinds.wasm, told).toBeGreaterThan(1_000);
    expect(weight.kinds.wasm, told).toBeLessThanOrEqual(budgets.step.bytes);
    expect(weight.requests, told).toBeLessThanOrEqual(budgets.step.requests);
  }
});

test('the service worker, which comes after the first page', async ({ request }) => {
  const answer = await request.get('/service-worker.js', { headers: { 'accept-encoding': 'br' } });
  expect(answer.headers()['content-encoding']).toBe('br');
  const bytes = Number(answer.headers()['content-length']);
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(budgets.service_worker.bytes);
});

test("the session's details, in a page of others", async ({ request }) => {
  const { stub, plugin, open } = await weighEmbedded(request);
  expect(stub).toBeGreaterThan(1_000);
  expect(stub).toBeLessThanOrEqual(budgets.session.stub);
  expect(plugin).toBeLessThanOrEqual(budgets.session.plugin);
  expect(open.wasm, JSON.stringify(open)).toBeGreaterThan(10_000);
  expect(open.all, JSON.stringify(open)).toBeLessThanOrEqual(budgets.session.open);
});

test('the join page', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const name = 'Mon aide numérique';
  await expect(roomEntry(page, name)).toBeVisible();
  const link = await copiedBy(page, await openInvitation(page, name), 'le lien participant');
  const guest = await newPerson();
  const weight = await weigh(guest, link, async () => {
    await expect(guest.getByRole('textbox', { name: 'Votre nom' })).toBeVisible();
    await fontsLoaded(guest);
  });
  expectWithin(weight, budgets.join);
});
