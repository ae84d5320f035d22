// Sign-in errors: a provider that is unreachable, refuses, or sends an invalid response. The person returns
// to the portal and reads the reason in their language.

import { expectAccessible } from '../../../support/accessibility.ts';
import { startInstance } from '../../../support/instance.ts';
import { type Failing, startStandIn } from '../../../support/stand-in-provider.ts';
import { expect, test } from '../../../support/test.ts';

const AWAY = ["Le fournisseur d'identité ne répond pas.", 'The identity provider does not answer.'];
const REFUSES = [
  "Votre fournisseur d'identité a refusé l'identification.",
  'Your identity provider refused the sign-in.',
];
const UNUSABLE = [
  "Le fournisseur d'identité et ce service ne se comprennent pas",
  'The identity provider and this service do not understand each other',
];

const page = (status: number) => ({ status, kind: 'text/html', body: '<p>Une page</p>' });
const refusal = { status: 400, kind: 'application/json', body: '{"error":"invalid_grant"}' };

const troubles: [what: string, failing: Failing | undefined, words: string[]][] = [
  ['nobody is there', undefined, AWAY],
  ['it is not up to describing itself', { at: 'description', answer: page(503) }, AWAY],
  [
    'it says that it is overloaded',
    { at: 'authorization', answer: { error: 'temporarily_unavailable' } },
    AWAY,
  ],
  ['it falls silent in the middle', { at: 'token', answer: page(502) }, AWAY],
  ['it refuses the person', { at: 'authorization', answer: { error: 'access_denied' } }, REFUSES],
  ['it refuses its own code', { at: 'token', answer: refusal }, REFUSES],
  ['its description is a page', { at: 'description', answer: page(200) }, UNUSABLE],
  [
    'it knows the portal by another address',
    { at: 'authorization', answer: { error: 'unauthorized_client' } },
    UNUSABLE,
  ],
  ['its answer to a code is a page', { at: 'token', answer: page(200) }, UNUSABLE],
];

for (const [what, failing, [french = '', english = '']] of troubles) {
  test(`of a provider where ${what}, a sentence in French and in English tells the person`, async ({
    page,
  }) => {
    const provider = await startStandIn(failing);
    const portal = await startInstance({ PARVIS_OIDC_AGENTS_ISSUER: provider.issuer });
    try {
      await page.goto(portal.origin);
      await page
        .getByRole('main')
        .getByRole('link', { name: /^S'identifier/ })
        .click();
      const told = page.getByRole('alert');
      await expect(told).toContainText("Vous n'avez pas été identifié.");
      await expect(told).toContainText(french);
      expect(new URL(page.url()).origin).toBe(portal.origin);
      await expectAccessible(page);
      const banner = page.getByRole('banner');
      await banner.locator('summary').click();
      await banner.getByRole('button', { name: 'English' }).click();
      await expect(told).toContainText('You have not been signed in.');
      await expect(told).toContainText(english);
      // There is a link to try again.
      await expect(page.getByRole('main').getByRole('link', { name: /^Sign in/ })).toBeVisible();
    } finally {
      await portal.end();
      await provider.end();
    }
  });
}
