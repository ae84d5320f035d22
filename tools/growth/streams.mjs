// Event streams of people who wait, then of people whose list of rooms is open: the memory that they take, and how
// often the conference server is asked because of them.

import { setTimeout as sleep } from 'node:timers/promises';

import { range } from './arithmetic.mjs';
import { each } from './concurrency.mjs';

/** How many streams a ticket may have. */
export const STREAMS_OF_TICKET = 20;
/** How many streams are opened at the same time. */
const OPENED_AT_ONCE = 200;

/** Opens `count` streams of each kind, twice; returns the figures. */
export async function measureStreams({ portal, meter, conference, population }, count) {
  const { people, rooms } = population;
  const memory = [];
  const open = [];
  const { attendee_link } = await portal.invitation(rooms.at(-1));
  const addMemory = async (what) => {
    await sleep(2_000);
    memory.push({ what, streams: open.length, resident_bytes: meter.residentBytes() });
  };

  await addMemory('before');
  for (const _ of range(2)) {
    // Tickets of the same moment may be the same one.
    const tickets = new Set();
    while (tickets.size < count / STREAMS_OF_TICKET)
      tickets.add(await portal.waitFor(attendee_link));
    const waiting = [...tickets].flatMap((ticket) => range(STREAMS_OF_TICKET).map(() => ticket));
    open.push(...(await each(waiting, portal.openWaitingStream, OPENED_AT_ONCE)));
    await addMemory('waiting');
  }
  const one_meeting_waited_for = { people: open.length, ...(await conference.questions()) };
  for (const { close } of open.splice(0)) close();
  await sleep(5_000);

  await addMemory('all closed');
  for (const part of range(2)) {
    const cookies = range(count).map((index) => people[(part * count + index) % people.length]);
    open.push(...(await each(cookies, portal.openRoomsStream, OPENED_AT_ONCE)));
    await addMemory('rooms');
  }
  const rooms_pages_open = { people: open.length, ...(await conference.questions()) };
  for (const { close } of open) close();
  await sleep(3_000);
  return { one_meeting_waited_for, rooms_pages_open, streams: memory };
}
