// The session's details in BigBlueButton's own client (3.0 and 4.0), as a plug-in that needs no React.
//
// Who is a moderator the client says, in two events on the window; the data come through the conference
// server, which asks the portal for them and gives them to moderators alone.
// Source: bigbluebutton-html-plugin-sdk, src/core and src/data-consumption.

import { define } from './element.js';

const TITLE = '#presentationTitle';
const DATA = '/api/plugin/ParvisSessionDetails/details/';
const TOO_LONG_MS = 10_000;
const USER = 'Hooks::UseCurrentUser';
/** Where clients keep the session's token since 3.0.30; in their address before. */
const TOKEN = 'sessionToken';
const KEPT_TOKEN = 'BBB_sessionToken';

const sessionToken = () =>
  new URLSearchParams(location.search).get(TOKEN) ?? sessionStorage.getItem(KEPT_TOKEN) ?? '';

const source = () =>
  fetch(DATA, {
    headers: { 'x-session-token': sessionToken() },
    credentials: 'include',
    cache: 'no-store',
    signal: AbortSignal.timeout(TOO_LONG_MS),
  });

/** The client's dark theme is DarkReader's, which says so on the root element. */
const theme = () =>
  document.documentElement.getAttribute('data-darkreader-scheme') === 'dark' ? 'dark' : 'light';

define();
const element = Object.assign(document.createElement('parvis-session-details'), { source });
element.setAttribute('anchor', TITLE);
element.addEventListener('parvis-open', () => element.setAttribute('theme', theme()));

const ends = new AbortController();
const listen = (name, listener) => addEventListener(name, listener, { signal: ends.signal });
const say = (name, detail) => dispatchEvent(new CustomEvent(name, { detail }));

listen('BBB_CORE_SENT_NEW_DATA', ({ detail }) => {
  if (detail?.hook !== USER) return;
  const user = detail.data?.data;
  if (!user) return;
  const isModerator = user.role === 'MODERATOR';
  // Out of the page, nothing of it is left: neither the button nor what was shown.
  if (isModerator && !element.isConnected) document.body.append(element);
  else if (!isModerator) element.remove();
});
listen('CURRENT_LOCALE', ({ detail }) => {
  if (detail?.locale) element.setAttribute('lang', detail.locale);
});
listen('BBB_CORE_UPDATED_MEETING_STATUS', ({ detail }) => {
  if (detail?.data?.userCurrentlyInMeeting !== false) return;
  element.remove();
  ends.abort();
  say('PLUGIN_UNSUBSCRIBED_FROM_BBB_CORE', { hook: USER });
});

say('UI_DATA_LISTENER_SUBSCRIBED-CURRENT_LOCALE');
say('PLUGIN_SUBSCRIBED_TO_BBB_CORE', { hook: USER });
