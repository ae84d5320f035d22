// One line of the growth: bytes of the database, resident memory, and how a person with 50 rooms is served.

import { median, range } from './arithmetic.mjs';
import { CONNECTIONS } from './concurrency.mjs';

/** How long the rate of requests is measured, in milliseconds. */
const LOAD_MS = 3_000;
/** How many lists are changed and asked for. */
const CHANGES = 100;

/** Measures after `added`, with the session `cookie` of somebody who owns `room`. */
export async function measureSize({ portal, meter, database }, added, { cookie, room }) {
  const { bytes } = await portal.bootstrap(cookie);
  const made_anew = await bootstrapsMadeAnew({ portal, meter }, { cookie, room });
  const kept = await bootstrapsKept({ portal, meter }, cookie);
  return {
    added,
    database: database.sizes(),
    resident_bytes: meter.residentBytes(),
    bootstrap: { bytes: bytes.length, kept, made_anew },
  };
}

/** The list of rooms is not in the backend's memory, as a room has just been changed. */
async function bootstrapsMadeAnew({ portal, meter }, { cookie, room }) {
  const elapsed = [];
  let backend_ms = 0;
  for (const index of range(CHANGES)) {
    await portal.setFavourite(room, index % 2 === 0);
    // PostgreSQL's part takes too long to read each time.
    const [began, before] = [performance.now(), meter.processorTime()];
    await portal.bootstrap(cookie);
    elapsed.push(performance.now() - began);
    backend_ms += (meter.processorTime() - before) / CHANGES;
  }
  return { median_ms: median(elapsed), backend_ms };
}

/** The list of rooms is in the backend's memory. */
async function bootstrapsKept({ portal, meter }, cookie) {
  let requests = 0;
  const until = performance.now() + LOAD_MS;
  const { each_ms: load } = await meter.timed(1, () =>
    Promise.all(
      range(CONNECTIONS).map(async () => {
        for (; performance.now() < until; requests += 1) await portal.bootstrap(cookie);
      }),
    ),
  );
  const kept = {
    per_second: (requests * 1000) / load.elapsed,
    backend_ms: load.backend / requests,
  };
  if (load.database !== undefined) kept.database_ms = load.database / requests;
  return kept;
}
