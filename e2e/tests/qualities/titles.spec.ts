// Titles of documents: the subject of the page, and the name of the instance.

import type { Page } from '@playwright/test';
import { signIn } from '../../support/account.ts';
import { type Invitation, invite, joinBy } from '../../support/invite.ts';
import { answerProblem } from '../../support/network.ts';
import { expect, test } from '../../support/test.ts';

/** All titles except those with the name of a meeting. */
const TITLES = {
  home: 'Vos réunions en visioconférence – Visio-Agents',
  rooms: 'Mes salles de réunion – Visio-Agents',
  newRoom: 'Créer une salle permanente – Visio-Agents',
  editRoom: 'Modifier la salle – Visio-Agents',
  send: 'Envoyer une invitation – Visio-Agents',
  recordings: 'Enregistrements – Visio-Agents',
  history: 'Historique – Visio-Agents',
  files: 'Fichiers – Visio-Agents',
  delegates: 'Délégués – Visio-Agents',
  rights: 'Droits des modérateurs et des participants – Visio-Agents',
  accessibility: 'Accessibilité – Visio-Agents',
  shortcuts: 'Raccourcis clavier – Visio-Agents',
  join: 'Rejoindre une réunion – Visio-Agents',
  signInFirst: 'Identifiez-vous pour entrer dans la réunion – Visio-Agents',
  waiting: 'Bonjour Noé, vous pourrez bientôt entrer – Visio-Agents',
  waitingElsewhere: "Ouvrez de nouveau votre lien d'invitation – Visio-Agents",
  linkIncomplete: "La fin de ce lien s'est perdue – Visio-Agents",
  linkUnknown: "Ce lien n'est pas valable – Visio-Agents",
  linkRenewed: 'Ce lien a été renouvelé – Visio-Agents',
  roomDeleted: 'Cette salle a été supprimée – Visio-Agents',
  meetingOver: 'Cette réunion est terminée – Visio-Agents',
  entranceClosed: "Cette entrée n'est pas ouverte – Visio-Agents",
  noSuchRoom: "Cette adresse n'est pas celle d'une salle – Visio-Agents",
  notFound: 'Page introuvable – Visio-Agents',
  unavailable: 'Le service est momentanément indisponible – Visio-Agents',
  notArrived: "Cette page n'est pas arrivée – Visio-Agents",
  sessionDetails: 'Détails de la session',
} as const;

/** The title of a page with the name of a meeting. */
const named = (room: string) => `${room} – Visio-Agents`;

/** The address of a room that does not exist. */
const UNKNOWN = '/salles/01990000-0000-7000-8000-000000000000';

/** Opens each address in a new document, and checks its title. */
async function expectTitles(page: Page, titles: [address: string, title: string][]): Promise<void> {
  for (const [address, title] of titles) {
    // Between two addresses that differ only in the fragment, the browser loads no document.
    await page.goto('about:blank');
    await page.goto(address);
    await expect(page, address).toHaveTitle(title);
  }
}

/** The pages that everybody may open. */
const forEverybody = ({ room, attendee, moderator }: Invitation): [string, string][] => [
  [attendee, named(room)],
  [moderator, named(room)],
  ['/aide/droits', TITLES.rights],
  ['/aide/accessibilite', TITLES.accessibility],
  ['/aide/raccourcis', TITLES.shortcuts],
  ['/salles/1/modifier', TITLES.noSuchRoom],
  ['/nulle-part', TITLES.notFound],
  ['/rejoindre/inconnu', TITLES.notFound],
  ['/rejoindre/participant', TITLES.linkIncomplete],
  ['/attente/inconnu', TITLES.waitingElsewhere],
];

test('each page has a title of its own', async ({ page, newPerson }) => {
  test.slow();
  await signIn(page, 'Alix Martin');
  const invitation = await invite(page);
  const { id, room, attendee, authenticated } = invitation;
  await expectTitles(page, [
    ['/', TITLES.rooms],
    [`/salles/${id}/inviter`, TITLES.rooms],
    ['/salles/nouvelle', TITLES.newRoom],
    [`/salles/${id}/modifier`, TITLES.editRoom],
    [`/salles/${id}/envoyer`, TITLES.send],
    [`/salles/${id}/enregistrements`, TITLES.recordings],
    [`/salles/${id}/historique`, TITLES.history],
    [`/salles/${id}/fichiers`, TITLES.files],
    [`/salles/${id}/delegues`, TITLES.delegates],
    [authenticated, named(room)],
    ...forEverybody(invitation),
  ]);
  const visitor = await newPerson();
  await expectTitles(visitor, [
    ['/', TITLES.home],
    ['/salles/nouvelle', TITLES.home],
    [`/salles/${id}/inviter`, TITLES.home],
    [`/salles/${id}/modifier`, TITLES.home],
    [`/salles/${id}/envoyer`, TITLES.home],
    [`/salles/${id}/enregistrements`, TITLES.home],
    [`/salles/${id}/historique`, TITLES.home],
    [`/salles/${id}/fichiers`, TITLES.home],
    [`/salles/${id}/delegues`, TITLES.home],
    [authenticated, TITLES.signInFirst],
    ...forEverybody(invitation),
  ]);
  await joinBy(visitor, attendee, 'Noé');
  await expect(visitor).toHaveTitle(TITLES.waiting);
});

