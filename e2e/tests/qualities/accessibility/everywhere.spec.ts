// Accessibility of every screen, dialog and message in the hardest conditions: 320 pixels (a zoom of 400 %),
// several languages, both colour schemes, forced colours, and increased text spacing.

import { signIn } from '../../../support/account.ts';
import { portal } from '../../../support/addresses.ts';
import { addDelegate } from '../../../support/delegates.ts';
import { expectToHold } from '../../../support/everyone.ts';
import { addFiles } from '../../../support/files.ts';
import { invite, joinBy, typeCode } from '../../../support/invite.ts';
import { answerProblem } from '../../../support/network.ts';
import { addRecordings, renameButton } from '../../../support/recordings.ts';
import {
  deletedEntry,
  nameField,
  openInvitation,
  renewAttendeeLink,
  roomEntry,
} from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test.use({ viewport: { width: 320, height: 640 } });
// Each test checks several screens, each in many conditions.
test.slow();

for (const path of [
  '/',
  '/nulle-part',
  '/salles/1/inviter',
  '/salles/nouvelle',
  '/aide/droits',
  '/aide/accessibilite',
  '/aide/raccourcis',
]) {
  test(`${path} holds for visitors`, async ({ page }) => {
    await page.goto(path);
    await expectToHold(page);
  });
}

test('the rooms, an invitation and what is done to a room hold', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const { room } = await invite(page);
  await expectToHold(page);
  const dialog = await openInvitation(page, room);
  for (const unfolded of await dialog.locator('summary').all()) await unfolded.click();
  await expectToHold(page);
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('introuvable');
  await expect(page.getByText(/^Aucune salle/)).toBeVisible();
  await expectToHold(page);
  await page.getByRole('searchbox').fill(room);
  await roomEntry(page, room).getByRole('button', { name: 'Supprimer' }).click();
  await expect(deletedEntry(page, room)).toBeVisible();
  await expectToHold(page);
});

test('the forms hold, with every mistake that can be made in them', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const { id } = await invite(page);
  await page.goto('/salles/nouvelle');
  await expect(nameField(page)).toBeVisible();
  for (const unfolded of await page.locator('main summary').all()) await unfolded.click();
  await page.getByLabel('Nombre maximum de participants').fill('beaucoup');
  await page.getByLabel('Durée maximum, en minutes').fill('-1');
  await page.getByLabel('Adresse de sortie').fill('nulle part');
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(4);
  await expectToHold(page);
  await page.goto(`/salles/${id}/modifier`);
  await expectToHold(page);
  await page.goto(`/salles/${id}/envoyer`);
  await expectToHold(page);
  await page.getByLabel('Heure de début').fill('14:00');
  await page.getByLabel('Durée, en minutes').fill('-5');
  await page.getByText('Le code QR du lien', { exact: true }).click();
  await page.getByRole('radio', { name: 'À des modérateurs' }).check();
  await expectToHold(page);
});

test('the pages of a room hold, with what can be done on each', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const { id } = await invite(page);
  await page.goto(`/salles/${id}/enregistrements`);
  await expect(page.getByText("Cette salle n'a pas encore d'enregistrement.")).toBeVisible();
  await expectToHold(page);
  await addRecordings(page.request, id, 'Conseil de classe', 3);
  await page.reload();
  await renameButton(page, 'Conseil de classe').first().click();
  await page.getByRole('textbox', { name: /^Nouveau nom/ }).fill('');
  await page.keyboard.press('Enter');
  await page
    .getByRole('button', { name: /^Supprimer/ })
    .nth(1)
    .click();
  await page
    .getByRole('checkbox', { name: /^Publié/ })
    .last()
    .uncheck();
  await expect(page.getByText('Non publié', { exact: true })).toBeVisible();
  await expectToHold(page);
  await page.goto(`/salles/${id}/historique`);
  await expect(page.getByText("Personne ne s'est encore réuni dans cette salle.")).toBeVisible();
  await expectToHold(page);
  await page.request.post(`/api/v1/rooms/${id}/launch`, { headers: { origin: portal } });
  await page.reload();
  await expect(page.getByText('En cours', { exact: true })).toBeVisible();
  await page.goto(`/salles/${id}/fichiers`);
  await expect(page.getByText("Cette salle n'a pas encore de fichier.")).toBeVisible();
  await expectToHold(page);
  await addFiles(page, 'Un fichier au nom interminable, sans aucune abréviation.pdf', 'b.pdf');
  await page
    .getByRole('button', { name: /^Renommer/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^Supprimer/ })
    .last()
    .click();
  await expect(page.getByRole('button', { name: /^Annuler/ }).last()).toBeVisible();
  await expectToHold(page);
  await page.goto(`/salles/${id}/delegues`);
  await addDelegate(page, 'dominique.bernard@exemple.education.fr');
  await addDelegate(page, 'une.personne.au.nom.interminable@academie-tres-lointaine.exemple.fr');
  await page
    .getByRole('button', { name: /^Retirer/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(1);
  await expectToHold(page);
});

test('what is told of given-up changes holds', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill('Pas tout de suite');
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(page.getByRole('link', { name: 'Reprendre la saisie' })).toBeVisible();
  await expectToHold(page);
});

test('the ways in hold', async ({ page, newPerson }) => {
  await signIn(page, 'Alix Martin');
  const { room, attendee, authenticated, moderator } = await invite(page);
  const guest = await newPerson();
  await guest.setViewportSize({ width: 320, height: 640 });
  await guest.goto(authenticated);
  await expectToHold(guest);
  await guest.goto(attendee);
  await expectToHold(guest);
  await guest.getByRole('button', { name: 'Rejoindre' }).click();
  await expect(guest.getByRole('textbox', { name: 'Votre nom' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expectToHold(guest);
  await joinBy(guest, attendee, 'Noé');
  await guest.waitForURL(`${portal}/attente/**`);
  await expectToHold(guest);
  // The list of rooms while somebody is in the meeting.
  await joinBy(await newPerson(), moderator, 'Zoé');
  await expect(roomEntry(page, room).getByText(/^En cours/)).toBeVisible();
  await expectToHold(page);
});

test('refusals hold', async ({ page, newPerson, expectConsoleError }) => {
  expectConsoleError(/status of 503 .*\/invitation/);
  expectConsoleError(/status of 410 .*\/join\/resolve/);
  expectConsoleError(/status of 404 .*\/api\/v1\/code/);
  await signIn(page, 'Alix Martin');
  const { room, attendee } = await invite(page);
  await answerProblem(page, '**/invitation', { status: 503, name: 'unavailable' });
  await roomEntry(page, room).getByRole('link', { name: 'Inviter' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectToHold(page);
  await page.unrouteAll();
  await page.keyboard.press('Escape');
  await renewAttendeeLink(page, room);
  await expectToHold(page);
  const guest = await newPerson();
  await guest.setViewportSize({ width: 320, height: 640 });
  await guest.goto(attendee);
  await expect(guest.getByText(/renouvelé/).first()).toBeVisible();
  await expectToHold(guest);
  await guest.goto('/');
  await typeCode(guest, '12a');
  await expectToHold(guest);
  await guest.reload();
  await answerProblem(guest, '**/api/v1/code', { status: 404, name: 'code-unknown' });
  await typeCode(guest, '123456789');
  await guest.getByRole('button', { name: 'Connexion' }).click();
  await expect(guest.getByRole('alert')).toBeVisible();
  await expectToHold(guest);
});
