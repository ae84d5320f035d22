// What is typed and not saved, and what is said of what was.

import type { Page } from '@playwright/test';
import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { holdAnswers } from '../../../support/network.ts';
import {
  createRoom,
  nameField,
  openForm,
  openInvitation,
  rename,
  roomEntry,
  uniqueName,
} from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

const givenUp = (page: Page) => page.getByText("Vos modifications n'ont pas été enregistrées.");

/** What the browser asks when the tab is to be closed, if anything. */
async function askedOnClosing(page: Page): Promise<string | undefined> {
  const answer = new Promise<string | undefined>((resolve) => {
    page.on('close', () => resolve(undefined));
    page.on('dialog', async (dialog) => {
      await dialog.dismiss();
      resolve(dialog.type());
    });
  });
  await page.close({ runBeforeUnload: true });
  return answer;
}

test('what was done is told where it is seen, and goes by itself', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const told = page.getByText(`La salle «\u00a0${room}\u00a0» est créée.`);
  await expect(told).toBeVisible();
  await expect(told).toBeInViewport();
  // Nobody waits for it here: it goes after six seconds, unless one points at it.
  const goes = await page.locator('.toast').evaluate((toast) => {
    const [animation] = toast.getAnimations();
    const { delay, duration } = animation?.effect?.getComputedTiming() ?? {};
    animation?.finish();
    return [delay, duration];
  });
  expect(goes).toEqual([6_000, 0]);
  await expect(told).toBeHidden();
  await rename(page, room, uniqueName('Autre nom'));
  const saved = page.getByText('La salle est enregistrée.');
  await expect(saved).toBeVisible();
  await saved.hover();
  await expectAccessible(page);
  await page.getByRole('status').getByRole('button', { name: 'Fermer' }).click();
  await expect(saved).toHaveCount(0);
});

test('changes that are given up are said to be, and can be taken up again', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await openForm(page, room);
  const typed = uniqueName('Presque');
  await nameField(page).fill(typed);
  await page.getByText('Interactions', { exact: true }).click();
  const mute = page.getByRole('checkbox', { name: /Couper les micros/ });
  await mute.check();
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(givenUp(page)).toBeVisible();
  await page.getByRole('link', { name: 'Reprendre la saisie' }).click();
  await expect(nameField(page)).toHaveValue(typed);
  await page.getByText('Interactions', { exact: true }).click();
  await expect(mute).toBeChecked();
});

test('what nobody takes up again is gone, and nothing is said where nothing was changed', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(page.getByRole('link', { name: 'Créer une salle permanente' })).toBeFocused();
  await expect(givenUp(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await nameField(page).fill('Une autre fois');
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(givenUp(page)).toBeVisible();
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(nameField(page)).toHaveValue('');
});

test('a tab with changes that are not saved asks before it is closed', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('Pas perdue');
  expect(await askedOnClosing(page)).toBe('beforeunload');
  await expect(nameField(page)).toHaveValue('Pas perdue');
});

test('a tab without any is closed without a question, and nothing is asked within the portal', async ({
  page,
  context,
}) => {
  await signIn(page, 'Alix Martin');
  const other = await context.newPage();
  await other.goto('/salles/nouvelle');
  await nameField(other).click();
  expect(await askedOnClosing(other)).toBeUndefined();
  // On the way to another page of the portal nothing is asked, as nothing is lost.
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  await createRoom(page);
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('En route');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  // Meanwhile an invitation is sent, which takes nothing away.
  const dialog = await openInvitation(page, 'Mon aide numérique');
  await dialog.getByRole('link', { name: 'Envoyer une invitation complète' }).click();
  await page.getByRole('radio', { name: 'À des modérateurs' }).check();
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(nameField(page)).toHaveValue('En route');
  expect(asked).toEqual([]);
});