test('the title is that of the page that one is led to, and goes on to speak its language', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(page).toHaveTitle(TITLES.newRoom);
  await page.goBack();
  await expect(page).toHaveTitle(TITLES.rooms);
  const banner = page.getByRole('banner');
  await banner.locator('summary').click();
  await banner.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveTitle('My meeting rooms – Visio-Agents');
});

test('somebody without a room, and somebody who may have no more, read the same title as others', async ({
  page,
}) => {
  await signIn(page, 'Dominique Bernard');
  await expect(page).toHaveTitle(TITLES.rooms);
  await page.route('**/api/v1/bootstrap', async (route) => {
    const response = await route.fetch();
    const bootstrap = await response.json();
    bootstrap.instance.max_rooms = 0;
    await route.fulfill({ response, json: bootstrap });
  });
  await page.goto('/salles/nouvelle');
  await expect(page.getByText(/Vous avez atteint la limite/)).toBeVisible();
  await expect(page).toHaveTitle(TITLES.newRoom);
});

test('signing in or out that came to nothing leaves the title of the page that tells of it', async ({
  page,
}) => {
  await expectTitles(page, [
    ['/?sign-in=expired', TITLES.home],
    ['/?sign-in=refused', TITLES.home],
    ['/?sign-in=unavailable', TITLES.home],
    ['/?sign-in=unusable', TITLES.home],
    ['/?sign-in=busy', TITLES.home],
    ['/?sign-in=full', TITLES.home],
    ['/?sign-out=incomplete', TITLES.home],
    ['/?errors=%5B%7B%22key%22%3A%22notFound%22%7D%5D', TITLES.home],
    ['/rejoindre/authentifie?sign-in=refused', TITLES.linkIncomplete],
  ]);
});

test('a room that is not shown has the title of the page that it would be shown on', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/api\/v1\/rooms\//);
  await signIn(page, 'Alix Martin');
  await expectTitles(page, [
    [`${UNKNOWN}/modifier`, TITLES.editRoom],
    [`${UNKNOWN}/envoyer`, TITLES.send],
    [`${UNKNOWN}/inviter`, TITLES.rooms],
  ]);
});

for (const { name, status, title } of [
  { name: 'link-unknown', status: 404, title: TITLES.linkUnknown },
  { name: 'link-renewed', status: 410, title: TITLES.linkRenewed },
  { name: 'room-deleted', status: 410, title: TITLES.roomDeleted },
  { name: 'meeting-over', status: 410, title: TITLES.meetingOver },
  { name: 'entrance-unavailable', status: 501, title: TITLES.entranceClosed },
  { name: 'unavailable', status: 503, title: TITLES.join },
]) {
  test(`a link that is refused says so in its title (${name})`, async ({
    page,
    expectConsoleError,
  }) => {
    expectConsoleError(new RegExp(`status of ${status} .*/api/v1/join/resolve`));
    await answerProblem(page, '**/join/resolve', { status, name });
    await page.goto(`/rejoindre/participant#${'x'.repeat(53)}`);
    await expect(page).toHaveTitle(title);
  });
}

test('a page that does not arrive, and a service that does not answer, say so in the title', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/assets\/help-/);
  expectConsoleError(/ERR_FAILED .*\/api\/v1\/bootstrap/);
  const chunk = /\/assets\/help-\w+\.wasm$/;
  await page.route(chunk, (route) => route.abort());
  await page.goto('/aide/droits');
  await expect(page).toHaveTitle(TITLES.notArrived);
  await page.unroute(chunk);
  await page.route('**/api/v1/bootstrap', (route) => route.abort());
  await page.goto('/');
  await expect(page).toHaveTitle(TITLES.unavailable);
});

test("the page of a session's details has a title of its own", async ({
  page,
  expectConsoleError,
}) => {
  // The page has no token.
  expectConsoleError(/status of 401 .*\/api\/v1\/session/);
  await page.goto('/embed/session-details.html');
  await expect(page).toHaveTitle(TITLES.sessionDetails);
});
