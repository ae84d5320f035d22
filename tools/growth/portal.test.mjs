import assert from 'node:assert/strict';
import { test } from 'node:test';

import { cookieSet } from './portal.mjs';

test('the cookie is the one that is set, not the one that is removed, without its attributes', () => {
  const set = ['sign-in=; Max-Age=0; Path=/', 'session=abc=; Path=/; HttpOnly'];
  assert.equal(cookieSet({ 'set-cookie': set }), 'session=abc=');
});

test('a sign-in that is refused names the address that it leads to', () => {
  const refused = { location: '/?problem=refused' };
  assert.throws(() => cookieSet(refused), /problem=refused/);
  assert.throws(() => cookieSet({ ...refused, 'set-cookie': ['sign-in=; Path=/'] }), /no cookie/);
});
