// Measures what further rooms, people and meetings cost the backend: bytes of the database, resident memory, processor
// time, the time of `GET /api/v1/bootstrap` with 50 rooms, event streams, and questions to the conference server.
// docs/scaling.md has the figures. Starts a sandbox (the conference server) and a backend with a fresh database, and is
// itself the identity provider, because the sandbox has four accounts: all rows are written by the portal's own API.
// usage: [BIN=target/release] [DATABASE_URL=postgres://…] [PORT=21000] node tools/measure-growth.mjs [OUTPUT]
// BIN: the folder of the binaries. DATABASE_URL: an empty database of PostgreSQL; without it, SQLite. PORT: the portal's;
// the sandbox and the provider have the next two. STEPS (3) times, STEP (1000) rooms, people and meetings are added.
// STREAMS (2000): how many streams are opened, twice. OUTPUT: a file for the figures as JSON.
// Needs `sqlite3` with its table `dbstat`, or `psql`, to read sizes; and /proc.

import { execFileSync, spawn } from 'node:child_process';
import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { Agent, createServer, get, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const BIN = resolve(process.env.BIN ?? 'target/release');
const DATABASE_URL = process.env.DATABASE_URL;
const PORT = Number(process.env.PORT ?? 21_000);
const STEPS = Number(process.env.STEPS ?? 3);
const STEP = Number(process.env.STEP ?? 1_000);
const STREAMS = Number(process.env.STREAMS ?? 2_000);
const [output] = process.argv.slice(2);

/** The rooms of each person who has some. */
const ROOMS_OF_PERSON = 50;
/** Requests at the same time, in all measurements. */
const CONNECTIONS = 16;
/** How long the rate of requests is measured, in milliseconds. */
const LOAD_MS = 3_000;
/** How many lists are changed and asked for. */
const CHANGES = 100;
/** How long questions to the conference server are counted, in milliseconds. */
const WINDOW_MS = 20_000;
/** The meetings that run or are waited for while questions are counted. */
const MEETINGS = 20;
/** How many streams a ticket may have. */
const STREAMS_OF_TICKET = 20;

const portal = `http://localhost:${PORT}`;
const backend = `http://127.0.0.1:${PORT}`;
const sandbox = `http://127.0.0.1:${PORT + 1}`;
const issuer = `http://127.0.0.1:${PORT + 2}`;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const streams = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

const data = mkdtempSync(join(tmpdir(), 'parvis-growth-'));
const secretFile = join(data, 'secret');
const secret = randomBytes(24).toString('base64url');
const file = join(data, 'parvis.db');
const processes = [];

const say = (text) => process.stderr.write(`${text}\n`);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const range = (count) => Array.from({ length: count }, (_, index) => index);

// The identity provider.

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** An identity token, as the sandbox's provider issues it. */
function identityToken(sub, nonce) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: 'parvis', iat: now, exp: now + 300, auth_time: now, nonce };
  const signed = `${part({ alg: 'ES256', kid: 'growth', typ: 'JWT' })}.${part({ ...claims, ...claimsOf(sub) })}`;
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' };
  return `${signed}.${createSign('sha256').update(signed).sign(key, 'base64url')}`;
}

function claimsOf(sub) {
  const [given_name, family_name] = ['Prénom', `Nom de famille ${sub}`];
  const name = `${given_name} ${family_name}`;
  const email = `prenom.nom-de-famille.${sub}@exemple.education.fr`;
  return { sub, name, given_name, family_name, email, email_verified: true };
}

/** A code is the person and the nonce; so is the access token. */
function startProvider() {
  const description = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
  };
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'growth', alg: 'ES256', use: 'sig' };
  const server = createServer(async (asked, answer) => {
    let body = '';
    for await (const text of asked) body += text;
    const send = (value) => {
      answer.setHeader('content-type', 'application/json');
      answer.end(JSON.stringify(value));
    };
    if (asked.url === '/keys') return send({ keys: [key] });
    if (asked.url === '/userinfo') return send(claimsOf(asked.headers.authorization.split(' ')[1]));
    if (asked.url !== '/token') return send(description);
    const [sub, nonce] = new URLSearchParams(body).get('code').split('.');
    send({
      access_token: sub,
      token_type: 'Bearer',
      expires_in: 300,
      id_token: identityToken(sub, nonce),
    });
  });
  server.listen(PORT + 2, '127.0.0.1').unref();
}

// Requests to the portal.

