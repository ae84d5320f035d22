// The date of the meeting, and its calendar file, parsed by an independent library.

import { devices } from '@playwright/test';
import ICAL from 'ical.js';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { choose, contentOf, copy, expect, messageOf, test } from '../../../../support/sending.ts';

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
  // The length of lines is counted in bytes, and limited by RFC 5545.
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

// Phones pass a file to their calendar by its media type, and ask whether to download it.
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

test('a date is corrected part by part, and one without a time is said', async ({
  page,
  invitation: _,
}) => {
  await choose(page);
  // The last part of the date in this browser is the year, which is typed again.
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
