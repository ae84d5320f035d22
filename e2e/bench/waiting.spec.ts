// Five thousand people who wait for one meeting: how soon each is told, what that costs the backend
// in memory and the conference server in questions. Times are printed, never judged.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { signIn } from '../support/account.ts';
import { bin, portal, sandbox } from '../support/addresses.ts';
import { meeting } from '../support/conference.ts';
import { invite } from '../support/invite.ts';
import { roomEntry } from '../support/rooms.ts';

const PEOPLE = Number(process.env.BENCH_WAITING ?? 5_000);
/** How many streams a ticket may have. */
const STREAMS_OF_TICKET = 20;
/** From how many addresses they come: one address may have 5,000 connections, the browser's among them. */
const ADDRESSES = 10;

/** Somebody who waits: when they were told to come in, in milliseconds since 1970. */
interface Waiting {
  ready: Promise<void>;
  told: Promise<number>;
  leave: () => void;
}

function wait(ticket: string, agent: Agent, person: number): Waiting {
  let ready = () => {};
  let refused = (_: Error) => {};
  let told = (_: number) => {};
  const waiting = {
    ready: new Promise<void>((resolve, reject) => {
      ready = resolve;
      refused = reject;
    }),
    told: new Promise<number>((resolve) => {
      told = resolve;
    }),
  };
  const options = { agent, family: 4, localAddress: `127.0.0.${2 + (person % ADDRESSES)}` };
  const request = get(`${portal}/api/v1/waiting/${ticket}/events`, options, (answer) => {
    if (answer.statusCode !== 200) refused(new Error(`a stream is refused: ${answer.statusCode}`));
    answer.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('"closed"')) ready();
      if (text.includes('"open"')) told(Date.now());
    });
  });
  // The end of the bench is no failure.
  request.on('error', () => {});
  return { ...waiting, leave: () => request.destroy() };
}