/** Sends a request; answers status, headers and bytes. Other statuses than `expected` are errors. */
function send(method, path, { cookie, body, expected = 200, encoding } = {}) {
  const headers = { origin: portal };
  if (cookie) headers.cookie = cookie;
  if (encoding) headers['accept-encoding'] = encoding;
  if (body) headers['content-type'] = 'application/json';
  return new Promise((resolve, reject) => {
    const sent = request(`${backend}${path}`, { agent, method, headers }, (answer) => {
      const parts = [];
      answer.on('error', reject).on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const bytes = Buffer.concat(parts);
        if (answer.statusCode === expected) resolve({ headers: answer.headers, bytes });
        else reject(new Error(`${method} ${path}: ${answer.statusCode} ${bytes}`));
      });
    });
    sent.on('error', reject).end(body && JSON.stringify(body));
  });
}

const json = async (...parameters) => JSON.parse((await send(...parameters)).bytes);

/** Of a cookie that is set, not of one that is removed. */
function cookieOf({ headers }) {
  const cookie = headers['set-cookie']?.find((set) => !/^[^=]*=;/.test(set));
  if (!cookie) throw new Error(`no cookie, but a redirect to ${headers.location}`);
  return cookie.split(';')[0];
}

/** Signs in as a person; returns the session's cookie. */
async function signIn(sub) {
  const begin = await send('GET', '/auth/sign-in', { expected: 303 });
  const asked = new URL(begin.headers.location).searchParams;
  const answer = new URLSearchParams({
    code: `${sub}.${asked.get('nonce')}`,
    state: asked.get('state'),
  });
  const cookie = cookieOf(begin);
  return cookieOf(await send('GET', `/auth/callback?${answer}`, { cookie, expected: 303 }));
}