test('what is typed into one form takes nothing from another, and each has its own back', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  const typed = uniqueName('Deux à la fois');
  await openForm(page, room);
  await nameField(page).fill(typed);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('Une nouvelle');
  // The document is left, from a page that is no form, and comes back: both are still there.
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  await expect(page.getByRole('heading', { name: 'Raccourcis clavier' })).toBeVisible();
  await page.reload();
  await page.goBack();
  await expect(nameField(page)).toHaveValue('Une nouvelle');
  await page.goBack();
  await roomEntry(page, room).getByRole('link', { name: 'Modifier' }).click();
  await expect(nameField(page)).toHaveValue(typed);
});

test('a browser that stores nothing keeps what is typed for as long as the portal is open', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('En mémoire');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('link', { name: "Revenir à l'accueil" }).click();
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(nameField(page)).toHaveValue('En mémoire');
});

/** Has the tab be hidden, or seen again, as the page is told. */
async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, hidden);
}

test('a tab that is hidden keeps what is typed, and nothing once it is seen again or its person has signed out', async ({
  page,
  context,
}) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('Dans la poche');
  const stored = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  await hide(page, true);
  expect(await stored()).toContain('Dans la poche');
  await hide(page, false);
  expect(await stored()).not.toContain('Dans la poche');
  await hide(page, true);
  const other = await context.newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByText('Identifiez-vous pour accéder à cette page.')).toBeVisible();
  expect(await stored()).not.toContain('Dans la poche');
});

test('what was discarded is given back to the form that is open already', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const open = page.getByRole('link', { name: 'Créer une salle permanente' });
  await open.click();
  await nameField(page).fill('Abandonnée');
  await page.getByRole('link', { name: 'Annuler' }).click();
  await open.click();
  await expect(nameField(page)).toHaveValue('');
  await page.getByRole('link', { name: 'Reprendre la saisie' }).click();
  await expect(nameField(page)).toHaveValue('Abandonnée');
});

test('what was discarded is given back before what was typed into the same form later', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const open = page.getByRole('link', { name: 'Créer une salle permanente' });
  await open.click();
  await nameField(page).fill('La première');
  await page.getByRole('link', { name: 'Annuler' }).click();
  await open.click();
  await nameField(page).fill('La seconde');
  await page.goBack();
  await page.getByRole('link', { name: 'Reprendre la saisie' }).click();
  await expect(nameField(page)).toHaveValue('La première');
});

test('a form that was left before its answer came gives nothing back of what is saved', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const name = uniqueName('Partie avant la réponse');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill(name);
  const release = await holdAnswers(page, '**/api/v1/rooms');
  const asked = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  await asked;
  await page.goBack();
  release();
  await expect(roomEntry(page, name)).toBeVisible();
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(nameField(page)).toHaveValue('');
});

test('a tab with changes in a form that was left asks before it is closed', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await nameField(page).fill('Laissée en plan');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Raccourcis clavier' }).click();
  await expect(page.getByRole('heading', { name: 'Raccourcis clavier' })).toBeVisible();
  expect(await askedOnClosing(page)).toBe('beforeunload');
});

test('who leaves a form while it is being saved is told what became of it, and nothing else', async ({
  page,
}) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await openForm(page, room);
  const release = await holdAnswers(page, '**/api/v1/rooms/*');
  const name = uniqueName('Autre nom');
  await nameField(page).fill(name);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('link', { name: 'Annuler' }).click();
  await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
  await expect(givenUp(page)).toHaveCount(0);
  release();
  await expect(page.getByText('La salle est enregistrée.').first()).toBeVisible();
  await expect(roomEntry(page, name)).toBeVisible();
  await expect(givenUp(page)).toHaveCount(0);
});

test('the answer to a renewal leaves the focus with whoever has gone on', async ({ page }) => {
  await signIn(page, 'Alix Martin');
  const room = await createRoom(page);
  await openForm(page, room);
  await page.getByText('Paramètres avancés', { exact: true }).click();
  const release = await holdAnswers(page, '**/invitation/*/renew');
  const renew = 'Renouveler le lien participant';
  await page.getByRole('button', { name: renew }).click();
  await page.getByRole('alert').getByRole('button', { name: renew }).click();
  await nameField(page).focus();
  release();
  await expect(page.getByRole('listitem').getByText('Voici le nouveau')).toBeVisible();
  await expect(nameField(page)).toBeFocused();
});
