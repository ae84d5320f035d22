// Delegates: who is named, what they see and do, removal, leaving, and handing a room over. On a portal of their own,
// whose accounts have no rooms but those of these tests.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { signIn } from '../../../../support/account.ts';
import { type Alone, startAlone } from '../../../../support/alone.ts';
import { whoIsIn } from '../../../../support/conference.ts';
import {
  addDelegate,
  addressField,
  delegateRow,
  openDelegates,
} from '../../../../support/delegates.ts';
import { createRoom, deletedEntry, roomEntry, roomsHeading } from '../../../../support/rooms.ts';
import { test as base, expect } from '../../../../support/test.ts';

const CAMILLE = 'camille.durand@exemple.education.fr';
const SACHA = 'sacha.petit@exemple.education.fr';

const test = base.extend<{ alix: Page; camille: Page }, { alone: Alone }>({
  alone: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures
    async ({}, use) => {
      const alone = await startAlone({}, { PARVIS_OIDC_AGENTS_SCOPES: 'openid profile email' });
      await use(alone);
      await alone.end();
    },
    { scope: 'worker' },
  ],
  alix: async ({ alone, newPerson }, use) => {
    const page = await newPerson({ baseURL: alone.origin });
    await signIn(page, 'Alix Martin');
    await use(page);
  },
  camille: async ({ alone, newPerson }, use) => {
    const page = await newPerson({ baseURL: alone.origin });
    await signIn(page, 'Camille Durand');
    await use(page);
  },
});

test('a colleague who is named sees the room at once, starts it, and changes its options but not its name', async ({
  alix,
  camille,
  alone,
  request,
}) => {
  const room = await createRoom(alix);
  await openDelegates(alix, room);
  await expect(alix.getByText("Cette salle n'a pas encore de délégué.")).toBeVisible();
  await addDelegate(alix, CAMILLE);
  await expect(addressField(alix)).toBeFocused();
  await expect(addressField(alix)).toHaveValue('');
  await expectAccessible(alix);
  // Without a reload.
  const entry = roomEntry(camille, room);
  await expect(entry).toBeVisible();
  await expect(entry.getByText('Propriétaire\u00a0: Alix Martin')).toBeVisible();
  await expect(entry.getByRole('link', { name: 'Inviter' })).toHaveCount(0);
  await expect(entry.getByRole('link', { name: /^Délégués/ })).toHaveCount(0);
  await expect(entry.getByRole('button', { name: /^Supprimer/ })).toHaveCount(0);
  await expectAccessible(camille);
  const opens = camille.waitForEvent('popup');
  await entry.getByRole('button', { name: /^Lancer/ }).click();
  await opens;
  await expect
    .poll(() => whoIsIn(request, room, alone.sandbox))
    .toEqual(['Camille Durand: MODERATOR']);
  await entry.getByRole('link', { name: /^Modifier/ }).click();
  await expect(camille.getByText(`Salle «\u00a0${room}\u00a0»`, { exact: true })).toBeVisible();
  await expect(camille.getByRole('textbox', { name: 'Nom de la salle' })).toHaveCount(0);
  await camille.getByText('Accueil des participants', { exact: true }).click();
  await camille.getByRole('textbox', { name: /^Message de bienvenue/ }).fill('Bienvenue');
  await expect(camille.getByText('Renouveler')).toHaveCount(0);
  await camille.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(camille.getByText('La salle est enregistrée').first()).toBeVisible();
});

