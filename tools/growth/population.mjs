// The people and rooms that are added while it is measured.

import { range } from './arithmetic.mjs';
import { each } from './concurrency.mjs';

/** The rooms of each person who has some. */
export const ROOMS_OF_PERSON = 50;

export function populationOf(portal) {
  /** The cookies of people, and the rooms of some of them. */
  const people = [];
  const rooms = [];

  return {
    people,
    rooms,

    /** Signs in so many people for the first time; returns their cookies. */
    async addPeople(count) {
      const first = people.length;
      const cookies = await each(range(count), (index) => portal.signIn(`p${first + index}`));
      people.push(...cookies);
      return cookies;
    },

    /** Gives `ROOMS_OF_PERSON` rooms to each of these people, one after the other. */
    async addRooms(cookies) {
      const name = (index) => `Réunion de service ${index + 1}`;
      const numbers = range(ROOMS_OF_PERSON);
      const added = await each(cookies, (cookie) =>
        each(numbers, (index) => portal.createRoom(cookie, name(index)), 1),
      );
      rooms.push(...added.flat());
    },
  };
}
