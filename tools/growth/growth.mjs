// Adds rooms, then people, then meetings, in steps, and measures after each: sizes, and what one more costs.

import { range } from './arithmetic.mjs';
import { each } from './concurrency.mjs';
import { more } from './conference-server.mjs';
import { ROOMS_OF_PERSON } from './population.mjs';
import { measureSize } from './size.mjs';

/** The calls to the conference server that are counted for each meeting. */
const CALLS = ['create', 'end', 'getMeetingInfo', 'getMeetings', 'insertDocument'];

/**
 * Adds `step` rooms, people and meetings, `steps` times each; returns the figures.
 * @param {(size: object) => void} onSize is called with each line of `sizes`
 */
export async function measureGrowth(measured, { steps, step }, onSize) {
  const { portal, meter, conference, population } = measured;
  const { rooms, addPeople, addRooms } = population;
  const sizes = [];
  const each_ms = {};

  const [cookie] = await addPeople(1);
  await addRooms([cookie]);
  const owner = { cookie, room: rooms[0] };
  const owners = await addPeople((steps * step) / ROOMS_OF_PERSON);

  async function addSize(added) {
    const size = await measureSize(measured, added, owner);
    sizes.push(size);
    onSize(size);
  }
  async function addCost(name, count, task) {
    const { each_ms: cost } = await meter.timed(count, task);
    each_ms[name] ??= [];
    each_ms[name].push(cost);
  }
  const ofStep = (list, index, count) => list.slice(index * count, (index + 1) * count);

  await addSize('start');
  for (const index of range(steps)) {
    const owning = ofStep(owners, index, step / ROOMS_OF_PERSON);
    await addCost('a room is created', step, () => addRooms(owning));
    await addSize(`${(index + 1) * step} rooms`);
  }
  for (const index of range(steps)) {
    await addCost('a person signs in', step, () => addPeople(step));
    await addSize(`${(index + 1) * step} people`);
  }
  const before = await conference.calls(CALLS);
  for (const index of range(steps)) {
    const meeting = () => addMeetings(portal, ofStep(rooms.slice(1), index, step));
    await addCost('a meeting is launched and ended', step, meeting);
    await addSize(`${(index + 1) * step} meetings`);
  }
  await conference.settle();
  const calls_per_meeting = more(before, await conference.calls(CALLS), steps * step);

  const invited = rooms.slice(-step);
  const invitations = () => each(invited, portal.invitation);
  await addCost('an invitation is shown', invited.length, invitations);
  // Lists of more people than the memory for lists holds.
  const lists = () => each(owners, portal.bootstrap);
  await addCost('a list of 50 rooms is made', owners.length, lists);
  return { sizes, each_ms, calls_per_meeting };
}

/** A meeting in each of the rooms, launched and ended. */
function addMeetings(portal, rooms) {
  return each(rooms, async (room) => {
    await portal.launch(room);
    await portal.endMeeting(room);
  });
}
