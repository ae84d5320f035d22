// Copying and sharing the whole invitation.

import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { copied, copy, expect, test } from '../../../../support/sending.ts';

/** Pastes into a rich-text field, and returns the field. */
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
        // After the page has handled the result.
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
  // Cancelled by the person: no error.
  await share.click();
  await expect.poll(settled).toBe(2);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await share.click();
  await expect(page.getByRole('alert')).toContainText("n'a pas pu être partagée");
});
