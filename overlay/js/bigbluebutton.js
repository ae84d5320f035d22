// Plug-in that shows the session details in BigBlueButton's own client (3.0 and 4.0), without React.
//
// The client reports the person's role by an event on the window. The token is in the meeting's message for
// moderators, which the conference server sends to moderators only, and only as long as they are moderators.
// Source: bigbluebutton-html-plugin-sdk, src/core and src/data-consumption.

import { base } from './base.js';
import { conferenceElement } from './conference-element.js';
import { credentialsIn } from './credentials.js';

const USER = { hook: 'Hooks::UseCurrentUser' };
const TEXTS_HOOK = 'Hooks::CustomSubscription';
/** The delay after an error, before the messages are requested again. */
const RETRY_MS = 5_000;
/** The property of the window that is set while the plug-in runs: a client may load it twice. */
const IS_RUNNING = Symbol.for('parvis-session-details');

const dispatch = (name, detail) => dispatchEvent(new CustomEvent(name, { detail }));
const subscribe = (subscription) => dispatch('PLUGIN_SUBSCRIBED_TO_BBB_CORE', subscription);
const unsubscribe = (subscription) => dispatch('PLUGIN_UNSUBSCRIBED_FROM_BBB_CORE', subscription);

function run() {
  const element = conferenceElement();
  let isModerator = false;
  /** The current subscription to the meeting's messages, if any. */
  let textsSubscription;
  let tries = 0;
  let timer;

  function unsubscribeFromTexts() {
    clearTimeout(timer);
    if (textsSubscription) unsubscribe(textsSubscription);
    textsSubscription = undefined;
  }

  /** Subscribes to the messages. The name differs each time, because clients answer an equal query from their
   * cache. */
  function subscribeToTexts() {
    unsubscribeFromTexts();
    tries += 1;
    const query = `subscription ParvisTexts${tries} { user_welcomeMsgs { welcomeMsg welcomeMsgForModerators } }`;
    textsSubscription = { hook: TEXTS_HOOK, hookArguments: { query, variables: {} } };
    subscribe(textsSubscription);
  }

  function show(credentials) {
    // Removed from the page with its attributes, so that neither the button nor any data remain.
    if (!credentials) {
      element.remove();
      for (const name of ['api', 'token']) element.removeAttribute(name);
      return;
    }
    element.setAttribute('api', credentials.api);
    element.setAttribute('token', credentials.token);
    if (!element.isConnected) document.body.append(element);
  }

  function onUser({ role }) {
    const wasModerator = isModerator;
    isModerator = role === 'MODERATOR';
    if (isModerator === wasModerator) return;
    if (isModerator) return subscribeToTexts();
    unsubscribeFromTexts();
    show();
  }

  function onTexts(response) {
    clearTimeout(timer);
    // Some clients send no more than this string.
    if (response === 'Error' || response?.error) {
      // The last credentials are kept: a person who is no longer a moderator is reported by the other event.
      timer = setTimeout(subscribeToTexts, RETRY_MS);
    } else if (response?.data) {
      const [messages] = response.data.user_welcomeMsgs ?? [];
      show(credentialsIn(messages?.welcomeMsgForModerators, base));
    }
  }

  const listeners = new AbortController();
  const listen = (name, listener) =>
    addEventListener(name, ({ detail }) => listener(detail ?? {}), { signal: listeners.signal });
  listen('BBB_CORE_SENT_NEW_DATA', ({ hook, hookArguments, data }) => {
    if (hook === USER.hook && data?.data) onUser(data.data);
    const query = hookArguments?.query;
    if (query && query === textsSubscription?.hookArguments.query) onTexts(data);
  });
  listen('CURRENT_LOCALE', ({ locale }) => {
    if (locale) element.setAttribute('lang', locale);
  });
  listen('BBB_CORE_UPDATED_MEETING_STATUS', ({ data }) => {
    if (data?.userCurrentlyInMeeting !== false) return;
    listeners.abort();
    unsubscribeFromTexts();
    show();
    unsubscribe(USER);
    delete window[IS_RUNNING];
  });

  dispatch('UI_DATA_LISTENER_SUBSCRIBED-CURRENT_LOCALE');
  subscribe(USER);
}

if (!window[IS_RUNNING]) {
  window[IS_RUNNING] = true;
  run();
}
