// The main job in the other browsers: sign in, create a room, copy its invitation by whatever way this
// browser leaves open, arrive in the conference and pass the invitation on from there.

import { portal, sandbox } from '../support/addresses.ts';
import { whoIsIn } from '../support/conference.ts';
import { copied, invite, signIn } from '../support/other-browsers.ts';
import { expect, test } from '../support/webdriver.ts';

test('an agent invites, a guest waits, a moderator begins and passes the invitation on', async ({
  newPerson,
  request,
}) => {
  const alix = await newPerson();
  await signIn(alix);
  const room = await invite(alix);
  const code = await copied(alix, 'le code de connexion');
  expect(code).toMatch(/^[1-9]\d{8}$/);
  const moderatorLink = await copied(alix, 'le lien modérateur');
  expect(moderatorLink).toMatch(
    new RegExp(`^${portal}/rejoindre/moderateur#[\\w-]{51,52}[A-Za-z0-9]$`),
  );
  const attendeeLink = await copied(alix, 'le lien participant');
  const telephone = await copied(alix, 'la connexion par téléphone');
  expect(telephone).toMatch(/^Tél\. : \+33 1 23 45 67 89 – PIN : \d{3} \d{3} \d{3} #$/);

  const noe = await newPerson();
  await noe.driver.get(attendeeLink);
  await noe.fill(/^Votre nom/, 'Noé');
  await noe.press('button', /^Rejoindre/);
  await noe.reads("La réunion n'a pas encore commencé.");

  const zoe = await newPerson();
  await zoe.driver.get(moderatorLink);
  await zoe.fill(/^Votre nom/, 'Zoé');
  await zoe.press('button', /^Rejoindre/);
  await expect.poll(() => whoIsIn(request, room)).toEqual(['Zoé: MODERATOR', 'Noé: VIEWER']);
  await noe.driver.wait(async () => (await noe.driver.getCurrentUrl()).startsWith(sandbox));

  // The client's own dialog opens by itself when somebody arrives.
  const arrival = await zoe.find('dialog', 'Informations de la réunion');
  await zoe.press('button', 'Fermer', arrival);
  await zoe.press('button', room);
  const host = await zoe.driver.findElement({ css: 'parvis-session-details' });
  const details = await host.getShadowRoot();
  await zoe.press('button', 'Copier le lien participant', details);
  await zoe.find('button', 'Copié le lien participant', details);
  expect((await zoe.paste()).plain).toBe(attendeeLink);
});
