// The steps of a whole session in the other browsers: after the way back from signing in, no document is
// loaded, and search, place and stream of the rooms outlive every other page.

import { portal } from '../support/addresses.ts';
import { whoIsIn } from '../support/conference.ts';
import { uniqueName } from '../support/rooms.ts';
import { expect, type Person, test } from '../support/webdriver.ts';

/** When the document that is there was begun: each has a time of its own. */
const documentOf = ({ driver }: Person): Promise<number> =>
  driver.executeScript('return performance.timeOrigin');
const PLACE = 'Math.round(scrollY)';

test('from the rooms to a new one, to the form, to inviting and sending, and back, in one document', async ({
  newPerson,
  request,
}) => {
  // Many steps, in browsers of which some are slow.
  test.setTimeout(240_000);
  const camille = await newPerson();
  await camille.driver.get(portal);
  const signIn = await camille.find('link', /^S'identifier/);
  const documents = new Set([await documentOf(camille)]);
  const looked = async () => documents.add(await documentOf(camille));
  await signIn.click();
  await camille.press('button', 'Camille Durand');
  await camille.find('searchbox', 'Rechercher une salle');
  await looked();
  // A new room: given up, then created; it stands in the list.
  await camille.press('link', /Créer une salle permanente$/);
  await camille.find('textbox', /^Nom de la salle/);
  await looked();
  await camille.press('link', 'Annuler');
  await camille.isAt(`${portal}/`);
  const room = uniqueName('Dans un autre navigateur');
  await camille.press('link', /Créer une salle permanente$/);
  await camille.fill(/^Nom de la salle/, room);
  await camille.press('button', 'Créer la salle');
  await camille.isAt(`${portal}/`);
  await camille.find('heading', room);
  await camille.find('link', `Modifier « ${room} »`);
  await looked();
  await (await camille.find('searchbox', 'Rechercher une salle')).sendKeys('conseil');
  await camille.isAt(`${portal}/?q=conseil`);
  const edit = await camille.find('link', 'Modifier « Conseil d’école 41 »');
  await camille.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', edit);
  // Nobody presses in the very frame in which they scroll, as a driver may: the page is told of it by then.
  await camille.driver.executeAsyncScript(
    'const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done()))',
  );
  const place = await camille.driver.executeScript(`return ${PLACE}`);
  expect(place).toBeGreaterThan(0);
  const areAsLeft = async () => {
    await camille.isAt(`${portal}/?q=conseil`);
    await camille.find('heading', 'Mes salles de réunion');
    const search = await camille.find('searchbox', 'Rechercher une salle');
    expect(await search.getProperty('value')).toBe('conseil');
    await camille.gives(PLACE, place);
    await looked();
  };
  await edit.click();
  await camille.find('textbox', /^Nom de la salle/);
  await looked();
  await camille.press('link', 'Annuler');
  await areAsLeft();
  await camille.press('link', 'Modifier « Conseil d’école 41 »');
  await camille.find('textbox', /^Nom de la salle/);
  await camille.driver.navigate().back();
  await areAsLeft();
  await camille.press('link', 'Inviter des participants à « Conseil d’école 41 »');
  await camille.press('link', 'Envoyer une invitation complète');
  await camille.find('button', "Copier l'invitation");
  await looked();
  await camille.driver.navigate().back();
  await camille.find('button', 'Copier le code de connexion');
  await camille.driver.navigate().forward();
  await camille.find('button', "Copier l'invitation");
  await camille.driver.navigate().back();
  await camille.find('button', 'Copier le lien modérateur');
  const shown: string = await camille.driver.executeScript(
    "return document.querySelector('dialog').textContent",
  );
  const [link] = shown.match(/http:\S+?\/rejoindre\/moderateur#[\w-]{52,53}/) ?? [];
  if (!link) throw new Error('the link is shown');
  // What is told of the new room may be there still, with a button of this name as well.
  const dialog = await camille.find('dialog', /^Invitez des participants/);
  await camille.press('button', 'Fermer', dialog);
  await areAsLeft();
  // The stream has outlived all of it.
  const zoe = await newPerson();
  await zoe.driver.get(link);
  await zoe.fill(/^Votre nom/, 'Zoé');
  await zoe.press('button', /^Rejoindre/);
  await expect.poll(() => whoIsIn(request, 'Conseil d’école 41')).toEqual(['Zoé: MODERATOR']);
  await camille.reads('En cours – 1 personne');
  await looked();
  // The home page, and what the way back from signing in led to.
  expect(documents.size).toBe(2);
});
