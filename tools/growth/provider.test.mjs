import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { test } from 'node:test';

import { codeOf, createProvider } from './provider.mjs';

const ISSUER = 'http://issuer.example';

test('a code is exchanged for a token of that person and nonce, signed with the published key', async (t) => {
  const server = createProvider(ISSUER).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const address = `http://127.0.0.1:${server.address().port}`;
  const json = async (path, options) => (await fetch(`${address}${path}`, options)).json();

  const body = new URLSearchParams({ code: codeOf('p7', 'a-nonce') });
  const tokens = await json('/token', { method: 'POST', body });
  const [header, claims, signature] = tokens.id_token.split('.');
  const [jwk] = (await json('/keys')).keys;
  const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
  const signed = Buffer.from(`${header}.${claims}`);
  assert.ok(verify('sha256', signed, key, Buffer.from(signature, 'base64url')));
  assert.equal(JSON.parse(Buffer.from(header, 'base64url')).kid, jwk.kid);

  const { iss, sub, nonce, email } = JSON.parse(Buffer.from(claims, 'base64url'));
  assert.deepEqual([iss, sub, nonce], [ISSUER, 'p7', 'a-nonce']);
  const headers = { authorization: `Bearer ${tokens.access_token}` };
  assert.equal((await json('/userinfo', { headers })).email, email);
});
