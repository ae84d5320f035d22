import assert from 'node:assert/strict';
import { test } from 'node:test';

import { median, range, sum } from './arithmetic.mjs';

test('the median is found by size, not by the order of the texts, and leaves the list as it is', () => {
  const numbers = [100, 9, 20];
  assert.equal(median(numbers), 20);
  assert.deepEqual(numbers, [100, 9, 20]);
  assert.equal(median([4, 1, 3, 2]), 3);
});

test('a range starts at 0 and has as many numbers as asked for', () => {
  assert.deepEqual(range(3), [0, 1, 2]);
  assert.deepEqual(range(0), []);
});

test('the sum of no numbers is 0', () => {
  assert.equal(sum([]), 0);
  assert.equal(sum([1, 2.5]), 3.5);
});
