// The steps of a whole session in the other browsers: no document is loaded after signing in.

import { portal } from '../support/addresses.ts';
import { signIn } from '../support/other-browsers.ts';
import { expect, type Person, test } from '../support/webdriver.ts';

/** Marks the document that is there. Another one would not bear the mark. */
const mark = ({ driver }: Person) =>
  driver.executeScript("document.documentElement.setAttribute('data-marked', '')");
const isMarked = ({ driver }: Person) =>
  driver.executeScript("return document.documentElement.hasAttribute('data-marked')");

test('from the rooms to the form, to inviting and sending, and back, in one document', async ({
  newPerson,
}) => {
  const alix = await newPerson();
  await signIn(alix);
  await mark(alix);
  await alix.press('link', /Créer une salle permanente$/);
  await alix.find('textbox', /^Nom de la salle/);
  await alix.press('link', 'Annuler');
  await alix.find('heading', 'Mes salles de réunion');
  await alix.press('link', 'Inviter des participants à « Mon aide numérique »');
  await alix.press('link', 'Envoyer une invitation complète');
  await alix.find('button', "Copier l'invitation");
  await alix.driver.navigate().back();
  await alix.find('button', 'Copier le code de connexion');
  await alix.press('button', 'Fermer');
  await alix.find('heading', 'Mes salles de réunion');
  await alix.driver.navigate().back();
  await alix.driver.navigate().forward();
  await alix.find('heading', 'Mes salles de réunion');
  expect(await isMarked(alix)).toBe(true);
  expect(await alix.driver.getCurrentUrl()).toBe(`${portal}/`);
});