/** The backend's resident memory, in bytes. */
function residentMemory(): number {
  const pid = execFileSync('pgrep', ['-n', '-f', `${bin}/parvis-backend`], { encoding: 'utf8' });
  const status = readFileSync(`/proc/${pid.trim()}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

/** How often the conference server was asked for single meetings. */
async function calls(request: APIRequestContext): Promise<number> {
  return (await request.get(`${sandbox}/_sandbox/calls?call=getMeetingInfo`)).json();
}

/** A ticket for the meeting that the link leads to. */
async function ticketFor(request: APIRequestContext, attendee: string): Promise<string> {
  const joined = await request.post(`${portal}/api/v1/join`, {
    headers: { origin: portal },
    data: { secret: attendee.split('#')[1], name: 'Noé' },
  });
  return (await joined.json()).waiting.ticket;
}

test('thousands of people wait for one meeting', async ({ page, request }) => {
  test.setTimeout(300_000);
  await signIn(page, 'Alix Martin');
  const { room, attendee } = await invite(page);
  const tickets: string[] = [];
  for (let people = 0; people < PEOPLE; people += STREAMS_OF_TICKET) {
    tickets.push(await ticketFor(request, attendee));
  }
  const idle = residentMemory();
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  const people = Array.from({ length: PEOPLE }, (_, index) =>
    wait(tickets[Math.floor(index / STREAMS_OF_TICKET)] ?? '', agent, index),
  );
  await Promise.all(people.map(({ ready }) => ready));
  const memory = residentMemory();
  const [before, began] = [await calls(request), Date.now()];

  await roomEntry(page, room).getByRole('button', { name: 'Lancer' }).click();
  let started = 0;
  await expect
    .poll(
      async () => {
        const running = (await meeting(request, room))?.running ?? false;
        if (running) started = Date.now();
        return running;
      },
      { intervals: [10], timeout: 20_000 },
    )
    .toBe(true);
  const told = await Promise.all(people.map(({ told }) => told));
  const asked = (await calls(request)) - before;
  const seconds = (Date.now() - began) / 1000;
  const after = told.map((moment) => moment - started).toSorted((a, b) => a - b);
  const at = (part: number) => after[Math.floor(part * (after.length - 1))] ?? 0;
  for (const { leave } of people) leave();

  const result = {
    people: PEOPLE,
    told_after_ms: { first: at(0), median: at(0.5), last: at(1) },
    resident_bytes: { idle, waiting: memory },
    conference_calls: { calls: asked, seconds },
  };
  mkdirSync('../target/bench', { recursive: true });
  writeFileSync('../target/bench/waiting.json', `${JSON.stringify(result, null, 2)}\n`);
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `waiting: ${PEOPLE} people told ${at(0)} to ${at(1)} ms after the start (target 2,000), ` +
      `half of them by ${at(0.5)} ms; backend ${mb(idle)} idle, ${mb(memory)} waiting ` +
      `(targets 40 and 150 MB); the conference server was asked ${asked} times in ` +
      `${seconds.toFixed(1)} s`,
  );
});

/** Starts a room's meeting and is in, until the answer is destroyed. Tells when that was. */
async function start(request: APIRequestContext, id: string): Promise<[number, () => void]> {
  const launch = await request.post(`${portal}/api/v1/rooms/${id}/launch`, {
    headers: { origin: portal },
  });
  const page = await fetch((await launch.json()).url, { redirect: 'manual' });
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const token = page.headers.get('location')?.split('sessionToken=')[1];
  return new Promise((resolve) => {
    const address = `${sandbox}/html5client/events?sessionToken=${token}`;
    const events = get(address, { headers: { cookie } }, () => {
      resolve([Date.now(), () => events.destroy()]);
    });
    events.on('error', () => {});
  });
}

test('people wait for a hundred meetings, and twenty of them start', async ({ page, request }) => {
  test.setTimeout(300_000);
  await signIn(page, 'Sacha Petit');
  const rooms = (await (await page.request.get(`${portal}/api/v1/rooms?limit=100`)).json()).items;
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  const waiting: { id: string; people: Waiting[] }[] = [];
  for (const { id } of rooms.slice(0, 100)) {
    const invitation = await page.request.get(`${portal}/api/v1/rooms/${id}/invitation`);
    const ticket = await ticketFor(request, (await invitation.json()).attendee_link);
    waiting.push({
      id,
      people: Array.from({ length: 10 }, (_, index) => wait(ticket, agent, index)),
    });
  }
  await Promise.all(waiting.flatMap(({ people }) => people.map(({ ready }) => ready)));
  const count = async (seconds: number) => {
    const before = await calls(request);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    return ((await calls(request)) - before) / seconds;
  };
  const before = await count(20);
  const after: number[] = [];
  const leave: (() => void)[] = [];
  const asked = count(10);
  await Promise.all(
    waiting.slice(0, 20).map(async ({ id, people }) => {
      const [started, left] = await start(page.request, id);
      leave.push(left);
      const told = await Promise.all(people.map(({ told }) => told));
      after.push(...told.map((moment) => moment - started));
    }),
  );
  after.sort((a, b) => a - b);
  const during = await asked;
  for (const left of leave) left();
  for (const { people } of waiting) for (const person of people) person.leave();
  const at = (part: number) => after[Math.floor(part * (after.length - 1))] ?? 0;
  const result = {
    meetings: waiting.length,
    questions_per_second: { waiting: before, twenty_started: during },
    told_after_ms: { first: at(0), median: at(0.5), last: at(1) },
  };
  mkdirSync('../target/bench', { recursive: true });
  writeFileSync('../target/bench/waiting-many.json', `${JSON.stringify(result, null, 2)}\n`);
  console.log(
    `waiting: for ${waiting.length} meetings the conference server was asked ` +
      `${before.toFixed(1)} times a second, ${during.toFixed(1)} while twenty started; people told ` +
      `${at(0)} to ${at(1)} ms after the start, half of them by ${at(0.5)} ms`,
  );
});
