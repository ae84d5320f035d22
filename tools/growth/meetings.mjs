// How often the conference server is asked while meetings are waited for, start, run and are entered.

import { setTimeout as sleep } from 'node:timers/promises';

import { range } from './arithmetic.mjs';
import { each } from './concurrency.mjs';
import { WINDOW_MS } from './conference-server.mjs';
import { STREAMS_OF_TICKET } from './streams.mjs';

/** The meetings that run or are waited for while questions are counted. */
const MEETINGS = 20;
/** Longer than those who waited are kept in the backend's memory. */
const FORGOTTEN_MS = 11_000;

/** Counts questions in windows of `WINDOW_MS`, then times `entries` people who enter; returns the figures. */
export async function measureMeetings({ portal, meter, conference, population }, entries) {
  const chosen = population.rooms.slice(-MEETINGS);
  const asked = { window_ms: WINDOW_MS, meetings: MEETINGS };
  const invitations = await each(chosen, portal.invitation);
  const links = invitations.map(({ attendee_link }) => attendee_link);

  await sleep(FORGOTTEN_MS);
  asked['no page open'] = await conference.questions();
  const waiting = await each(links, async (link) => {
    const ticket = await portal.waitFor(link);
    return each(range(STREAMS_OF_TICKET), () => portal.openWaitingStream(ticket));
  });
  await sleep(5_000);
  asked['each meeting waited for by 20 people'] = await conference.questions();

  let present = [];
  asked['the meetings start'] = await conference.questions(async () => {
    present = await each(chosen, async (room) => conference.enter(await portal.launch(room)));
  });
  for (const { close } of waiting.flat()) close();
  await sleep(FORGOTTEN_MS);
  asked['the meetings run, no page open'] = await conference.questions();
  const page = await portal.openRoomsStream(chosen[0].cookie);
  asked['the meetings run, one page of rooms open'] = await conference.questions();
  page.close();

  asked['five people enter each running meeting at once'] = await conference.questions(() =>
    each(links, (link) => each(range(5), () => portal.join(link)), 1),
  );
  asked['and five more, one every two seconds'] = await conference.questions(async () => {
    for (const round of range(5)) {
      if (round > 0) await sleep(2_000);
      await each(links, portal.join);
    }
  });
  const entering = range(entries).map((index) => links[index % links.length]);
  const { each_ms } = await meter.timed(entries, () => each(entering, portal.join));
  for (const { close } of present) close();
  return { questions: asked, each_ms: { 'a person enters a running meeting': [each_ms] } };
}
