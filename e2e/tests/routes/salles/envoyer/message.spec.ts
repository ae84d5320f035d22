// The message of the invitation: audience, mail, QR code.

import qrReader from 'jsqr';
import { PNG } from 'pngjs';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { signIn } from '../../../../support/account.ts';
import { copiedBy } from '../../../../support/clipboard.ts';
import { createRoom, openInvitation, uniqueName } from '../../../../support/rooms.ts';
import {
  choose,
  contentOf,
  copied,
  copy,
  expect,
  messageOf,
  test,
} from '../../../../support/sending.ts';

test('each audience is given its own way in, and what moderators may do is said', async ({
  page,
  invitation,
}) => {
  const message = messageOf(page);
  const code = invitation.code.replace(/(...)(...)/, '$1 $2 ');
  await expect(message).toContainText(invitation.attendee);
  await expect(message).not.toContainText(code);
  await expectAccessible(page);
  await page.getByRole('radio', { name: /EduConnect/ }).check();
  await expect(message).toContainText(invitation.authenticated);
  await expect(message).toContainText('Vous vous identifierez avec EduConnect.');
  await expect(message).not.toContainText('PIN');
  await page.getByRole('radio', { name: 'À des modérateurs' }).check();
  await expect(message).toContainText(invitation.moderator);
  await expect(message).toContainText(code);
  await expect(message).toContainText('exclure des participants');
  await expect(page.getByRole('radio', { name: 'À des modérateurs' })).toHaveAccessibleDescription(
    /mettre fin/,
  );
});

test('what was chosen is given back to whoever comes back to the page', async ({
  page,
  invitation,
}) => {
  await choose(page);
  await page.getByRole('radio', { name: 'À des modérateurs' }).check();
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  const dialog = await openInvitation(page, invitation.room);
  await dialog.getByRole('link', { name: 'Envoyer une invitation complète' }).click();
  await expect(page.getByRole('radio', { name: 'À des modérateurs' })).toBeChecked();
  await expect(messageOf(page)).toContainText(/Mardi 1er décembre 2026 .* durée\u00a0: 90 minutes/);
  await expect(page.getByLabel('Date', { exact: true })).toHaveValue('2026-12-01');
  await expect(page.getByLabel('Heure de début')).toHaveValue('14:00');
});

test('a camera reads the QR code, which can be kept as a picture', async ({ page, invitation }) => {
  await page.getByText('Le code QR du lien', { exact: true }).click();
  const image = page.getByRole('img', { name: new RegExp(invitation.room) });
  await expect(image).toBeVisible();
  // The message that the room is created may lie over it.
  const close = page.getByRole('button', { name: 'Fermer' });
  if (await close.isVisible()) await close.click();
  const { data, width, height } = PNG.sync.read(await image.screenshot());
  expect(qrReader.default(new Uint8ClampedArray(data), width, height)?.data).toBe(
    invitation.attendee,
  );
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger le code QR (SVG)' }).click();
  const kept = await download;
  expect(kept.suggestedFilename()).toBe('invitation.svg');
  expect(await contentOf(kept)).toMatch(/^<svg/);
});

test('the mail program is given subject and text, the telephone number and PIN', async ({
  page,
  invitation,
}) => {
  const mail = page.getByRole('link', { name: 'Ouvrir dans la messagerie' });
  const address = new URL((await mail.getAttribute('href')) ?? '');
  expect(address.protocol).toBe('mailto:');
  expect(address.searchParams.get('subject')).toContain(invitation.room);
  const body = address.searchParams.get('body');
  expect(body).toContain(`${invitation.attendee}\r\n`);
  expect(body).toMatch(/\+33 1 23 45 67 89 puis le PIN \d{3} \d{3} \d{3} #$/);
  const call = page.getByRole('link', { name: /^Appeler le \+33/ });
  await expect(call).toHaveAttribute('href', /^tel:\+33123456789,,\d{9}%23$/);
});

test('a mail that is too long for mail programs is shortened, says so, and its links stay whole', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = uniqueName('👩🏽‍🏫'.repeat(30));
  await createRoom(page, room);
  const dialog = await openInvitation(page, room);
  const link = await copiedBy(page, dialog, 'le lien modérateur');
  await dialog.getByRole('link', { name: 'Envoyer une invitation complète' }).click();
  await page.getByRole('radio', { name: 'À des modérateurs' }).check();
  const mail = page.getByRole('link', { name: 'Ouvrir dans la messagerie' });
  const address = (await mail.getAttribute('href')) ?? '';
  expect(address.length).toBeLessThanOrEqual(2000);
  expect(new URL(address).searchParams.get('body')).toContain(link);
  expect(new URL(address).searchParams.get('subject')).toMatch(/^Invitation à la réunion .*…$/);
  await expect(page.getByText(/^Les messageries n'acceptent pas/)).toContainText(
    'Les liens y sont entiers. Pour tout envoyer, copiez l’invitation.'.replace('’', "'"),
  );
  await expectAccessible(page);
  // The copied text is complete.
  await copy(page).click();
  await expect(copied(page)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(room);
});
