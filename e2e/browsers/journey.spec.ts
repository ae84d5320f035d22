// The steps of a whole session in the other browsers: after the way back from signing in, no document is
// loaded, and search and place of the rooms outlive every other page.

import { portal } from '../support/addresses.ts';
import { expect, type Person, test } from '../support/webdriver.ts';

/** When the document that is there was begun: each has a time of its own. */
const documentOf = ({ driver }: Person): Promise<number> =>
  driver.executeScript('return performance.timeOrigin');
const PLACE = 'Math.round(scrollY)';

test('from the rooms to the form, to inviting and sending, and back, in one document', async ({
  newPerson,
}) => {
  const camille = await newPerson();
  await camille.driver.get(portal);
  const signIn = await camille.find('link', /^S'identifier/);
  const documents = new Set([await documentOf(camille)]);
  const looked = async () => documents.add(await documentOf(camille));
  await signIn.click();
  await camille.press('button', 'Camille Durand');
  const search = await camille.find('searchbox', 'Rechercher une salle');
  await looked();
  await search.sendKeys('conseil');
  await camille.isAt(`${portal}/?q=conseil`);
  const edit = await camille.find('link', 'Modifier « Conseil d’école 41 »');
  await camille.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', edit);
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
  await camille.press('button', 'Fermer');
  await areAsLeft();
  // The home page, and what the way back from signing in led to.
  expect(documents.size).toBe(2);
});
