// Signing in at a provider that is not ours, as those of the world are configured, and signing out of both.

import { type Provided, startPortal } from '../support/openid-provider.ts';
import { expect, test } from '../support/test.ts';

/** What the provider's claims are by default: those of OpenID Connect. */
const standard = {
  profile: ['name', 'given_name', 'family_name', 'preferred_username'],
  email: ['email', 'email_verified'],
};

const cases: [string, Provided, string][] = [
  [
    'as ProConnect: scopes are claims, the family name is another, userinfo is signed with ES256',
    {
      client: { id_token_signed_response_alg: 'ES256', userinfo_signed_response_alg: 'ES256' },
      configuration: {
        features: { jwtUserinfo: { enabled: true } },
        scopes: ['openid', 'given_name', 'usual_name', 'email', 'uid', 'siret'],
        claims: {
          openid: ['sub'],
          given_name: ['given_name'],
          usual_name: ['usual_name'],
          email: ['email'],
          uid: ['uid'],
          siret: ['siret'],
        },
        acrValues: ['eidas1'],
      },
      claims: {
        given_name: 'Alix',
        usual_name: 'MARTIN',
        email: 'alix.martin@exemple.education.fr',
        uid: 'a1',
        siret: '11004301500012',
      },
      settings: { SCOPES: 'openid given_name usual_name email uid siret', ACR_VALUES: 'eidas1' },
    },
    'Alix MARTIN',
  ],
  [
    'with RS256, and userinfo as JSON',
    {
      configuration: { claims: standard },
      claims: { name: 'Alix Martin', preferred_username: 'amartin' },
    },
    'Alix Martin',
  ],
  [
    'with PS256, names in the identity token, the secret in the body',
    {
      client: {
        id_token_signed_response_alg: 'PS256',
        token_endpoint_auth_method: 'client_secret_post',
      },
      configuration: {
        claims: standard,
        conformIdTokenClaims: false,
        clientAuthMethods: ['client_secret_post'],
      },
      claims: { given_name: 'Alix', family_name: 'Martin' },
    },
    'Alix Martin',
  ],
  ...(['RS256', 'PS256', 'EdDSA'] as const).map((alg): [string, Provided, string] => [
    `with ${alg} for tokens and userinfo`,
    {
      client: { id_token_signed_response_alg: alg, userinfo_signed_response_alg: alg },
      // Names stand in userinfo alone.
      configuration: { features: { jwtUserinfo: { enabled: true } }, claims: standard },
      claims: { name: 'Alix Martin', updated_at: '2026-01-01T00:00:00Z', email_verified: 'true' },
    },
    'Alix Martin',
  ]),
  [
    'with HS256, whose key is the secret',
    {
      client: { id_token_signed_response_alg: 'HS256', userinfo_signed_response_alg: 'HS256' },
      configuration: {
        features: { jwtUserinfo: { enabled: true } },
        claims: standard,
        enabledJWA: {
          idTokenSigningAlgValues: ['RS256', 'HS256'],
          userinfoSigningAlgValues: ['RS256', 'HS256'],
        },
      },
      claims: { name: 'Alix Martin' },
    },
    'Alix Martin',
  ],
  [
    'as Entra: nothing but what the account signs in with, and userinfo tells nothing',
    {
      configuration: {
        claims: { openid: ['sub', 'upn'], profile: [], email: [] },
        conformIdTokenClaims: false,
      },
      claims: {},
      idTokenClaims: { upn: 'alix.martin@exemple.education.fr' },
    },
    'alix.martin@exemple.education.fr',
  ],
];

for (const [manners, given, name] of cases) {
  test(`a provider ${manners}`, async ({ page, allowConsoleError }) => {
    // The provider's own pages ask for a font and an icon that they do not have.
    allowConsoleError(/fonts\.googleapis\.com|favicon/);
    const portal = await startPortal(given);
    try {
      await page.goto(portal.origin);
      await page
        .getByRole('main')
        .getByRole('link', { name: /^S'identifier/ })
        .click();
      await page.getByPlaceholder('Enter any login').fill('alix');
      await page.getByPlaceholder('and password').fill('anything');
      await page.getByRole('button', { name: 'Sign-in' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByRole('heading', { name: 'Mes salles de réunion' })).toBeVisible();
      await expect(page.getByRole('banner').getByText(name)).toBeVisible();

      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await page.getByRole('button', { name: /^Yes, sign me out/ }).click();
      await expect(
        page.getByRole('banner').getByRole('link', { name: "S'identifier" }),
      ).toBeVisible();
      // Nothing of the way back is left in the address.
      await expect(page).toHaveURL(`${portal.origin}/`);
    } finally {
      await portal.end();
    }
  });
}
