// The portal's client: signs people in, and does what they do with their rooms, by the API that the app uses.

import { Agent, request } from 'node:http';

import { CONNECTIONS } from './concurrency.mjs';
import { openStream } from './event-stream.mjs';
import { codeOf } from './provider.mjs';

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** A cookie is that of a session. A room is its identifier, and the cookie of its owner. */
export function portalAt({ portal, backend }) {
  /** Sends a request; answers headers and bytes. Other statuses than `expected` are errors. */
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

  /** As somebody without an account; answers whether the meeting runs. */
  function join(link) {
    const body = { secret: link.split('#')[1], name: 'Camille Durand' };
    return json('POST', '/api/v1/join', { body });
  }

  return {
    /** Signs in as a person; returns the session's cookie. */
    async signIn(sub) {
      const begin = await send('GET', '/auth/sign-in', { expected: 303 });
      const asked = new URL(begin.headers.location).searchParams;
      const code = codeOf(sub, asked.get('nonce'));
      const answer = new URLSearchParams({ code, state: asked.get('state') });
      const cookie = cookieSet(begin.headers);
      const signedIn = await send('GET', `/auth/callback?${answer}`, { cookie, expected: 303 });
      return cookieSet(signedIn.headers);
    },

    /** What the app asks for when it starts: the list of rooms, among others. */
    bootstrap: (cookie) => send('GET', '/api/v1/bootstrap', { cookie, encoding: 'br, gzip' }),

    async createRoom(cookie, name) {
      const body = { name };
      const { id } = await json('POST', '/api/v1/rooms', { cookie, body, expected: 201 });
      return { cookie, id };
    },

    setFavourite: ({ cookie, id }, isFavourite) =>
      send(isFavourite ? 'PUT' : 'DELETE', `/api/v1/rooms/${id}/favourite`, {
        cookie,
        expected: 204,
      }),

    invitation: ({ cookie, id }) => json('GET', `/api/v1/rooms/${id}/invitation`, { cookie }),

    /** Starts a room's meeting; returns the owner's address of it at the conference server. */
    launch: async ({ cookie, id }) =>
      (await json('POST', `/api/v1/rooms/${id}/launch`, { cookie })).url,

    endMeeting: ({ cookie, id }) =>
      send('POST', `/api/v1/rooms/${id}/end`, { cookie, expected: 204 }),

    join,

    /** The ticket of somebody who waits for the meeting of an attendee link. */
    waitFor: async (link) => (await join(link)).waiting.ticket,

    /** The stream of who waits; it ends when the meeting starts. */
    openWaitingStream: (ticket) =>
      openStream(`${backend}/api/v1/waiting/${ticket}/events`, {}, '"open"'),

    /** The stream of a page of rooms. */
    openRoomsStream: (cookie) => openStream(`${backend}/api/v1/events`, { cookie }, '"open"'),
  };
}

/** The cookie that an answer sets, not one that it removes. */
export function cookieSet(headers) {
  const cookie = headers['set-cookie']?.find((set) => !/^[^=]*=;/.test(set));
  if (!cookie) throw new Error(`no cookie, but a redirect to ${headers.location}`);
  return cookie.split(';')[0];
}
