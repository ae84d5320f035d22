// The connection code: nine digits on the home page, and the protection against guessing.

import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { expectAccessible } from '../../../support/accessibility.ts';
import { signIn } from '../../../support/account.ts';
import { portal } from '../../../support/addresses.ts';
import { whoIsIn } from '../../../support/conference.ts';
import { expectInConference, invite, typeCode } from '../../../support/invite.ts';
import { answerProblem, fulfillWithProblem } from '../../../support/network.ts';
import { expect, test } from '../../../support/test.ts';

const first = 'Trois premiers chiffres';

const middle = 'Trois chiffres du milieu';

const last = 'Trois derniers chiffres';

test('a code typed on the home page leads in as a moderator', async ({
  page,
  newPerson,
  request,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, code } = await invite(page);
  const guest = await newPerson();
  await guest.goto('/');
  const connect = guest.getByRole('button', { name: 'Connexion' });
  await expect(guest.getByRole('group', { name: /Saisir le code de connexion/ })).toBeVisible();
  await expect(connect).toBeDisabled();
  await typeCode(guest, code.slice(0, 8));
  await expect(connect).toBeDisabled();
  await guest.keyboard.type(code.slice(8));
  await expect(connect).toBeEnabled();
  await expectAccessible(guest);
  await guest.keyboard.press('Enter');
  await expect(guest.getByRole('heading', { level: 1, name: room })).toBeVisible();
  await expect(guest.getByText('avec les droits de modérateur')).toBeVisible();
  expect(guest.url().split('#')[0]).toBe(`${portal}/rejoindre/moderateur`);
  await guest.getByRole('textbox', { name: 'Votre nom' }).fill('Zoé');
  await guest.getByRole('button', { name: 'Rejoindre' }).click();
  await expectInConference(guest, room);
  await expect.poll(() => whoIsIn(request, room)).toEqual(['Zoé: MODERATOR']);
});

test('somebody who is signed in types a code on their own home page', async ({
  page,
  newPerson,
}) => {
  await signIn(page, 'Alix Martin');
  const { room, code } = await invite(page);
  const camille = await newPerson();
  await signIn(camille, 'Camille Durand');
  await typeCode(camille, code);
  await camille.getByRole('button', { name: 'Connexion' }).click();
  await expect(camille.getByRole('heading', { level: 1, name: room })).toBeVisible();
  await expect(camille.getByRole('textbox', { name: 'Votre nom' })).toHaveValue('Camille Durand');
});

test('a code is pasted in whatever form it was sent, and rubbed out backwards', async ({
  page,
}) => {
  await page.goto('/');
  const field = (name: string) => page.getByRole('textbox', { name });
  const values = () => Promise.all([first, middle, last].map((name) => field(name).inputValue()));
  for (const text of ['411464571', '411 464 571', '411-464-571', 'Code : 411 464 571']) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await field(middle).click();
    await page.keyboard.press('Control+V');
    expect(await values(), text).toEqual(['411', '464', '571']);
    await expect(field(last)).toBeFocused();
  }
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('Backspace');
  expect(await values()).toEqual(['411', '46', '']);
  await expect(field(middle)).toBeFocused();
  // Typing continues from there, and moves the focus on.
  await page.keyboard.type('4571');
  expect(await values()).toEqual(['411', '464', '571']);
});

test('what cannot be a code is told while it is typed, and nothing of it is lost', async ({
  page,
}) => {
  await page.goto('/');
  const group = page.getByRole('group', { name: /Saisir le code/ });
  await page.getByRole('textbox', { name: first }).fill('41a');
  await expect(group).toHaveAccessibleDescription(/ne comporte que des chiffres/);
  await expect(page.getByRole('textbox', { name: first })).toHaveValue('41a');
  await expect(page.getByRole('button', { name: 'Connexion' })).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: first }).fill('4114645712');
  await expect(group).toHaveAccessibleDescription(/Il y a 10 chiffres, le code en a 9/);
  await expect(page.getByRole('textbox', { name: last })).toHaveValue('5712');
  await page.keyboard.press('Backspace');
  await expect(group).toHaveAccessibleDescription('');
  await expect(page.getByRole('button', { name: 'Connexion' })).toBeEnabled();
});

test('a wrong code says so, without telling whether it ever was one', async ({
  page,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 404 .*\/api\/v1\/code/);
  await page.goto('/');
  await typeCode(page, '012345678');
  await page.getByRole('button', { name: 'Connexion' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText("Ce code n'ouvre aucune réunion.");
  await expectAccessible(page);
  await expect(page.getByRole('textbox', { name: first })).toHaveValue('012');
  // After a correction, the error about the former code is removed.
  await page.getByRole('textbox', { name: last }).fill('679');
  await expect(alert).toHaveCount(0);
});

test('work that is asked for is done by the browser, and the code sent again', async ({
  page,
  newPerson,
  expectConsoleError,
}) => {
  expectConsoleError(/status of 428 .*\/api\/v1\/code/);
  await signIn(page, 'Alix Martin');
  const { room, code } = await invite(page);
  const guest = await newPerson();
  const secret = 'of this test';
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 50,
    deriveKey,
    hmacSignatureSecret: secret,
  });
  const proofs: string[] = [];
  await guest.route('**/api/v1/code', async (route) => {
    const { proof, ...body } = route.request().postDataJSON();
    if (proof) {
      proofs.push(proof);
      return route.continue({ postData: JSON.stringify(body) });
    }
    return fulfillWithProblem(route, {
      status: 428,
      name: 'proof-required',
      members: { challenge: JSON.stringify(challenge) },
    });
  });
  await guest.goto('/');
  await typeCode(guest, code);
  await guest.getByRole('button', { name: 'Connexion' }).click();
  await expect(guest.getByRole('heading', { level: 1, name: room })).toBeVisible();
  const { challenge: solved, solution } = JSON.parse(proofs[0] ?? '');
  const { verified } = await verifySolution({
    challenge: solved,
    solution,
    deriveKey,
    hmacSignatureSecret: secret,
  });
  expect(verified).toBe(true);
});

for (const [kind, sentence] of [
  ['too-many-codes', /depuis votre réseau\. Réessayez dans 2 heures/],
  ['codes-suspended', /que des appareils qu'il connaît\. Identifiez-vous/],
] as const) {
  test(`${kind} says what the person can do now`, async ({ page, expectConsoleError }) => {
    expectConsoleError(/status of 429 .*\/api\/v1\/code/);
    const members = { retry_after: 7000 };
    await answerProblem(page, '**/api/v1/code', { status: 429, name: kind, members });
    await page.goto('/');
    await typeCode(page, '411464571');
    await page.getByRole('button', { name: 'Connexion' }).click();
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(page.getByRole('textbox', { name: middle })).toHaveValue('464');
    await expectAccessible(page);
  });
}