/** Runs `task` for each of `items`, so many at a time; returns their results. */
async function each(items, task, atATime = CONNECTIONS) {
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

const bootstrap = (cookie) => send('GET', '/api/v1/bootstrap', { cookie, encoding: 'br, gzip' });

/** An event stream that is open; `close` ends it, and so does the start of the meeting that is waited for. */
function openStream(path, cookie) {
  const headers = cookie ? { cookie } : {};
  return new Promise((resolve, reject) => {
    const sent = get(`${backend}${path}`, { agent: streams, headers }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${path}: ${answer.statusCode}`));
      answer.on('error', () => {});
      answer.setEncoding('utf8').on('data', (text) => {
        resolve({ close: () => sent.destroy() });
        if (text.includes('"open"')) sent.destroy();
      });
    });
    sent.on('error', reject);
  });
}

// What is measured of processes and databases.

const processorOfThread = (path) => Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6;

/** The processor time of the backend, in milliseconds. */
function processorTime() {
  const threads = `/proc/${backendProcess.pid}/task`;
  return sum(
    readdirSync(threads).map((thread) => {
      try {
        return processorOfThread(`${threads}/${thread}/schedstat`);
      } catch {
        return 0; // The thread has ended.
      }
    }),
  );
}

/** The processor time of PostgreSQL's processes for the backend, in milliseconds, if it runs on this machine. */
function databaseProcessorTime() {
  if (!DATABASE_URL) return 0;
  const processes = query(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  try {
    return sum(processes.map(([pid]) => processorOfThread(`/proc/${pid}/schedstat`)));
  } catch {
    return Number.NaN;
  }
}

/** Both processor times of `task`, each divided by `count`, and what it returns. */
async function timed(count, task) {
  const before = [processorTime(), databaseProcessorTime()];
  const began = performance.now();
  const result = await task();
  const elapsed = performance.now() - began;
  const [own, database] = [processorTime() - before[0], databaseProcessorTime() - before[1]];
  const each_ms = { backend: own / count, elapsed: elapsed / count };
  if (DATABASE_URL) each_ms.database = Number.isNaN(database) ? null : database / count;
  return { each_ms, result };
}

function residentBytes() {
  const status = readFileSync(`/proc/${backendProcess.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) * 1024;
}

/** The rows of a query, each a list of its columns as text. */
function query(sql) {
  const [command, parameters] = DATABASE_URL
    ? ['psql', [DATABASE_URL, '-XAtqF', '|', '-c', sql]]
    : ['sqlite3', ['-readonly', '-separator', '|', file, sql]];
  const text = execFileSync(command, parameters, { encoding: 'utf8' }).trim();
  return text === '' ? [] : text.split('\n').map((line) => line.split('|'));
}

/** The size of the database, and of each table with its indexes. The write-ahead log is not in it. */
function databaseBytes() {
  if (DATABASE_URL) query('VACUUM ANALYZE');
  const [[all]] = query(
    DATABASE_URL
      ? 'SELECT pg_database_size(current_database())'
      : 'SELECT page_count * page_size FROM pragma_page_count, pragma_page_size',
  );
  const sizes = query(
    DATABASE_URL
      ? "SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
      : 'SELECT tbl_name, sum(pgsize) FROM dbstat JOIN sqlite_master USING (name) GROUP BY tbl_name',
  );
  const tables = {};
  for (const [name, bytes] of sizes) {
    const [[rows]] = query(`SELECT count(*) FROM "${name}"`);
    if (rows !== '0') tables[name] = { rows: Number(rows), bytes: Number(bytes) };
  }
  return { bytes: Number(all), tables };
}

const calls = async (call) => (await fetch(`${sandbox}/_sandbox/calls?call=${call}`)).json();

/** Waits until the conference server is asked nothing: it reports the end of each meeting, and is then asked for it. */
async function settle() {
  for (let [before, now] = [-1, 0]; before !== now; ) {
    before = now;
    await sleep(3_000);
    now = await calls('getMeetingInfo');
  }
}

/** How often the conference server is asked in `WINDOW_MS`, while `task` runs in it, if there is one. */
async function questions(task = () => {}) {
  const names = ['getMeetingInfo', 'getMeetings'];
  const before = await Promise.all(names.map(calls));
  await Promise.all([sleep(WINDOW_MS), task()]);
  const after = await Promise.all(names.map(calls));
  return Object.fromEntries(names.map((name, index) => [name, after[index] - before[index]]));
}

// Starting.

function start(program, settings) {
  const log = openSync(join(data, `${program}.log`), 'w');
  const started = spawn(join(BIN, program), [], { env: settings, stdio: ['ignore', log, log] });
  processes.push(started);
  return started;
}

async function answers(url) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(50)) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
  }
  throw new Error(`${url} does not answer: see the logs in ${data}`);
}

let backendProcess;
async function startAll() {
  writeFileSync(secretFile, secret, { mode: 0o600 });
  execFileSync(join(BIN, 'parvis-backend'), ['keys', 'generate', join(data, 'keys')]);
  startProvider();
  start('parvis-sandbox', {
    SANDBOX_LISTEN: `127.0.0.1:${PORT + 1}`,
    SANDBOX_BBB_SECRET: secret,
    SANDBOX_CLIENT_SECRET: secret,
    SANDBOX_REDIRECT_URIS: `${portal}/auth/callback`,
  });
  await answers(`${sandbox}/healthz`);
  backendProcess = start('parvis-backend', {
    PARVIS_LISTEN: `127.0.0.1:${PORT}`,
    PARVIS_PUBLIC_URL: portal,
    PARVIS_DATABASE_URL: DATABASE_URL ?? `sqlite://${file}`,
    PARVIS_KEYS_FILE: join(data, 'keys'),
    PARVIS_BBB_URL: `${sandbox}/bigbluebutton/`,
    PARVIS_BBB_SECRET_FILE: secretFile,
    PARVIS_OIDC_AGENTS_ISSUER: issuer,
    PARVIS_OIDC_AGENTS_CLIENT_ID: 'parvis',
    PARVIS_OIDC_AGENTS_CLIENT_SECRET_FILE: secretFile,
    PARVIS_OIDC_AGENTS_NAME: 'ProConnect',
    PARVIS_OIDC_AGENTS_SCOPES: 'openid profile email',
    PARVIS_PHONE_NUMBER: '+33 1 23 45 67 89',
    PARVIS_MAX_ROOMS: '10000',
    // All connections come from one address.
    PARVIS_MAX_CONNECTIONS_PER_ADDRESS: '10000',
  });
  await answers(`${backend}/readyz`);
}

// What is added.

const result = {
  machine: `${cpus()[0]?.model}, ${cpus().length} cores, shared with the load`,
  database: DATABASE_URL ? 'PostgreSQL' : 'SQLite',
  step: STEP,
  sizes: [],
  each_ms: {},
};

/** The cookies of people, and their rooms. */
const people = [];
const rooms = [];

async function addPeople(count) {
  const first = people.length;
  const cookies = await each(range(count), (index) => signIn(`p${first + index}`));
  people.push(...cookies);
  return cookies;
}

/** Gives `ROOMS_OF_PERSON` rooms to each of these people, one after the other. */
async function addRooms(cookies) {
  const ids = await each(cookies, (cookie) =>
    each(
      range(ROOMS_OF_PERSON),
      async (index) => {
        const body = { name: `Réunion de service ${index + 1}` };
        const room = await json('POST', '/api/v1/rooms', { cookie, body, expected: 201 });
        return { cookie, id: room.id };
      },
      1,
    ),
  );
  rooms.push(...ids.flat());
}

/** A meeting in each of the rooms, launched and ended. */
function addMeetings(of) {
  return each(of, async ({ cookie, id }) => {
    await send('POST', `/api/v1/rooms/${id}/launch`, { cookie });
    await send('POST', `/api/v1/rooms/${id}/end`, { cookie, expected: 204 });
  });
}

/** Sizes, memory, and how the person with 50 rooms is served. */
async function measure(added, cookie, room) {
  const answer = await bootstrap(cookie);
  const changed = [];
  const anew = { backend: 0, database: 0 };
  for (const index of range(CHANGES)) {
    const method = index % 2 === 0 ? 'PUT' : 'DELETE';
    await send(method, `/api/v1/rooms/${room.id}/favourite`, { cookie, expected: 204 });
    // PostgreSQL's part takes too long to read each time.
    const [began, before] = [performance.now(), processorTime()];
    await bootstrap(cookie);
    changed.push(performance.now() - began);
    anew.backend += (processorTime() - before) / CHANGES;
  }
  let requests = 0;
  const until = performance.now() + LOAD_MS;
  const load = await timed(1, () =>
    Promise.all(
      range(CONNECTIONS).map(async () => {
        for (; performance.now() < until; requests += 1) await bootstrap(cookie);
      }),
    ),
  );
  const size = {
    added,
    database: databaseBytes(),
    resident_bytes: residentBytes(),
    bootstrap: {
      bytes: answer.bytes.length,
      kept: {
        per_second: (requests * 1000) / load.each_ms.elapsed,
        backend_ms: load.each_ms.backend / requests,
        ...(DATABASE_URL && { database_ms: load.each_ms.database / requests }),
      },
      made_anew: { median_ms: median(changed), backend_ms: anew.backend },
    },
  };
  result.sizes.push(size);
  say(
    `${added}: ${size.database.bytes} bytes, resident ${size.resident_bytes}, bootstrap ` +
      `${Math.round(size.bootstrap.kept.per_second)}/s, anew ${size.bootstrap.made_anew.median_ms.toFixed(2)} ms`,
  );
}

async function growth() {
  const [person] = await addPeople(1);
  await addRooms([person]);
  const [room] = rooms;
  const owners = await addPeople((STEPS * STEP) / ROOMS_OF_PERSON);
  await measure('start', person, room);
  const note = (name, { each_ms, result: value }) => {
    result.each_ms[name] ??= [];
    result.each_ms[name].push(each_ms);
    return value;
  };
  const ofStep = (list, step, count) => list.slice(step * count, (step + 1) * count);
  for (const step of range(STEPS)) {
    const owning = ofStep(owners, step, STEP / ROOMS_OF_PERSON);
    note('a room is created', await timed(STEP, () => addRooms(owning)));
    await measure(`${(step + 1) * STEP} rooms`, person, room);
  }
  for (const step of range(STEPS)) {
    note('a person signs in', await timed(STEP, () => addPeople(STEP)));
    await measure(`${(step + 1) * STEP} people`, person, room);
  }
  const asked = ['create', 'end', 'getMeetingInfo', 'getMeetings', 'insertDocument'];
  const before = await Promise.all(asked.map(calls));
  for (const step of range(STEPS)) {
    const meeting = () => addMeetings(ofStep(rooms.slice(1), step, STEP));
    note('a meeting is launched and ended', await timed(STEP, meeting));
    await measure(`${(step + 1) * STEP} meetings`, person, room);
  }
  await settle();
  const after = await Promise.all(asked.map(calls));
  result.calls_per_meeting = Object.fromEntries(
    asked.map((call, index) => [call, (after[index] - before[index]) / (STEPS * STEP)]),
  );
  const invited = rooms.slice(-STEP);
  const invitation = ({ cookie, id }) => json('GET', `/api/v1/rooms/${id}/invitation`, { cookie });
  note('an invitation is shown', await timed(invited.length, () => each(invited, invitation)));
  // Lists of more people than the memory for lists holds.
  const first = () => each(owners, bootstrap);
  note('a list of 50 rooms is made', await timed(owners.length, first));
}

/** Streams of people who wait, then of people whose list of rooms is open: their memory. */
async function streamsMemory() {
  const memory = [];
  const open = [];
  const [waitedFor] = rooms.slice(-1);
  const { attendee_link } = await json(
    'GET',
    `/api/v1/rooms/${waitedFor.id}/invitation`,
    waitedFor,
  );
  const note = async (what) => {
    await sleep(2_000);
    memory.push({ what, streams: open.length, resident_bytes: residentBytes() });
  };
  await note('before');
  for (const _ of range(2)) {
    // Tickets of the same moment may be the same one.
    const tickets = new Set();
    while (tickets.size < STREAMS / STREAMS_OF_TICKET) tickets.add(await ticketFor(attendee_link));
    const waiting = [...tickets].flatMap((ticket) => range(STREAMS_OF_TICKET).map(() => ticket));
    const opened = each(waiting, (ticket) => openStream(`/api/v1/waiting/${ticket}/events`), 200);
    open.push(...(await opened));
    await note('waiting');
  }
  result.one_meeting_waited_for = { people: open.length, ...(await questions()) };
  for (const { close } of open.splice(0)) close();
  await sleep(5_000);
  await note('all closed');
  for (const part of range(2)) {
    const cookies = range(STREAMS).map((index) => people[(part * STREAMS + index) % people.length]);
    open.push(...(await each(cookies, (cookie) => openStream('/api/v1/events', cookie), 200)));
    await note('rooms');
  }
  result.rooms_pages_open = { people: open.length, ...(await questions()) };
  for (const { close } of open) close();
  result.streams = memory;
  await sleep(3_000);
}

async function ticketFor(link) {
  const body = { secret: link.split('#')[1], name: 'Camille Durand' };
  return (await json('POST', '/api/v1/join', { body })).waiting.ticket;
}

/** Starts a room's meeting and is in it; returns what leaves it. */
async function enter({ cookie, id }) {
  const { url } = await json('POST', `/api/v1/rooms/${id}/launch`, { cookie });
  const page = await fetch(url, { redirect: 'manual' });
  const token = page.headers.get('location').split('sessionToken=')[1];
  const headers = { cookie: page.headers.get('set-cookie').split(';')[0] };
  const address = `${sandbox}/html5client/events?sessionToken=${token}`;
  return new Promise((resolve, reject) => {
    const events = get(address, { agent: streams, headers }, () => resolve(() => events.destroy()));
    events.on('error', reject);
  });
}

/** Questions to the conference server, in windows of `WINDOW_MS`. */
async function conference() {
  const chosen = rooms.slice(-MEETINGS);
  const asked = { window_ms: WINDOW_MS, meetings: MEETINGS };
  const links = await each(chosen, async ({ cookie, id }) => {
    const invitation = await json('GET', `/api/v1/rooms/${id}/invitation`, { cookie });
    return invitation.attendee_link;
  });
  // Until nothing is kept of those who waited before.
  await sleep(11_000);
  asked['no page open'] = await questions();
  const waiting = await each(links, async (link) => {
    const ticket = await ticketFor(link);
    return each(range(STREAMS_OF_TICKET), () => openStream(`/api/v1/waiting/${ticket}/events`));
  });
  await sleep(5_000);
  asked['each meeting waited for by 20 people'] = await questions();
  let leave = [];
  asked['the meetings start'] = await questions(async () => {
    leave = await each(chosen, enter);
  });
  for (const stream of waiting.flat()) stream.close();
  await sleep(11_000);
  asked['the meetings run, no page open'] = await questions();
  const page = await openStream('/api/v1/events', chosen[0].cookie);
  asked['the meetings run, one page of rooms open'] = await questions();
  page.close();
  const join = async (link) => {
    const body = { secret: link.split('#')[1], name: 'Camille Durand' };
    await json('POST', '/api/v1/join', { body });
  };
  asked['five people enter each running meeting at once'] = await questions(() =>
    each(links, (link) => each(range(5), () => join(link)), 1),
  );
  asked['and five more, one every two seconds'] = await questions(async () => {
    for (const round of range(5)) {
      if (round > 0) await sleep(2_000);
      await each(links, join);
    }
  });
  const entering = range(STEP).map((index) => links[index % links.length]);
  result.each_ms['a person enters a running meeting'] = [
    (await timed(entering.length, () => each(entering, join))).each_ms,
  ];
  for (const left of leave) left();
  result.questions = asked;
}

// The report.

const number = (value, digits = 0) =>
  value === null ? 'not measured' : value.toLocaleString('en', { maximumFractionDigits: digits });

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}

