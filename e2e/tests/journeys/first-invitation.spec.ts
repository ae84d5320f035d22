// The main job: sign in, create a room, copy its invitation, join the conference.

import { expectAccessible } from '../../support/accessibility.ts';
import { signIn } from '../../support/account.ts';
import { portal } from '../../support/addresses.ts';
import { copiedBy } from '../../support/clipboard.ts';
import { meeting, whoIsIn } from '../../support/conference.ts';
import { expectInConference, joinBy } from '../../support/invite.ts';
import { createRoom, openInvitation, uniqueName } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

test('an agent invites a moderator and a participant, who arrive with their roles', async ({
  page,
  newPerson,
  request,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);

  await signIn(page, 'Alix Martin');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toBeVisible();
  await expectAccessible(page);
  await page.goBack();

  const room = await createRoom(page, uniqueName('Conseil d’école'));
  const dialog = await openInvitation(page, room);
  await expectAccessible(page);

  const code = await copiedBy(page, dialog, 'le code de connexion');
  expect(code).toMatch(/^[1-9]\d{8}$/);
  await expect(dialog).toContainText(code.replace(/(\d{3})(?=\d)/g, '$1\u00a0'));
  const moderatorLink = await copiedBy(page, dialog, 'le lien modérateur');
  expect(moderatorLink).toMatch(
    new RegExp(`^${portal}/rejoindre/moderateur#[\\w-]{51,52}[A-Za-z0-9]$`),
  );
  const attendeeLink = await copiedBy(page, dialog, 'le lien participant');
  expect(attendeeLink).toMatch(
    new RegExp(`^${portal}/rejoindre/participant#[\\w-]{51,52}[A-Za-z0-9]$`),
  );
  const authenticatedLink = await copiedBy(page, dialog, 'le lien authentifié');
  expect(authenticatedLink).toMatch(
    new RegExp(`^${portal}/rejoindre/authentifie#[\\w-]{51,52}[A-Za-z0-9]$`),
  );
  const telephone = await copiedBy(page, dialog, 'la connexion par téléphone');
  expect(telephone).toMatch(/^Tél\. : \+33 1 23 45 67 89 – PIN : \d{3} \d{3} \d{3} #$/);

  const participant = await newPerson();
  await joinBy(participant, attendeeLink, 'Noé Laurent');
  await expect(participant.getByText("La réunion n'a pas encore commencé.")).toBeVisible();
  await expectAccessible(participant);
  expect(await meeting(request, room)).toBeUndefined();

  const moderator = await newPerson();
  await moderator.goto(moderatorLink);
  await expect(moderator.getByRole('heading', { level: 1, name: room })).toBeVisible();
  await expectAccessible(moderator);
  await joinBy(moderator, moderatorLink, 'Zoé Petit');
  await expectInConference(moderator, room);
  await expect.poll(() => whoIsIn(request, room)).toContain('Zoé Petit: MODERATOR');

  // A person who waits joins without any action.
  await expectInConference(participant, room);
  await expect
    .poll(() => whoIsIn(request, room))
    .toEqual(['Zoé Petit: MODERATOR', 'Noé Laurent: VIEWER']);

  const pin = telephone.match(/PIN : ([\d ]+) #/)?.[1]?.replaceAll(' ', '');
  expect((await meeting(request, room))?.create.voiceBridge).toBe(pin);
});

test('the main job is done by keyboard alone', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  /** Tabs to the next element with this name, and presses Enter. */
  const goTo = async (name: RegExp) => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const label = (await focused.evaluate((element) => element.textContent)) ?? '';
      if (name.test(label)) return;
    }
    throw new Error(`no ${name} within 40 presses of Tab`);
  };
  await goTo(/Créer une salle permanente/);
  await page.keyboard.press('Enter');
  const room = uniqueName('Au clavier');
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toBeVisible();
  if (
    !(await page
      .getByRole('textbox', { name: 'Nom de la salle' })
      .evaluate((field) => field === document.activeElement))
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type(room);
  await page.keyboard.press('Enter');
  // After a room is created, the link to invite people has the focus.
  const invite = page.getByRole('link', {
    name: `Inviter des participants à «\u00a0${room}\u00a0»`,
  });
  await expect(invite).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copier le lien participant' })).toBeVisible();
  await goTo(/Copier le lien participant/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copié le lien participant' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '/rejoindre/participant#',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(invite).toBeFocused();
});
