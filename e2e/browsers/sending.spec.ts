// Copying in the other browsers: as rich text, and where one has no clipboard API by what it has instead.

import { invite, signIn } from '../support/other-browsers.ts';
import { expect, type Person, test } from '../support/webdriver.ts';

/** Opens the page that sends the invitation of a new room; answers the room's name. */
async function send(person: Person): Promise<string> {
  await signIn(person);
  const room = await invite(person);
  await person.press('link', 'Envoyer une invitation complète');
  await person.find('button', "Copier l'invitation");
  return room;
}

async function copyInvitation(person: Person) {
  await person.press('button', "Copier l'invitation");
  await person.find('button', "Copié l'invitation");
  return person.paste();
}

const CLIPBOARD = ['Navigator', 'clipboard'] as const;
const COMMANDS = ['Document', 'execCommand'] as const;

for (const { what, lacks } of [
  { what: 'what the browser offers', lacks: [] },
  { what: 'the copy event, where there is no clipboard API', lacks: [CLIPBOARD] },
]) {
  test(`the invitation is copied as rich text by ${what}, and its link stays one`, async ({
    newPerson,
  }) => {
    const alix = await newPerson();
    const room = await send(alix);
    for (const [owner, name] of lacks) await alix.without(owner, name);
    const { plain, rich } = await copyInvitation(alix);
    // WebKit pastes a no-break space as a plain one.
    const heading = plain.split('\n')[0]?.replaceAll('\u00a0', ' ');
    expect(heading).toBe(`Invitation à la réunion « ${room} »`);
    const link = plain.match(/http\S+\/rejoindre\/participant#[\w-]{51,52}[A-Za-z0-9]/)?.[0];
    expect(rich).toMatch(new RegExp(`<a [^>]*href="${link}"`));
  });
}

test('where the browser copies nothing, the whole text stands selected', async ({ newPerson }) => {
  const alix = await newPerson();
  const room = await send(alix);
  await alix.without(...CLIPBOARD);
  await alix.without(...COMMANDS);
  await alix.press('button', "Copier l'invitation");
  const field = await alix.find('textbox', "l'invitation");
  const selected: string = await alix.driver.executeScript(
    'const [f] = arguments; return f.value.slice(f.selectionStart, f.selectionEnd)',
    field,
  );
  expect(selected).toContain(room);
  expect(selected).toContain('/rejoindre/participant#');
});
