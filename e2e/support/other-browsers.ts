// The first steps of the main job, in the browsers that are not Chromium.

import { portal } from './addresses.ts';
import { uniqueName } from './rooms.ts';
import type { Person } from './webdriver.ts';

export async function signIn(person: Person, address = portal): Promise<void> {
  await person.driver.get(address);
  await person.press('link', /^S'identifier/);
  await person.press('button', 'Alix Martin');
  await person.find('heading', 'Mes salles de réunion');
}

/** Opens the invite dialog of a new room; returns the room's name. */
export async function invite(person: Person): Promise<string> {
  const room = uniqueName('Dans un autre navigateur');
  await person.press('link', /Créer une salle permanente$/);
  await person.fill(/^Nom de la salle/, room);
  await person.press('button', 'Créer la salle');
  await person.press('link', `Inviter des participants à « ${room} »`);
  return room;
}

/** Clicks this copy button, and returns what pasting gives. */
export async function copied(person: Person, what: string): Promise<string> {
  await person.press('button', `Copier ${what}`);
  await person.find('button', `Copié ${what}`);
  return (await person.paste()).plain;
}
