// A full disk: the service reports it, no input is lost, and it works again once there is space.

import { execFileSync } from 'node:child_process';
import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { type Instance, startInstance } from '../../../support/instance.ts';
import { roomEntry, uniqueName } from '../../../support/rooms.ts';
import { expect, test } from '../../../support/test.ts';

/** Limits the size of the files that the instance's process may write. */
function limitFiles(instance: Instance, bytes: number | 'unlimited'): void {
  // Only the soft limit, which can be raised again.
  execFileSync('prlimit', [`--fsize=${bytes}:`, '--pid', String(instance.pid)]);
}

test('a full disk is told in French and English, and what was typed is created once there is room', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 507 .*\/api\/v1\/rooms/);
  await signIn(page, 'Alix Martin');
  // On the same database and host, so that the session cookie is valid: cookies ignore ports.
  const instance = await startInstance({
    PARVIS_DATABASE_URL: `sqlite://${process.env.PARVIS_E2E_DATA}/parvis.db`,
  });
  try {
    await page.goto(instance.origin);
    const room = uniqueName('Gardée');
    const name = page.getByRole('textbox', { name: 'Nom de la salle' });
    const mute = page.getByRole('checkbox', { name: /Couper les micros/ });
    const create = page.getByRole('button', { name: 'Créer la salle' });
    await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
    await name.fill(room);
    await page.getByText('Interactions', { exact: true }).click();
    await mute.uncheck();

    limitFiles(instance, 1024);
    await create.click();
    const told = page.getByRole('alert');
    await expect(told).toContainText("Le service n'a plus de place pour enregistrer");
    await expect(told).toContainText("rien n'a été changé");
    await expect(name).toHaveValue(room);
    await expect(mute).not.toBeChecked();
    await expectAccessible(page);
    await page.getByRole('banner').locator('summary').click();
    await page.getByRole('banner').getByRole('button', { name: 'English' }).click();
    await expect(told).toContainText('The service has no room left to store anything');
    await page.getByRole('banner').locator('summary').click();
    await page.getByRole('banner').getByRole('button', { name: 'Français' }).click();
    await expect(name).toHaveValue(room);

    limitFiles(instance, 'unlimited');
    await create.click();
    await expect(roomEntry(page, room)).toBeVisible();
    await page.reload();
    await expect(roomEntry(page, room)).toBeVisible();
  } finally {
    // Leaves the page, whose event stream would keep the instance from ending.
    await page.goto('about:blank');
    await instance.end();
  }
});
