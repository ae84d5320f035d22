// The whole invitation: for whom, when, and each way to send it, read back by programs not ours.

import { readFile } from 'node:fs/promises';
import { type Download, devices, type Locator, type Page } from '@playwright/test';
import ICAL from 'ical.js';
import qrReader from 'jsqr';
import { PNG } from 'pngjs';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { chooseAccount, signIn } from '../../../../support/account.ts';
import { copiedBy } from '../../../../support/clipboard.ts';
import { createRoom, openInvitation, roomEntry, uniqueName } from '../../../../support/rooms.ts';
import { choose, copied, copy, expect, messageOf, test } from '../../../../support/sending.ts';

/** What is pasted into a field of rich text. */
async function pasted(page: Page): Promise<Locator> {
  await page.evaluate(() => {
    const field = document.createElement('div');
    field.contentEditable = 'true';
    field.id = 'pasted';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  return page.locator('#pasted');
}

async function contentOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

test('the invitation is copied as text and as rich text at once, and the link stays a link', async ({
  page,
  invitation,
}) => {
  await copy(page).click();
  await expect(copied(page)).toBeVisible();
  await expect(page.getByText("Copié : l'invitation")).toHaveCount(1);
  const plain = await page.evaluate(() => navigator.clipboard.readText());
  expect(plain.split('\n')[0]).toBe(`Invitation à la réunion «\u00a0${invitation.room}\u00a0»`);
  expect(plain).toContain(`Rejoindre la réunion\u00a0: ${invitation.attendee}`);
  expect(plain).toMatch(/Par téléphone\u00a0: \+33 1 23 45 67 89 puis le PIN \d{3} \d{3} \d{3} #$/);
  const rich = await pasted(page);
  const link = rich.getByRole('link', { name: invitation.attendee });
  await expect(link).toHaveAttribute('href', invitation.attendee);
});

for (const { what, script } of [
  {
    what: 'a browser without the new way to copy',
    script: () => {
      Object.defineProperty(window, 'ClipboardItem', { value: undefined });
    },
  },
  {
    what: 'a browser that refuses the new way to copy',
    script: () => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    },
  },
]) {
  test(`${what} copies rich text all the same`, async ({ page, invitation }) => {
    await page.evaluate(script);
    await copy(page).click();
    await expect(copied(page)).toBeVisible();
    const rich = await pasted(page);
    await expect(rich.getByRole('link', { name: invitation.attendee })).toHaveCount(1);
  });
}

test('where the browser copies nothing, the whole text stands selected', async ({
  page,
  invitation,
}) => {
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    document.execCommand = () => false;
  });
  await copy(page).click();
  const field = page.getByRole('textbox', { name: "l'invitation" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(new RegExp(`${invitation.attendee}\\n`));
  await expectAccessible(page);
});

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

test('a calendar of others reads the meeting, its link, its telephone and its reminder', async ({
  page,
  invitation,
}) => {
  await expect(page.getByText("Pour l'agenda, indiquez une date et une heure.")).toBeVisible();
  await choose(page);
  await expect(messageOf(page)).toContainText(/Mardi 1er décembre 2026 .* durée\u00a0: 90 minutes/);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: "Télécharger pour l'agenda" }).click();
  const file = await contentOf(await download);
  // Lines are bytes, and none longer than the standard allows.
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const calendar = new ICAL.Component(ICAL.parse(file));
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error(file);
  const event = new ICAL.Event(component);
  expect(event.summary).toBe(invitation.room);
  const starts = await page.evaluate(() => new Date('2026-12-01T14:00').getTime());
  expect(event.startDate.toJSDate().getTime()).toBe(starts);
  expect(event.endDate.toJSDate().getTime()).toBe(starts + 90 * 60_000);
  expect(event.location).toBe(invitation.attendee);
  expect(component.getFirstPropertyValue('url')).toBe(invitation.attendee);
  expect(event.description.split('\n')).toHaveLength(3);
  const ways = component.getAllProperties('conference').map((way) => String(way.getFirstValue()));
  expect(ways[0]).toBe(invitation.attendee);
  expect(ways[1]).toMatch(/^tel:\+33123456789,,\d{9}%23$/);
  const trigger = component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger');
  expect((trigger as ICAL.Duration).toSeconds()).toBe(-600);
});

