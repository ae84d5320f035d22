// Tasks that run at the same time, a fixed number of them.

import { range } from './arithmetic.mjs';

/** Requests at the same time, in all measurements. */
export const CONNECTIONS = 16;

/** Runs `task` for each of `items`, so many at a time; returns their results. */
export async function each(items, task, atATime = CONNECTIONS) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await task(items[index], index);
    }
  };
  await Promise.all(range(Math.min(atATime, items.length)).map(worker));
  return results;
}