test('an address that will not do is told beside the field, and stays', async ({
  alix,
  expectConsoleError,
}) => {
  // Only the server knows one's own address.
  expectConsoleError(/status of 422 .*\/delegates/);
  const room = await createRoom(alix);
  await openDelegates(alix, room);
  const add = alix.getByRole('button', { name: 'Ajouter', exact: true });
  const field = addressField(alix);
  for (const [typed, said] of [
    ['', /Saisissez une adresse électronique\./],
    ['camille', /Saisissez une seule adresse, en entier/],
    ['alix.martin@exemple.education.fr', /C'est votre adresse/],
  ] as const) {
    await field.fill(typed);
    await add.click();
    await expect(field).toHaveAccessibleDescription(said);
    await expect(field).toHaveValue(typed);
    await expect(field).toBeFocused();
  }
  await expectAccessible(alix);
});

test('a delegate who is removed loses the room at once, and is named again by one click', async ({
  alix,
  camille,
}) => {
  const room = await createRoom(alix);
  await openDelegates(alix, room);
  await addDelegate(alix, CAMILLE);
  await expect(roomEntry(camille, room)).toBeVisible();
  await alix.getByRole('button', { name: /^Retirer/ }).click();
  const undo = alix.getByRole('button', { name: /^Annuler/ });
  await expect(undo).toBeFocused();
  await expectAccessible(alix);
  await expect(roomEntry(camille, room)).toHaveCount(0);
  await undo.click();
  await expect(alix.getByRole('button', { name: /^Retirer/ })).toBeFocused();
  await expect(roomEntry(camille, room)).toBeVisible();
});

test('what a delegate types is not saved once they are removed, and they are told', async ({
  alix,
  camille,
  expectConsoleError,
}) => {
  expectConsoleError(/404 .*\/api\/v1\/rooms\//);
  const room = await createRoom(alix);
  await openDelegates(alix, room);
  await addDelegate(alix, CAMILLE);
  await roomEntry(camille, room)
    .getByRole('link', { name: /^Modifier/ })
    .click();
  await camille.getByText('Accueil des participants', { exact: true }).click();
  const welcome = camille.getByRole('textbox', { name: /^Message de bienvenue/ });
  await welcome.fill('Trop tard');
  await alix.getByRole('button', { name: /^Retirer/ }).click();
  await expect(alix.getByRole('button', { name: /^Annuler/ })).toBeVisible();
  await expect
    .poll(async () => {
      const answer = await camille.request.get('/api/v1/rooms');
      const { items } = (await answer.json()) as { items: { name: string }[] };
      return items.some(({ name }) => name === room);
    })
    .toBe(false);
  await camille.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(camille.getByRole('alert')).toContainText("La salle n'a pas été enregistrée.");
  await expect(welcome).toHaveValue('Trop tard');
  await alix.goto('/');
  await roomEntry(alix, room)
    .getByRole('link', { name: /^Modifier/ })
    .click();
  await alix.getByText('Accueil des participants', { exact: true }).click();
  await expect(alix.getByRole('textbox', { name: /^Message de bienvenue/ })).toHaveValue('');
});

test('a delegate leaves by themselves, after being asked', async ({ alix, camille }) => {
  const room = await createRoom(alix);
  await openDelegates(alix, room);
  await addDelegate(alix, CAMILLE);
  const entry = roomEntry(camille, room);
  await entry.getByRole('button', { name: /^Ne plus être délégué de/ }).click();
  const question = entry.getByRole('alert');
  await expect(question).toContainText('Vous ne verrez plus cette salle.');
  await expectAccessible(camille);
  await question.getByRole('button', { name: 'Annuler' }).click();
  await expect(entry.getByRole('button', { name: /^Ne plus être délégué de/ })).toBeFocused();
  await entry.getByRole('button', { name: /^Ne plus être délégué de/ }).click();
  await question.getByRole('button', { name: 'Ne plus être délégué' }).click();
  await expect(entry).toHaveCount(0);
  await alix.reload();
  await expect(alix.getByText("Cette salle n'a pas encore de délégué.")).toBeVisible();
});

test('a room that is handed over belongs to the delegate who accepts, and its former owner is a delegate', async ({
  alix,
  camille,
  allowConsoleError,
}) => {
  // The page that the former owner still sees asks for the delegates again.
  allowConsoleError(/status of 403 .*\/delegates/);
  const room = await createRoom(alix);
  await openDelegates(alix, room);
  await addDelegate(alix, CAMILLE);
  // The delegate has opened the portal.
  await expect(roomEntry(camille, room)).toBeVisible();
  await alix.reload();
  const row = delegateRow(alix, 'Camille Durand');
  await row.getByRole('button', { name: 'Céder la salle à Camille Durand' }).click();
  await expect(row.getByText(/Vous proposez la salle à Camille Durand/)).toBeVisible();
  await expectAccessible(alix);
  const offer = roomEntry(camille, room).getByRole('alert');
  await expect(offer).toContainText('Alix Martin vous cède cette salle, si vous acceptez.');
  await expectAccessible(camille);
  await offer.getByRole('button', { name: 'Accepter' }).click();
  await expect(roomEntry(camille, room).getByRole('link', { name: 'Inviter' })).toBeVisible();
  await expect(offer).toHaveCount(0);
  await alix.goto('/');
  await expect(roomEntry(alix, room).getByText('Propriétaire\u00a0: Camille Durand')).toBeVisible();
});

test('an offer that is declined is gone for both', async ({ alix, camille }) => {
  const room = await createRoom(alix);
  await openDelegates(alix, room);
  await addDelegate(alix, CAMILLE);
  await expect(roomEntry(camille, room)).toBeVisible();
  await alix.reload();
  await alix.getByRole('button', { name: /^Céder la salle/ }).click();
  const offer = roomEntry(camille, room).getByRole('alert');
  await offer.getByRole('button', { name: 'Refuser' }).click();
  await expect(offer).toHaveCount(0);
  await alix.reload();
  await expect(alix.getByRole('button', { name: /^Céder la salle/ })).toBeVisible();
});

test('deleting a room says how many delegates lose it, and restoring it brings them back', async ({
  alix,
  camille,
}) => {
  const room = await createRoom(alix);
  await openDelegates(alix, room);
  await addDelegate(alix, CAMILLE);
  await addDelegate(alix, SACHA);
  await expect(delegateRow(alix, SACHA).getByText(/^En attente/)).toBeVisible();
  await alix.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await expect(roomsHeading(alix)).toBeVisible();
  await expect(roomEntry(camille, room)).toBeVisible();
  await roomEntry(alix, room)
    .getByRole('button', { name: /^Supprimer/ })
    .click();
  await expect(deletedEntry(alix, room)).toContainText('Ses 2 délégués ne la voient plus.');
  await expect(roomEntry(camille, room)).toHaveCount(0);
  await deletedEntry(alix, room)
    .getByRole('button', { name: /^Annuler/ })
    .click();
  await expect(roomEntry(camille, room)).toBeVisible();
});
