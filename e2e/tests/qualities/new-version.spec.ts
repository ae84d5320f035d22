// A deployment of a new version while a page is open.

import { expectAccessible } from '../../support/accessibility.ts';
import { signIn } from '../../support/account.ts';
import { notArrived, saveData } from '../../support/chunks.ts';
import { otherDeployment } from '../../support/deployment.ts';
import { answerProblem, CONTRACT_VERSION } from '../../support/network.ts';
import { nameField, roomsHeading } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

test('a page of an old deployment, whose chunks are gone, offers to reload, and the new one comes', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/assets\//);
  await saveData(page);
  await signIn(page, 'Alix Martin');
  await expect(roomsHeading(page)).toBeVisible();
  const next = otherDeployment();
  await next.takesThePlace(page);
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(notArrived(page)).toBeVisible();
  await page.getByRole('button', { name: 'Recharger' }).click();
  await expect(nameField(page)).toBeVisible();
  expect(next.served()).toContain('form');
});

test('the old deployment never asks for chunks of the new one', async ({ page }) => {
  const next = otherDeployment();
  await saveData(page);
  await signIn(page, 'Alix Martin');
  await expect(roomsHeading(page)).toBeVisible();
  await next.takesThePlace(page, { oldFilesStay: true });
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await expect(nameField(page)).toBeVisible();
  expect(next.served()).toEqual([]);
});

test('a newer version is offered, and what was being typed is there after the reload', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 503 .*\/api\/v1\/rooms/);
  await signIn(page, 'Alix Martin');
  await page.goto('/salles/nouvelle');
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill('En cours de frappe');
  await answerProblem(page, '**/api/v1/rooms', {
    status: 503,
    name: 'unavailable',
    contract: CONTRACT_VERSION + 1,
  });
  await page.getByRole('button', { name: 'Créer la salle' }).click();
  const notice = page
    .getByRole('status')
    .filter({ hasText: 'Une nouvelle version est disponible.' });
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await page.unrouteAll();
  await notice.getByRole('button', { name: 'Recharger' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Nom de la salle' })).toHaveValue(
    'En cours de frappe',
  );
});
