// The conference server, which is the sandbox: how often it is asked, and the presence of people in its meetings.

import { setTimeout as sleep } from 'node:timers/promises';

import { holdStream } from './event-stream.mjs';

/** How long questions to the conference server are counted, in milliseconds. */
export const WINDOW_MS = 20_000;

export function conferenceServerAt(sandbox) {
  const countOf = async (call) => (await fetch(`${sandbox}/_sandbox/calls?call=${call}`)).json();

  /** How often it was called since its start, by the names of the calls. */
  const calls = async (names) => {
    const counts = await Promise.all(names.map(countOf));
    return Object.fromEntries(names.map((name, index) => [name, counts[index]]));
  };

  return {
    calls,

    /** Waits until it is asked nothing: it reports the end of each meeting, and is then asked for it. */
    async settle() {
      for (let [before, now] = [-1, 0]; before !== now; ) {
        before = now;
        await sleep(3_000);
        now = await countOf('getMeetingInfo');
      }
    },

    /** How often it is asked in `WINDOW_MS`, while `task` runs in it, if there is one. */
    async questions(task = () => {}) {
      const names = ['getMeetingInfo', 'getMeetings'];
      const before = await calls(names);
      await Promise.all([sleep(WINDOW_MS), task()]);
      return more(before, await calls(names));
    },

    /** Is in the meeting at this address, until the stream is closed. */
    async enter(address) {
      const page = await fetch(address, { redirect: 'manual' });
      const token = page.headers.get('location').split('sessionToken=')[1];
      const cookie = page.headers.get('set-cookie').split(';')[0];
      return holdStream(`${sandbox}/html5client/events?sessionToken=${token}`, { cookie });
    },
  };
}

/** By how much each count has grown, for each of `per` things. */
export const more = (before, after, per = 1) =>
  Object.fromEntries(
    Object.entries(before).map(([name, count]) => [name, (after[name] - count) / per]),
  );
