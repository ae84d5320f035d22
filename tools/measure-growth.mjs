// Measures what further rooms, people and meetings cost the backend: bytes of the database, resident memory, processor
// time, the time of `GET /api/v1/bootstrap` with 50 rooms, event streams, and questions to the conference server.
// docs/scaling.md has the figures. Starts a sandbox (the conference server) and a backend with a fresh database, and is
// itself the identity provider, because the sandbox has four accounts: all rows are written by the portal's own API.
// usage: [BIN=target/release] [DATABASE_URL=postgres://…] [PORT=21000] node tools/measure-growth.mjs [OUTPUT]
// BIN: the folder of the binaries. DATABASE_URL: an empty database of PostgreSQL; without it, SQLite. PORT: the portal's;
// the sandbox and the provider have the next two. STEPS (3) times, STEP (1000) rooms, people and meetings are added.
// STREAMS (2000): how many streams are opened, twice. OUTPUT: a file for the figures as JSON.
// Needs `sqlite3` with its table `dbstat`, or `psql`, to read sizes; and /proc. Its parts are in tools/growth/.

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, resolve } from 'node:path';

import { conferenceServerAt } from './growth/conference-server.mjs';
import { databaseAt } from './growth/database.mjs';
import { measureGrowth } from './growth/growth.mjs';
import { measureMeetings } from './growth/meetings.mjs';
import { meterOf } from './growth/meter.mjs';
import { populationOf } from './growth/population.mjs';
import { portalAt } from './growth/portal.mjs';
import { report } from './growth/report.mjs';
import { prepareServers } from './growth/servers.mjs';
import { measureStreams } from './growth/streams.mjs';

const BIN = resolve(process.env.BIN ?? 'target/release');
const DATABASE_URL = process.env.DATABASE_URL;
const PORT = Number(process.env.PORT ?? 21_000);
const STEPS = Number(process.env.STEPS ?? 3);
const STEP = Number(process.env.STEP ?? 1_000);
const STREAMS = Number(process.env.STREAMS ?? 2_000);
const [output] = process.argv.slice(2);

const print = (text) => process.stderr.write(`${text}\n`);

const servers = prepareServers(BIN, PORT, DATABASE_URL);
const isStopped = Promise.race(
  ['SIGINT', 'SIGTERM'].map((signal) => new Promise((resolve) => process.once(signal, resolve))),
);
try {
  await Promise.race([run(), isStopped.then((signal) => Promise.reject(new Error(signal)))]);
  await servers.stop();
  servers.removeData();
} catch (error) {
  print(`${error.stack}\nThe logs are in ${servers.data}`);
  process.exitCode = 1;
  await servers.stop();
}
process.exit();

async function run() {
  const database = databaseAt(DATABASE_URL, servers.databaseFile);
  database.refuseIfUsed();
  const meter = meterOf(await servers.start(), database);
  const portal = portalAt(servers.addresses);
  const conference = conferenceServerAt(servers.addresses.sandbox);
  const population = populationOf(portal);
  const measured = { portal, meter, database, conference, population };

  const idle_resident_bytes = meter.residentBytes();
  const growth = await measureGrowth(measured, { steps: STEPS, step: STEP }, printSize);
  const streams = await measureStreams(measured, STREAMS);
  const meetings = await measureMeetings(measured, STEP);
  const result = {
    machine: `${cpus()[0]?.model}, ${cpus().length} cores, shared with the load`,
    database: database.name,
    step: STEP,
    idle_resident_bytes,
    ...growth,
    ...streams,
    ...meetings,
    each_ms: { ...growth.each_ms, ...meetings.each_ms },
  };
  console.log(report(result, new Date()));
  if (output) {
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, `${JSON.stringify(result, null, 2)}\n`);
  }
}

function printSize({ added, database, resident_bytes, bootstrap: { kept, made_anew } }) {
  print(
    `${added}: ${database.bytes} bytes, resident ${resident_bytes}, bootstrap ` +
      `${Math.round(kept.per_second)}/s, anew ${made_anew.median_ms.toFixed(2)} ms`,
  );
}