// Phones hand a file over to their calendar by its media type, and ask first whether to download it.
test.describe('on a phone', () => {
  const { userAgent, viewport, isMobile, hasTouch } = devices['iPhone 14'];
  test.use({ userAgent, viewport, isMobile, hasTouch });

  test('the calendar file is one by its name and its media type, also once the page is left', async ({
    page,
    invitation,
  }) => {
    await page.evaluate(() => {
      const { createObjectURL, revokeObjectURL } = URL;
      const files = new Map<string, string>();
      Object.assign(window, { files });
      URL.createObjectURL = (file: Blob) => {
        const address = createObjectURL.call(URL, file);
        files.set(address, file.type);
        return address;
      };
      URL.revokeObjectURL = (address) => {
        files.delete(address);
        revokeObjectURL.call(URL, address);
      };
    });
    await choose(page);
    const link = page.getByRole('link', { name: "Télécharger pour l'agenda" });
    const address = await link.getAttribute('href');
    const started = page.waitForEvent('download');
    await link.tap();
    const download = await started;
    expect(download.suggestedFilename()).toBe('invitation.ics');
    expect(await contentOf(download)).toContain('BEGIN:VEVENT');
    await page.goBack();
    await expect(page.getByRole('dialog')).toContainText(invitation.room);
    const kind = await page.evaluate(
      (address) => (window as unknown as { files: Map<string, string> }).files.get(address),
      address ?? '',
    );
    expect(kind).toBe('text/calendar;charset=utf-8');
  });
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

test('a date is corrected part by part, and one without a time is said', async ({
  page,
  invitation: _,
}) => {
  await choose(page);
  // The last part of the date as this browser shows it: the year, which is typed anew.
  const date = page.getByLabel('Date', { exact: true });
  await date.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('2027');
  await expect(date).toHaveValue('2027-12-01');
  const mistake = page.getByText('Indiquez une date et une heure, ou ni');
  await page.getByLabel('Heure de début').fill('');
  await page.getByLabel('Durée, en minutes').focus();
  await expect(mistake).toHaveCount(0);
  await copy(page).focus();
  await expect(mistake).toBeVisible();
  await expect(page.getByLabel('Heure de début')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
});

test('a length that is none is said to be none, and no calendar file is offered', async ({
  page,
  invitation: _,
}) => {
  await choose(page);
  const minutes = page.getByLabel('Durée, en minutes');
  await minutes.fill('-5');
  await expect(minutes).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Saisissez une durée de 5 à 1440 minutes.')).toBeVisible();
  await expect(page.getByRole('link', { name: "Télécharger pour l'agenda" })).toHaveCount(0);
  await expectAccessible(page);
});

test('a camera reads the QR code, which can be kept as a picture', async ({ page, invitation }) => {
  await page.getByText('Le code QR du lien', { exact: true }).click();
  const image = page.getByRole('img', { name: new RegExp(invitation.room) });
  await expect(image).toBeVisible();
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
  // What is copied is whole.
  await copy(page).click();
  await expect(copied(page)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(room);
});

test('the system’s share sheet is offered where there is one; what it refuses is said', async ({
  page,
  invitation,
}) => {
  await expect(page.getByRole('button', { name: 'Partager' })).toHaveCount(0);
  await page.addInitScript(() => {
    const answers = [undefined, 'AbortError', 'NotAllowedError'];
    Object.assign(navigator, {
      share: (what: { text: string }) => {
        Object.assign(window, { shared: what });
        const answer = answers.shift();
        const shared = answer ? Promise.reject(new DOMException('', answer)) : Promise.resolve();
        const settle = () =>
          setTimeout(() => Object.assign(window, { settled: 3 - answers.length }));
        shared.then(settle, settle);
        return shared;
      },
    });
  });
  await page.reload();
  const share = page.getByRole('button', { name: 'Partager' });
  await share.click();
  const shared = () =>
    page.evaluate(() => (window as unknown as { shared?: { text: string } }).shared?.text);
  await expect.poll(shared).toContain(invitation.attendee);
  const settled = () => page.evaluate(() => (window as unknown as { settled?: number }).settled);
  // Called off by the person: nothing failed.
  await share.click();
  await expect.poll(settled).toBe(2);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await share.click();
  await expect(page.getByRole('alert')).toContainText("n'a pas pu être partagée");
});

test('the page holds at 320 pixels in both schemes, and leads back to the room', async ({
  page,
  invitation,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await choose(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await expect(
    roomEntry(page, invitation.room).getByRole('link', { name: 'Inviter' }),
  ).toBeFocused();
});

test('on paper stands the invitation alone', async ({ page, invitation }) => {
  await page.getByRole('combobox', { name: 'Affichage' }).selectOption('Sombre');
  await page.getByText('Le code QR du lien', { exact: true }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: new RegExp(invitation.room) })).toBeVisible();
  // Dark on light.
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'light');
  await expect(messageOf(page)).toHaveCSS('color', 'rgb(58, 58, 58)');
  await expect(messageOf(page)).toContainText(invitation.attendee);
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden();
  await expect(page.getByRole('radio').first()).toBeHidden();
});

test('who is not signed in signs in first, and comes back to the page', async ({
  page,
  invitation,
  newPerson,
}) => {
  const address = page.url();
  const elsewhere = await newPerson();
  await elsewhere.goto(address);
  await elsewhere
    .getByRole('main')
    .getByRole('link', { name: /^S'identifier/ })
    .click();
  await chooseAccount(elsewhere, 'Alix Martin');
  await expect(messageOf(elsewhere)).toContainText(invitation.attendee);
});

test("another owner's room has no invitation to send", async ({
  page,
  invitation: _,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/invitation/);
  const address = page.url();
  const other = await newPerson();
  await signIn(other, 'Dominique Bernard');
  await other.goto(address);
  await expect(other.getByRole('alert')).toContainText("L'invitation n'a pas pu être affichée");
});
