// An identity provider (OpenID Connect) that knows any number of people: the sandbox's has four accounts.

import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';

const KEY_ID = 'growth';

/** The code of a person `sub` for a sign-in with this nonce; it is exchanged for an identity token. */
export const codeOf = (sub, nonce) => `${sub}.${nonce}`;

/** The provider's server, which does not listen yet. Its access tokens are the names of the people. */
export function createProvider(issuer) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const description = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
  };
  const key = { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'ES256', use: 'sig' };
  return createServer(async (asked, answer) => {
    let body = '';
    for await (const text of asked) body += text;
    const send = (value) => {
      answer.setHeader('content-type', 'application/json');
      answer.end(JSON.stringify(value));
    };
    if (asked.url === '/keys') return send({ keys: [key] });
    if (asked.url === '/userinfo') return send(claimsOf(asked.headers.authorization.split(' ')[1]));
    if (asked.url !== '/token') return send(description);
    const [sub, nonce] = new URLSearchParams(body).get('code').split('.');
    send({
      access_token: sub,
      token_type: 'Bearer',
      expires_in: 300,
      id_token: identityToken({ privateKey, issuer, sub, nonce }),
    });
  });
}

/** An identity token, as the sandbox's provider issues it. */
function identityToken({ privateKey, issuer, sub, nonce }) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: 'parvis', iat: now, exp: now + 300, auth_time: now, nonce };
  const signed = `${part({ alg: 'ES256', kid: KEY_ID, typ: 'JWT' })}.${part({ ...claims, ...claimsOf(sub) })}`;
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' };
  return `${signed}.${createSign('sha256').update(signed).sign(key, 'base64url')}`;
}

function claimsOf(sub) {
  const [given_name, family_name] = ['Prénom', `Nom de famille ${sub}`];
  const name = `${given_name} ${family_name}`;
  const email = `prenom.nom-de-famille.${sub}@exemple.education.fr`;
  return { sub, name, given_name, family_name, email, email_verified: true };
}
