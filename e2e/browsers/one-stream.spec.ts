// More windows of one browser than it has connections to a server, in the other browsers.

import { portal } from '../support/addresses.ts';
import { invite, signIn } from '../support/other-browsers.ts';
import { expect, test } from '../support/webdriver.ts';

test('eight windows hear what goes on, and still do when the one that holds the stream is closed', async ({
  newPerson,
}) => {
  const alix = await newPerson();
  await signIn(alix);
  const room = await invite(alix);
  await alix.find('button', 'Copier le lien modérateur');
  const shown: string = await alix.driver.executeScript(
    "return document.querySelector('dialog').textContent",
  );
  const [moderator] = shown.match(/http:\S+?\/rejoindre\/moderateur#[\w-]{52,53}/) ?? [];
  const [attendee] = shown.match(/http:\S+?\/rejoindre\/participant#[\w-]{52,53}/) ?? [];
  if (!moderator || !attendee) throw new Error('the links are shown');
  await alix.driver.get(portal);
  await alix.reads(room);
  const windows = [await alix.driver.getWindowHandle()];
  for (let more = 0; more < 7; more += 1) {
    await alix.driver.switchTo().newWindow('window');
    await alix.driver.get(portal);
    await alix.reads(room);
    windows.push(await alix.driver.getWindowHandle());
  }

  const join = async (link: string, name: string) => {
    const person = await newPerson();
    await person.driver.get(link);
    await person.fill(/^Votre nom/, name);
    await person.press('button', /^Rejoindre/);
    await person.reads(room);
  };
  await join(moderator, 'Zoé');
  for (const window of windows) {
    await alix.driver.switchTo().window(window);
    await alix.reads('En cours – 1 personne');
  }
  const [first, ...others] = windows;
  await alix.driver.switchTo().window(first ?? '');
  await alix.driver.close();
  await join(attendee, 'Noé');
  for (const window of others) {
    await alix.driver.switchTo().window(window);
    await alix.reads('En cours – 2 personnes');
  }
  expect(await alix.driver.getAllWindowHandles()).toHaveLength(7);
});
