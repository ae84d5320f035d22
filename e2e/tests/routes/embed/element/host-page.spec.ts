// The element in host pages that style, move and control it.

import { expectAccessible } from '../../../../support/accessibility.ts';
import { element } from '../../../../support/host.ts';
import { copyLink, expect, host, hostTitle, test } from '../../../../support/meeting.ts';
import { detailsOf, expectCopies, sessionToken } from '../../../../support/session.ts';

for (const { what, css } of [
  { what: 'unsets everything', css: '* { all: unset }' },
  { what: 'hides buttons', css: 'button, dialog, iframe { display: none !important }' },
  {
    what: 'makes everything huge, red and upside down',
    css: 'html { font-size: 60px; color: red; direction: rtl; letter-spacing: 1em } * { transform: none; text-transform: uppercase; line-height: 4 }',
  },
]) {
  test(`a page that ${what} changes nothing in the window, and is not changed by it`, async ({
    moderator,
    invitation,
  }) => {
    const page = await host(moderator, invitation, { css });
    const around = page.getByText('La page autour');
    const look = (locator = around) =>
      locator.evaluate((node) => {
        const { color, font, direction, display, letterSpacing } = getComputedStyle(node);
        return { color, font, direction, display, letterSpacing };
      });
    const before = await look();
    await hostTitle(page).click();
    await expectCopies(page, detailsOf(page), invitation);
    expect(await look()).toEqual(before);
    const copy = await look(copyLink(page));
    expect(copy).toMatchObject({ direction: 'ltr', letterSpacing: 'normal', display: 'block' });
    expect(copy.font).toContain('14px');
  });
}

test('the title may come late and be made anew, the element be taken out and put back', async ({
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation, { body: '<div id="place"></div>' });
  await expect(page.getByText('La page autour')).toBeVisible();
  await page.evaluate(() => {
    const place = document.querySelector('#place');
    if (place) place.innerHTML = '<h1 id="name"><span>Conseil</span></h1>';
  });
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  // Removed while it is open: nothing of it remains, and the title is restored.
  await page.evaluate(() => {
    const element = document.querySelector('parvis-session-details');
    Object.assign(window, { element });
    element?.remove();
  });
  await expect(detailsOf(page)).toHaveCount(0);
  await expect(hostTitle(page)).toHaveCount(0);
  expect(await page.locator('#name').innerHTML()).toBe('<span>Conseil</span>');
  await page.evaluate(() => {
    document.body.append((window as unknown as { element: Element }).element);
  });
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  await page.keyboard.press('Escape');
  // The page replaces the title while the window is closed, and while it is open.
  const makeAnew = () =>
    page.evaluate(() => {
      const title = document.querySelector('#name');
      if (title) title.outerHTML = '<h1 id="name"><span>Conseil</span></h1>';
    });
  await makeAnew();
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  await makeAnew();
  await page.keyboard.press('Escape');
  await expect(hostTitle(page)).toBeFocused();
});

test('several of them live on one page, and answer to what the page calls', async ({
  moderator,
  invitation,
}) => {
  const token = await sessionToken(moderator.request, invitation.id);
  const page = await host(moderator, invitation, {
    body: `<h1 id="name"><span>Conseil</span></h1><button id="second">Une autre</button>${element(token, '#second')}`,
  });
  await page.getByRole('button', { name: 'Une autre' }).click();
  await expect(copyLink(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  await expect(detailsOf(page)).toHaveCount(1);
  await detailsOf(page).getByRole('button', { name: 'Fermer' }).click();
  const call = (name: 'open' | 'close') =>
    page.evaluate((name) => {
      const element = document.querySelector('parvis-session-details[anchor="#name"]');
      (element as unknown as Record<'open' | 'close', () => void>)[name]();
    }, name);
  await call('open');
  await expect(copyLink(page)).toBeVisible();
  await call('close');
  await expect(detailsOf(page)).toHaveCount(0);
});

test('the page chooses language and scheme, also while the window is open', async ({
  moderator,
  invitation,
}) => {
  const page = await host(moderator, invitation);
  const set = (name: string, value: string) =>
    page
      .locator('parvis-session-details')
      .evaluate((element, { name, value }) => element.setAttribute(name, value), { name, value });
  await hostTitle(page).click();
  await expect(copyLink(page)).toBeVisible();
  const ground = () =>
    detailsOf(page).evaluate((dialog) => getComputedStyle(dialog).backgroundColor);
  const light = await ground();
  await set('theme', 'dark');
  expect(await ground()).not.toBe(light);
  await expectAccessible(page);
  await set('lang', 'en-GB');
  const english = page.getByRole('dialog');
  await expect(english.getByRole('button', { name: 'Copy the participant link' })).toBeVisible();
  await page.keyboard.press('Escape');
  await hostTitle(page).click();
  await expect(page.getByRole('dialog', { name: 'Session details' })).toBeVisible();
});
