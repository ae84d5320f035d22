// Error messages: each error that a person can meet has its own, and no input is lost.

import { signIn } from '../../../support/account.ts';
import { portal } from '../../../support/addresses.ts';
import { copiedBy } from '../../../support/clipboard.ts';
import { answerProblem } from '../../../support/network.ts';
import { createRoom, deletedEntry, openInvitation, roomEntry } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('a conference server that is stopped, slow or refuses is told apart', async ({
  page,
  expectConsoleError,
}) => {
  await signIn(page, 'Alix Martin');
  const entry = roomEntry(page, await createRoom(page));
  const sentences = [
    [503, 'conference-unreachable', 'Le serveur de visioconférence ne répond pas.'],
    [504, 'conference-slow', 'Le serveur de visioconférence met trop de temps à répondre.'],
    [502, 'conference-refused', 'Le serveur de visioconférence a refusé la demande.'],
    [500, 'internal', 'Le service a rencontré une erreur.'],
    [503, 'unavailable', 'Le service est momentanément indisponible.'],
  ] as const;
  for (const [status, name, sentence] of sentences) {
    expectConsoleError(new RegExp(`status of ${status} .*/launch`));
    await answerProblem(page, '**/launch', { status, name });
    await entry.getByRole('button', { name: 'Lancer' }).click();
    await expect(entry.getByRole('alert')).toContainText("La réunion n'a pas été lancée.");
    await expect(entry.getByRole('alert')).toContainText(sentence);
    await page.unrouteAll();
  }
});

test('a room that is unknown, foreign, deleted, or whose address is malformed', async ({
  page,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/api\/v1\/rooms\//);
  expectConsoleError(/status of 410 .*\/invitation/);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await openInvitation(page, room);
  const mine = page.url();
  const unknown = `${portal}/salles/01990000-0000-7000-8000-000000000000`;
  const main = page.getByRole('main');
  await page.goto(`${unknown}/modifier`);
  await expect(main).toContainText("Cette salle n'existe pas ou n'est pas à vous.");
  await expect(main.getByRole('link', { name: "Revenir à l'accueil" })).toBeVisible();
  await page.goto(`${unknown}/inviter`);
  await expect(page.getByRole('dialog')).toContainText("Cette salle n'existe pas");
  await page.goto(`${portal}/salles/42/inviter`);
  await expect(main).toContainText("L'adresse de la salle est incomplète ou mal recopiée.");
  const camille = await newPerson();
  await signIn(camille, 'Camille Durand');
  await camille.goto(mine.replace('/inviter', '/modifier'));
  await expect(camille.getByRole('main')).toContainText("n'existe pas ou n'est pas à vous.");
  await expect(camille.getByText(room)).toHaveCount(0);
  await page.goto('/');
  const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await roomEntry(page, room).getByRole('button', { name: 'Supprimer' }).click();
  await deleted;
  await page.goto(mine);
  await expect(page.getByRole('dialog')).toContainText('Vous avez supprimé cette salle.');
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();
  await expect(deletedEntry(page, room)).toBeVisible();
});

test('a link that was renewed, damaged, or whose room was deleted', async ({
  page,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 410 .*\/join\/resolve/);
  expectConsoleError(/status of 404 .*\/join\/resolve/);
  expectConsoleError(/status of 410 .*\/api\/v1\/join$/);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const link = await copiedBy(page, await openInvitation(page, room), 'le lien participant');
  await page.keyboard.press('Escape');
  const guest = await newPerson();
  const title = guest.getByRole('heading', { level: 1 });
  await answerProblem(guest, '**/join/resolve', { status: 410, name: 'link-renewed' });
  await guest.goto(link);
  await expect(title).toHaveText('Ce lien a été renouvelé');
  await expect(guest.getByRole('main')).toContainText('remplacé ce lien par un nouveau');
  await guest.unrouteAll();
  await guest.goto(`${link.slice(0, -4)}AAAA`);
  await expect(title).toHaveText("Ce lien n'est pas valable");
  await guest.goto(link);
  const name = guest.getByRole('textbox', { name: 'Votre nom' });
  await name.fill('Noé');
  // Deleted while the guest is on the join page: the error is shown there, and the name stays.
  const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await roomEntry(page, room).getByRole('button', { name: 'Supprimer' }).click();
  await deleted;
  await guest.getByRole('button', { name: 'Rejoindre' }).click();
  await expect(guest.getByRole('alert')).toContainText("Son propriétaire l'a supprimée");
  await expect(name).toHaveValue('Noé');
});

test('a backend that is stopped: said, with a way to try again', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/api\/v1\/bootstrap/);
  await page.route('**/api/v1/bootstrap', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Le service est momentanément indisponible',
  );
  await expect(page.getByRole('alert')).toContainText('Le service ne répond pas.');
  // Pages that need no backend are shown, and a link leads back.
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: /^Accessibilité/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Accessibilité' })).toBeVisible();
  await page.getByRole('banner').getByRole('link').first().click();
  await expect(page.getByRole('alert')).toContainText('Le service ne répond pas.');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByRole('link', { name: /^S'identifier avec/ })).toBeVisible();
});

test('a backend that is stopped takes nothing from a form', async ({
  page,
  expectConsoleError,
}) => {
  await signIn(page, 'Alix Martin');
  await page.goto('/salles/nouvelle');
  const field = page.getByRole('textbox', { name: 'Nom de la salle' });
  await field.fill('Pas perdue');
  const sentences = [
    [409, 'room-limit', 'Vous avez atteint le nombre de salles permis.'],
    [413, 'too-large', 'Ce que vous avez saisi est trop long.'],
    [503, 'unavailable', 'Le service est momentanément indisponible.'],
  ] as const;
  for (const [status, name, sentence] of sentences) {
    expectConsoleError(new RegExp(`status of ${status} .*/api/v1/rooms`));
    await answerProblem(page, '**/api/v1/rooms', { status, name });
    await page.getByRole('button', { name: 'Créer la salle' }).click();
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(field).toHaveValue('Pas perdue');
    await page.unrouteAll();
  }
});

test('a deletion that is too old to be taken back is said, though the room is gone', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 410 .*\/restore/);
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await roomEntry(page, room).getByRole('button', { name: 'Supprimer' }).click();
  await answerProblem(page, '**/restore', { status: 410, name: 'restoration-over' });
  // The backend no longer lists the room.
  await page.route('**/api/v1/rooms?*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), deleted: [] } });
  });
  await deletedEntry(page, room).getByRole('button', { name: 'Annuler' }).click();
  const line = page.getByRole('listitem').filter({ hasText: room });
  await expect(line).toContainText('Les 10 minutes sont passées');
  await expect(line.getByRole('button')).toHaveCount(0);
});
