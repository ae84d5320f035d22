import assert from 'node:assert/strict';
import { test } from 'node:test';

import { more } from './conference-server.mjs';

test('calls are counted from before, by name, for each of so many meetings', () => {
  const [before, after] = [
    { create: 10, end: 4 },
    { end: 4, create: 40 },
  ];
  assert.deepEqual(more(before, after), { create: 30, end: 0 });
  assert.deepEqual(more(before, after, 20), { create: 1.5, end: 0 });
});