function report() {
  const { sizes, each_ms } = result;
  const grown = sizes.map((size, index) => {
    const { bytes, kept, made_anew } = size.bootstrap;
    return [
      size.added,
      number(size.database.bytes),
      index === 0 ? '' : number(size.database.bytes - sizes[index - 1].database.bytes),
      number(size.resident_bytes),
      number(kept.per_second),
      number(kept.backend_ms, 2),
      number(made_anew.median_ms, 2),
      number(made_anew.backend_ms, 2),
      number(bytes),
    ];
  });
  const tables = Object.entries(sizes.at(-1).database.tables)
    .toSorted(([, a], [, b]) => b.bytes - a.bytes)
    .map(([name, { rows, bytes }]) => [name, number(rows), number(bytes), number(bytes / rows)]);
  const costs = Object.entries(each_ms).map(([name, steps]) => [
    name,
    number(median(steps.map(({ backend }) => backend)), 2),
    ...(DATABASE_URL ? [number(median(steps.map(({ database }) => database)), 2)] : []),
    number(median(steps.map(({ elapsed }) => elapsed)), 2),
  ]);
  const asked = Object.entries(result.questions)
    .filter(([, count]) => typeof count === 'object')
    .map(([name, count]) => [name, count.getMeetingInfo, count.getMeetings]);
  const one = result.one_meeting_waited_for;
  asked.push([`${one.people} people wait for one meeting`, one.getMeetingInfo, one.getMeetings]);
  const pages = result.rooms_pages_open;
  asked.push([`${pages.people} pages of rooms open`, pages.getMeetingInfo, pages.getMeetings]);
  return [
    `${result.database}. ${result.machine}. ${new Date().toISOString()}`,
    '',
    table(
      [
        'after adding',
        'database, bytes',
        'more',
        'resident, bytes',
        'bootstrap/s, kept',
        'processor, ms',
        'anew: median, ms',
        'processor, ms',
        'answer, bytes',
      ],
      grown,
    ),
    table(['table, with indexes', 'rows', 'bytes', 'bytes a row'], tables),
    table(
      [
        `each, ${CONNECTIONS} at a time`,
        'processor of the backend, ms',
        ...(DATABASE_URL ? ['of the database, ms'] : []),
        'elapsed, ms',
      ],
      costs,
    ),
    table(
      ['streams', 'open', 'resident, bytes'],
      result.streams.map(({ what, streams, resident_bytes }) => [
        what,
        number(streams),
        number(resident_bytes),
      ]),
    ),
    table(
      ['calls to the conference server', 'for each meeting'],
      Object.entries(result.calls_per_meeting).map(([call, count]) => [call, number(count, 2)]),
    ),
    table([`in ${WINDOW_MS / 1000} s`, 'getMeetingInfo', 'getMeetings'], asked),
  ].join('\n');
}

async function run() {
  if (DATABASE_URL) {
    const [[tables]] = query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");
    if (tables !== '0') throw new Error('the database has tables: name an empty one');
  }
  await startAll();
  result.idle_resident_bytes = residentBytes();
  await growth();
  await streamsMemory();
  await conference();
  console.log(report());
  if (output) {
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, `${JSON.stringify(result, null, 2)}\n`);
  }
}

/** Ends what was started. */
async function end() {
  const running = processes.filter(({ exitCode }) => exitCode === null);
  const ended = running.map((one) => new Promise((resolve) => one.once('exit', resolve)));
  for (const one of running) one.kill();
  await Promise.all(ended);
}

const isStopped = Promise.race(
  ['SIGINT', 'SIGTERM'].map((signal) => new Promise((resolve) => process.once(signal, resolve))),
);
try {
  await Promise.race([run(), isStopped.then((signal) => Promise.reject(new Error(signal)))]);
  await end();
  rmSync(data, { recursive: true });
} catch (error) {
  say(`${error.stack}\nThe logs are in ${data}`);
  process.exitCode = 1;
  await end();
}
process.exit();
