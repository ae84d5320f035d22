// Code splitting: the chunks and texts that each address loads, and the sizes of the chunks.

import { readdirSync, statSync } from 'node:fs';
import type { Page } from '@playwright/test';
import budgets from '../../../budgets.json' with { type: 'json' };
import { signIn } from '../../../support/account.ts';
import { chunksOf, filesOf, isShared, saveData, stemOf } from '../../../support/chunks.ts';
import { copiedBy } from '../../../support/clipboard.ts';
import { joinBy } from '../../../support/invite.ts';
import { textsOf } from '../../../support/languages.ts';
import { createRoom, nameField, openInvitation, roomsHeading } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

/** The chunks of the pages of a room. */
const OF_ROOMS = ['form', 'sending', 'recordings', 'files', 'delegates'];

/** The chunks that a page with `expected` may load besides, depending on the build: forms and dialogs share
 * code with the rooms, other pages share none. */
const mayLoad = (expected: readonly string[]) =>
  expected.some((chunk) => [...OF_ROOMS, 'invitation'].includes(chunk))
    ? [...expected, 'rooms']
    : expected;

/** The files of texts that a page with `chunks` loads. */
const textsFor = (chunks: readonly string[]) =>
  chunks.some((chunk) => [...OF_ROOMS, 'help'].includes(chunk)) ? ['fr', 'fr-further'] : ['fr'];

test('each address loads its own chunk and texts and no other, whoever opens it', async ({
  page,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/join\/resolve/);
  test.slow();
  await saveData(page);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const dialog = await openInvitation(page, room);
  const id = page.url().split('/').at(-2) ?? '';
  const link = await copiedBy(page, dialog, 'le lien participant');
  const moderatorLink = await copiedBy(page, dialog, 'le lien modérateur');
  const authenticatedLink = await copiedBy(page, dialog, 'le lien authentifié');
  const visitor = await newPerson();
  const heading = (person: Page, name: string) =>
    person.getByRole('heading', { name, exact: true });
  // Waits for a meeting that has not started, and returns by the address alone.
  await joinBy(visitor, link, 'Noé');
  await expect(visitor.getByText('Gardez cette page ouverte.')).toBeVisible();
  const waiting = new URL(visitor.url()).pathname;
  expect(waiting).toMatch(/^\/attente\/./);
  const signInFirst = visitor.getByText('Identifiez-vous pour accéder à cette page.');
  const copyInvitation = page.getByRole('button', { name: "Copier l'invitation" });
  const forBoth = (address: string, name: string, chunks: string[]) =>
    [page, visitor].map((person) => [person, address, heading(person, name), chunks] as const);
  const pages = [
    [page, '/', roomsHeading(page), ['rooms']],
    [page, `/salles/${id}/inviter`, dialog, ['rooms', 'invitation']],
    [page, '/salles/nouvelle', nameField(page), ['form']],
    [page, `/salles/${id}/modifier`, nameField(page), ['form']],
    [page, `/salles/${id}/envoyer`, copyInvitation, ['sending']],
    [page, `/salles/${id}/enregistrements`, heading(page, 'Enregistrements'), ['recordings']],
    [page, `/salles/${id}/historique`, heading(page, 'Historique'), ['recordings']],
    [page, `/salles/${id}/fichiers`, heading(page, 'Fichiers'), ['files']],
    [page, `/salles/${id}/delegues`, heading(page, 'Délégués'), ['delegates']],
    [visitor, '/', visitor.getByRole('link', { name: /^S'identifier avec/ }), ['guests']],
    [visitor, `/salles/${id}/inviter`, signInFirst, ['guests']],
    [visitor, '/salles/nouvelle', signInFirst, ['guests']],
    [visitor, `/salles/${id}/modifier`, signInFirst, ['guests']],
    [visitor, `/salles/${id}/envoyer`, signInFirst, ['guests']],
    [visitor, `/salles/${id}/enregistrements`, signInFirst, ['guests']],
    [visitor, `/salles/${id}/historique`, signInFirst, ['guests']],
    [visitor, `/salles/${id}/fichiers`, signInFirst, ['guests']],
    [visitor, `/salles/${id}/delegues`, signInFirst, ['guests']],
    ...forBoth(link, room, ['guests']),
    ...forBoth(moderatorLink, room, ['guests']),
    [page, authenticatedLink, heading(page, room), ['guests']],
    [
      visitor,
      authenticatedLink,
      heading(visitor, 'Identifiez-vous pour entrer dans la réunion'),
      ['guests'],
    ],
    [visitor, waiting, visitor.getByText('Gardez cette page ouverte.'), ['guests']],
    ...[page, visitor].map(
      (person) =>
        [
          person,
          '/rejoindre/authentifie#rien',
          person.getByRole('heading', { name: /lien/ }),
          ['guests'],
        ] as const,
    ),
    ...[page, visitor].map(
      (person) =>
        [
          person,
          '/attente/inconnu',
          heading(person, "Ouvrez de nouveau votre lien d'invitation"),
          ['guests'],
        ] as const,
    ),
    ...forBoth('/aide/droits', 'Modérateurs', ['help']),
    ...forBoth('/aide/accessibilite', 'Accessibilité', ['help']),
    ...forBoth('/aide/raccourcis', 'Raccourcis clavier', ['help']),
    ...forBoth('/salles/1/modifier', "Cette adresse n'est pas celle d'une salle", []),
    ...forBoth(`/salles/${id}/quoi`, 'Page introuvable', []),
    ...forBoth('/rejoindre/inconnu', 'Page introuvable', []),
    ...forBoth('/nulle-part', 'Page introuvable', []),
  ] as const;
  for (const [person, address, sign, expected] of pages) {
    await person.goto('about:blank');
    const chunks = chunksOf(person);
    const texts = textsOf(person);
    await person.goto(address);
    await expect(sign.first(), address).toBeVisible();
    await person.waitForLoadState('networkidle');
    expect(chunks(), address).toEqual(filesOf(expected));
    expect(texts, address).toEqual(textsFor(expected));
    const own = chunks()
      .map(stemOf)
      .filter((stem) => !isShared(stem));
    expect(own, address).toEqual(expect.arrayContaining([...expected]));
    expect(mayLoad(expected), address).toEqual(expect.arrayContaining(own));
    person.removeAllListeners('request');
  }
});

test('the code of each page is in a chunk of its own, and what chunks share stays little', () => {
  const sizes: Record<string, number> = {};
  for (const file of readdirSync('../dist/assets')) {
    const stem = stemOf(`/assets/${file}`);
    if (stem) sizes[stem] = statSync(`../dist/assets/${file}`).size;
  }
  const told = JSON.stringify(sizes);
  const { least, shared } = budgets.chunks;
  const own = Object.keys(sizes).filter((stem) => !isShared(stem));
  expect(own.toSorted(), told).toEqual(Object.keys(least).toSorted());
  for (const [chunk, bytes] of Object.entries(least)) {
    expect(sizes[chunk], told).toBeGreaterThanOrEqual(bytes);
  }
  const parts = Object.entries(sizes).filter(([stem]) => isShared(stem));
  expect(parts.length, told).toBeLessThanOrEqual(shared.files);
  expect(
    parts.reduce((sum, [, bytes]) => sum + bytes, 0),
    told,
  ).toBeLessThanOrEqual(shared.bytes);
});
