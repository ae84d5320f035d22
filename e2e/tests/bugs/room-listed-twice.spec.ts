// A room whose creation got no response is listed twice.

import { signIn } from '../../support/account.ts';
import { loseAnswers } from '../../support/network.ts';
import { roomEntry, uniqueName } from '../../support/rooms.ts';
import { expect, test } from '../../support/test.ts';

test('a room whose creation was answered to nobody stands once, whatever told of it first', async ({
  page,
  context,
  allowConsoleError,
  expectConsoleError,
}) => {
  expectConsoleError(/ERR_FAILED .*\/api\/v1\/rooms/);
  // Pending requests.
  allowConsoleError(/ERR_INTERNET_DISCONNECTED/);
  await signIn(page, 'Alix Martin');
  const name = uniqueName('Créée sans réponse');
  await page.getByRole('link', { name: 'Créer une salle permanente' }).click();
  await page.getByRole('textbox', { name: 'Nom de la salle' }).fill(name);
  const mend = await loseAnswers(page, '**/api/v1/rooms', 'POST');
  const create = page.getByRole('button', { name: 'Créer la salle' });
  await create.click();
  await expect(page.getByRole('alert')).toBeVisible();
  await mend();
  // The list is requested when the network is back, and already contains the room.
  const listed = page.waitForResponse(/\/api\/v1\/rooms(\?|$)/);
  await context.setOffline(true);
  await context.setOffline(false);
  await (await listed).finished();
  await create.click();
  await expect(roomEntry(page, name)).toHaveCount(1);
  // After another refresh, the room is still listed once.
  const again = page.waitForResponse(/\/api\/v1\/rooms(\?|$)/);
  await context.setOffline(true);
  await context.setOffline(false);
  await (await again).finished();
  await expect(roomEntry(page, name)).toHaveCount(1);
  await page.reload();
  await expect(roomEntry(page, name)).toHaveCount(1);
});
