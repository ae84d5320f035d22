// A room's options.

import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { portal, sandbox } from '../../../support/addresses.ts';
import { meeting, whoIsIn } from '../../../support/conference.ts';
import {
  clientDialog,
  expectInConference,
  grouped,
  invite,
  joinBy,
} from '../../../support/invite.ts';
import { createRoom, roomEntry, uniqueName } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

test('options chosen in the form are those that the meeting is created with', async ({
  page,
  request,
}) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  const room = uniqueName('Avec options');
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill(room);
  for (const section of [
    'Accueil des participants',
    'Interactions',
    'Enregistrement',
    'Paramètres avancés',
  ]) {
    await page.getByText(section, { exact: true }).click();
  }
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Message de bienvenue' }).fill('Bonjour,\nentrez !');
  await page.getByRole('textbox', { name: 'Nombre maximum' }).fill('30');
  await page.getByRole('textbox', { name: 'Durée maximum' }).fill('90');
  await page.getByRole('checkbox', { name: /^Salle d'attente/ }).check();
  await page.getByRole('checkbox', { name: 'Discussion privée' }).uncheck();
  await page.getByRole('checkbox', { name: 'Enregistrer dès le début' }).check();
  await page.getByRole('textbox', { name: 'Message aux modérateurs' }).fill('Ouvrir à 9 h');
  await page.getByRole('textbox', { name: 'Adresse de sortie' }).fill('https://exemple.fr/fin');
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  const opened = page.waitForEvent('popup');
  await roomEntry(page, room).getByRole('button', { name: 'Lancer' }).click();
  const conference = await opened;
  await conference.waitForURL(`${sandbox}/html5client/**`);
  const { create } = (await meeting(request, room)) ?? { create: {} };
  expect(create).toMatchObject({
    welcome: 'Bonjour,<br>entrez !',
    maxParticipants: '30',
    duration: '90',
    guestPolicy: 'ASK_MODERATOR',
    muteOnStart: 'true',
    lockSettingsDisablePrivateChat: 'true',
    lockSettingsDisablePublicChat: 'false',
    record: 'true',
    autoStartRecording: 'true',
    logoutURL: 'https://exemple.fr/fin',
  });
  await expect(conference.getByText('Ouvrir à 9 h')).toBeVisible();
  // The form shows the saved options.
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  await page.getByText('Accueil des participants', { exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Nombre maximum' })).toHaveValue('30');
  await expect(page.getByRole('checkbox', { name: /^Salle d'attente/ })).toBeChecked();
});

test('who arrives reads what the room says to all, as text, and no more than their rights', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, id, attendee, moderator, code } = await invite(page);
  const changed = await page.request.patch(`${portal}/api/v1/rooms/${id}`, {
    headers: { origin: portal },
    data: {
      options: {
        welcome: 'Bonjour,\n<b>entrez</b> !',
        moderators_message: 'Entre nous',
      },
    },
  });
  expect(changed.ok()).toBe(true);
  const arrivals: [link: string, name: string, isModerator: boolean][] = [
    [moderator, 'Zoé', true],
    [attendee, 'Noé', false],
  ];
  for (const [link, name, isModerator] of arrivals) {
    const person = await newPerson();
    await joinBy(person, link, name);
    // The dialog opens by itself.
    const dialog = clientDialog(person);
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText('<b>entrez</b> !');
    await expect(dialog.locator('b', { hasText: 'entrez' })).toHaveCount(0);
    const lines = await dialog.evaluate((dialog: HTMLElement) => dialog.innerText.split('\n'));
    expect(lines.slice(0, 2)).toEqual(['Bonjour,', '<b>entrez</b> !']);
    for (const told of ['Entre nous', grouped(code), moderator]) {
      const text = expect(dialog);
      await (isModerator ? text : text.not).toContainText(told);
    }
    await expectInConference(person, room);
  }
});

test('a room that says nothing has the server greet by the name of the room', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, moderator } = await invite(page);
  const zoe = await newPerson();
  await joinBy(zoe, moderator, 'Zoé');
  await expect(clientDialog(zoe)).toContainText(`Bienvenue dans la réunion ${room}.`);
});

test('what is out of bounds is told at its field, which comes into view, and stays', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  const save = page.getByRole('button', { name: 'Enregistrer' });
  const sections = ['Accueil des participants', 'Paramètres avancés'];
  for (const section of sections) await page.getByText(section, { exact: true }).click();
  const people = page.getByRole('textbox', { name: 'Nombre maximum' });
  const exit = page.getByRole('textbox', { name: 'Adresse de sortie' });
  await people.fill('-5');
  await exit.fill('javascript:alert(1)');
  // All sections are collapsed: those with errors expand by themselves.
  for (const section of sections) await page.getByText(section, { exact: true }).click();
  await save.click();
  await expect(people).toBeFocused();
  await expect(people).toHaveAccessibleDescription(/Saisissez un nombre de 2 à 1000/);
  await expect(exit).toHaveAccessibleDescription(/commence par https:\/\//);
  await expect(people).toHaveValue('-5');
  await expect(exit).toHaveValue('javascript:alert(1)');
  await expectAccessible(page);
  await people.fill('');
  await exit.fill('');
  await save.click();
  await expect(page).toHaveURL(`${portal}/`);
});

test('what was given up with "Annuler" does not come back', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const edit = roomEntry(page, room).getByRole('link', { name: 'Modifier' });
  await edit.click();
  const recording = page.getByRole('checkbox', { name: 'Enregistrer dès le début' });
  await page.getByText('Enregistrement', { exact: true }).click();
  await recording.check();
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(edit).toBeFocused();
  await edit.click();
  await page.getByText('Enregistrement', { exact: true }).click();
  await expect(recording).not.toBeChecked();
});

test('options changed while the meeting runs say so, and the meeting can be ended', async ({
  page,
  newPerson,
  request,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, moderator } = await invite(page);
  await joinBy(await newPerson(), moderator, 'Zoé');
  await expect.poll(() => whoIsIn(request, room)).toEqual(['Zoé: MODERATOR']);
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  await page.getByText('Interactions', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Couper les micros' }).uncheck();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  const told = page.getByRole('alert');
  await expect(told).toContainText('une réunion est en cours');
  await expectAccessible(page);
  await told.getByRole('button', { name: 'Terminer la réunion pour tous' }).click();
  await expect(page).toHaveURL(`${portal}/`);
  await expect.poll(() => whoIsIn(request, room)).toEqual([]);
});

test('options that two tabs change at the same time are all kept', async ({ page, context }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const other = await context.newPage();
  await other.goto('/');
  // Both forms are open before either is saved.
  for (const tab of [page, other]) {
    await roomEntry(tab, room).getByRole('link', { name: 'Modifier' }).click();
    await expect(tab.getByRole('textbox', { name: 'Nom de la salle' })).toHaveValue(room);
    await tab.getByText('Interactions', { exact: true }).click();
  }
  const name = uniqueName('Renommée');
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill(name);
  await page.getByRole('checkbox', { name: 'Discussion privée' }).uncheck();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(roomEntry(page, name)).toBeVisible();
  await other.getByRole('checkbox', { name: 'Discussion publique' }).uncheck();
  await other.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(roomEntry(other, name)).toBeVisible();
  await roomEntry(page, name).getByRole('link', { name: 'Modifier' }).click();
  await page.getByText('Interactions', { exact: true }).click();
  for (const option of ['Discussion privée', 'Discussion publique']) {
    await expect(page.getByRole('checkbox', { name: option })).not.toBeChecked();
  }
});
