// The first steps of the main job, in the browsers that are not Chromium.

import { portal } from './addresses.ts';
import { uniqueName } from './rooms.ts';
import type { Person } from './webdriver.ts';

export async function signIn(person: Person): Promise<void> {
  await person.driver.get(portal);
  await person.press('link', /^S'identifier/);
  await person.press('button', 'Alix Martin');
  await person.find('heading', 'Mes salles de réunion');
}

/** Opens the invite dialog of a new room; answers the room's name. */
export async function invite(person: Person): Promise<string> {
  const room = uniqueName('Dans un autre navigateur');
  await person.press('link', /Créer une salle permanente$/);
  await person.fill(/^Nom de la salle/, room);
  await person.press('button', 'Créer la salle');
  await person.press('link', `Inviter des participants à « ${room} »`);
  return room;
}
