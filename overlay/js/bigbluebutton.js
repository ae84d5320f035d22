// Plug-in that shows the session details in BigBlueButton's own client (3.0 and 4.0), without React.
//
// The client reports the person's role by an event on the window. The token is in the meeting's message for
// moderators, which the conference server sends to moderators only, and only as long as they are moderators.
// Source: bigbluebutton-html-plugin-sdk, src/core and src/data-consumption.

import { base } from './base.js';
import { conferenceElement } from './conference-element.js';
import { permissionIn } from './permission.js';

const USER = { hook: 'Hooks::UseCurrentUser' };
const TEXTS_HOOK = 'Hooks::CustomSubscription';
/** The delay after an error, before the messages are requested again. */
const AGAIN_MS = 5_000;
/** The property of the window that is set while the plug-in runs: a client may load it twice. */
const RUNS = Symbol.for('parvis-session-details');

const say = (name, detail) => dispatchEvent(new CustomEvent(name, { detail }));
const subscribe = (wish) => say('PLUGIN_SUBSCRIBED_TO_BBB_CORE', wish);
const unsubscribe = (wish) => say('PLUGIN_UNSUBSCRIBED_FROM_BBB_CORE', wish);

function run() {
  const element = conferenceElement();
  let isModerator = false;
  /** The current subscription to the meeting's messages, if any. */
  let texts;
  let tries = 0;
  let timer;

  function letGoOfTexts() {
    clearTimeout(timer);
    if (texts) unsubscribe(texts);
    texts = undefined;
  }

  /** Subscribes to the messages. The name differs each time, because clients answer an equal query from their
   * cache. */
  function askForTexts() {
    letGoOfTexts();
    tries += 1;
    const query = `subscription ParvisTexts${tries} { user_welcomeMsgs { welcomeMsg welcomeMsgForModerators } }`;
    texts = { hook: TEXTS_HOOK, hookArguments: { query, variables: {} } };
    subscribe(texts);
  }

  function show(permission) {
    // Removed from the page with its attributes, so that neither the button nor any data remain.
    if (!permission) {
      element.remove();
      for (const name of ['api', 'token']) element.removeAttribute(name);
      return;
    }
    element.setAttribute('api', permission.api);
    element.setAttribute('token', permission.token);
    if (!element.isConnected) document.body.append(element);
  }

  function onUser({ role }) {
    const was = isModerator;
    isModerator = role === 'MODERATOR';
    if (isModerator === was) return;
    if (isModerator) return askForTexts();
    letGoOfTexts();
    show();
  }

  function onTexts(answer) {
    clearTimeout(timer);
    // Some clients send no more than this string.
    if (answer === 'Error' || answer?.error) {
      // The last permission is kept: a person who is no longer a moderator is reported by the other event.
      timer = setTimeout(askForTexts, AGAIN_MS);
    } else if (answer?.data) {
      const [read] = answer.data.user_welcomeMsgs ?? [];
      show(permissionIn(read?.welcomeMsgForModerators, base));
    }
  }

  const ends = new AbortController();
  const listen = (name, listener) =>
    addEventListener(name, ({ detail }) => listener(detail ?? {}), { signal: ends.signal });
  listen('BBB_CORE_SENT_NEW_DATA', ({ hook, hookArguments, data }) => {
    if (hook === USER.hook && data?.data) onUser(data.data);
    const asked = hookArguments?.query;
    if (asked && asked === texts?.hookArguments.query) onTexts(data);
  });
  listen('CURRENT_LOCALE', ({ locale }) => {
    if (locale) element.setAttribute('lang', locale);
  });
  listen('BBB_CORE_UPDATED_MEETING_STATUS', ({ data }) => {
    if (data?.userCurrentlyInMeeting !== false) return;
    ends.abort();
    letGoOfTexts();
    show();
    unsubscribe(USER);
    delete window[RUNS];
  });

  say('UI_DATA_LISTENER_SUBSCRIBED-CURRENT_LOCALE');
  subscribe(USER);
}

if (!window[RUNS]) {
  window[RUNS] = true;
  run();
}
