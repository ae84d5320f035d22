// A room whose creation was answered to nobody stands twice in the list.

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
  // Whatever was on its way.
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
  // The list is asked for as soon as the network is back, and holds the room already.
  const listed = page.waitForResponse(/\/api\/v1\/rooms(\?|$)/);
  await context.setOffline(true);
  await context.setOffline(false);
  await (await listed).finished();
  await create.click();
  await expect(roomEntry(page, name)).toHaveCount(1);
  // Asked for again, it is there already.
  const again = page.waitForResponse(/\/api\/v1\/rooms(\?|$)/);
  await context.setOffline(true);
  await context.setOffline(false);
  await (await again).finished();
  await expect(roomEntry(page, name)).toHaveCount(1);
  await page.reload();
  await expect(roomEntry(page, name)).toHaveCount(1);
});
