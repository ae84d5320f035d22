// The app on a CDN, the backend elsewhere on the same domain, both over TLS, in the other browsers: the
// session's cookie goes with every request and with the event stream.

import { Key } from 'selenium-webdriver';
import { invite, signIn } from '../support/other-browsers.ts';
import { startTwoOrigins, type TwoOrigins } from '../support/two-origins.ts';
import { test as base, expect } from '../support/webdriver.ts';

const test = base.extend<{ origins: TwoOrigins }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from here
  origins: async ({}, use) => {
    const origins = await startTwoOrigins(true);
    await use(origins);
    await origins.end();
  },
});

test('signing in, a room, its live state and joining, over TLS on two origins', async ({
  newPerson,
  origins,
}) => {
  const { app, sandbox } = origins;
  const alix = await newPerson();
  await signIn(alix, app);
  expect(await alix.driver.getCurrentUrl()).toBe(`${app}/`);
  await invite(alix);
  // Read where it is shown: pasting it takes another tab, and this one is not to be hidden.
  await alix.find('button', 'Copier le lien modérateur');
  const shown: string = await alix.driver.executeScript(
    "return document.querySelector('dialog').textContent",
  );
  const link = shown.match(/https:\S+?\/rejoindre\/moderateur#[\w-]{52,53}/)?.[0] ?? '';
  expect(link.startsWith(`${app}/rejoindre/moderateur#`)).toBe(true);
  await alix.driver.actions().sendKeys(Key.ESCAPE).perform();

  const zoe = await newPerson();
  await zoe.driver.get(link);
  await zoe.fill(/^Votre nom/, 'Zoé');
  await zoe.press('button', /^Rejoindre/);
  await zoe.driver.wait(async () => (await zoe.driver.getCurrentUrl()).startsWith(sandbox));

  // Told by the stream.
  await alix.reads('En cours');
  await alix.press('button', 'Se déconnecter');
  await alix.find('link', /^S'identifier/);
});
