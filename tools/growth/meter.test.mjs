import assert from 'node:assert/strict';
import { test } from 'node:test';

import { costOfEach } from './meter.mjs';

test('the cost of each is the difference divided by the count', () => {
  const [before, after] = [
    { backend: 100, database: 10 },
    { backend: 300, database: 50 },
  ];
  const cost = costOfEach(10, before, after, 500);
  assert.deepEqual(cost, { backend: 20, elapsed: 50, database: 4 });
});

test('SQLite has no processor time of its own', () => {
  const [before, after] = [{ backend: 100 }, { backend: 300 }];
  assert.deepEqual(costOfEach(10, before, after, 500), { backend: 20, elapsed: 50 });
});

test('a database on another machine is not measured, rather than free', () => {
  const [before, after] = [
    { backend: 0, database: Number.NaN },
    { backend: 0, database: Number.NaN },
  ];
  assert.equal(costOfEach(10, before, after, 500).database, null);
});
