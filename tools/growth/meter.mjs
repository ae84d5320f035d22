// What something costs the backend and its database: processor time, elapsed time, memory.

import { processorTime, residentBytes } from './processes.mjs';

/** Measures the backend's process `pid` and its database. */
export function meterOf(pid, database) {
  const backendTime = () => processorTime(pid);

  return {
    /** The processor time of the backend until now, in milliseconds. */
    processorTime: backendTime,

    residentBytes: () => residentBytes(pid),

    /** The costs of `task`, each divided by `count`, and what it returns. */
    async timed(count, task) {
      const before = { backend: backendTime(), database: database.processorTime() };
      const began = performance.now();
      const result = await task();
      const elapsed = performance.now() - began;
      const after = { backend: backendTime(), database: database.processorTime() };
      return { each_ms: costOfEach(count, before, after, elapsed), result };
    },
  };
}

/**
 * The costs of one of `count`, in milliseconds. `database` is missing where the database has no processes of its own,
 * and `null` where their processor time cannot be read.
 */
export function costOfEach(count, before, after, elapsed) {
  const cost = { backend: (after.backend - before.backend) / count, elapsed: elapsed / count };
  if (before.database !== undefined) {
    const database = after.database - before.database;
    cost.database = Number.isNaN(database) ? null : database / count;
  }
  return cost;
}
