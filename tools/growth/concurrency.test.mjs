import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { range } from './arithmetic.mjs';
import { each } from './concurrency.mjs';

test('results are in the order of the items, also if a later task ends first', async () => {
  const turns = [3, 0, 1];
  const task = async (count, index) => {
    for (const _ of range(count)) await nextTurn();
    return `${index}: ${count}`;
  };
  assert.deepEqual(await each(turns, task), ['0: 3', '1: 0', '2: 1']);
});

test('as many tasks run at the same time as allowed, and never more', async () => {
  let running = 0;
  let most = 0;
  const task = async () => {
    running += 1;
    most = Math.max(most, running);
    await nextTurn();
    running -= 1;
  };
  await each(range(10), task, 3);
  assert.equal(most, 3);
});

test('the error of a task is the error of all', async () => {
  const task = async (item) => {
    if (item === 1) throw new Error('refused');
  };
  await assert.rejects(each([0, 1, 2], task, 1), /refused/);
});
