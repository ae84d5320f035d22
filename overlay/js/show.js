// Shows the details in an element, and polls for changes while they are shown. Bundled with the script that
// wasm-bindgen generates for the wasm, and loaded with it.

import run, { Panel } from 'wasm-of-session';
import { loadTexts, textsFor } from './details-texts.js';
import { fetchDetails } from './fetch-details.js';

export { loadTexts, run };

/** The pause between polls: renewed data appear within two seconds. */
const PAUSE_MS = 1_500;
const LONG_PAUSE_MS = 10_000;
const OK = 200;
const REFUSED = 401;
const ENDED = 410;
/** How often an ended meeting is polled, in case it starts again, until the page becomes visible again. */
const MAX_ENDED_POLLS = 30;
/** The status for a response that the service does not send. */
const UNREADABLE = 500;
/** How long the last response is cached after the window was closed. Opening the window shows it at once, and
 * requests the details again. */
const CACHED_MS = 60_000;

/** The last response, by the function that returned its token: `{ credentials, tag, text }`. */
const cache = new WeakMap();

/** Whether two requests have the same address and token. */
const isSame = (one, other) => one.api === other.api && one.token === other.token;

const deleteCached = (getCredentials) => cache.delete(getCredentials);

/** Shows the details in `container` until `free()` is called, in a language whose texts are loaded.
 * `getCredentials()` returns the address and the token (see `fetchDetails`). `onEvent` gets the events: there are
 * details (`shown`) or none (`empty`), an item was copied (`copied`), the token expires (`expires`), or it was
 * refused (`refused`). */
export function show(container, language, getCredentials, onEvent) {
  container.lang = language;
  const panel = new Panel(container, textsFor(language));
  let tag;
  let timer;
  // Responses to former requests are ignored.
  let lastRequest = 0;
  let hasData = false;
  let reported;
  let endedPolls = 0;
  let wantedLanguage = language;
  let isFreed = false;

  const reportState = () => {
    if (reported === hasData) return;
    reported = hasData;
    onEvent(hasData ? 'shown' : 'empty');
  };
  const applyDetails = (text) => {
    const details = JSON.parse(text);
    const { token_expires_at: expiry, welcome = '', moderators_message = '' } = details;
    if (expiry) onEvent('expires', expiry);
    const { number = '', pin = '' } = details.dial_in ?? {};
    panel.setMessages(welcome, moderators_message);
    const { code, moderator_link, attendee_link } = details;
    const isValid = panel.setDetails(code, moderator_link, attendee_link, number, pin);
    hasData ||= isValid;
    return isValid;
  };
  /** Handles a response; returns the pause before the next request, or nothing if the page has to provide a
   * new token first. */
  const handleResponse = ([status, newTag, text], credentials) => {
    if (status === OK) {
      try {
        // A response that could not be read is not cached, so that the next one comes in full.
        if (applyDetails(text)) {
          endedPolls = 0;
          tag = newTag ?? undefined;
          cache.set(getCredentials, { credentials, tag, text });
        }
      } catch {
        panel.setStatus(UNREADABLE);
      }
      return PAUSE_MS;
    }
    if (panel.setStatus(status)) return PAUSE_MS;
    hasData = false;
    tag = undefined;
    cache.delete(getCredentials);
    // A meeting that seems over may be about to start.
    endedPolls += 1;
    return status === ENDED && endedPolls < MAX_ENDED_POLLS ? LONG_PAUSE_MS : undefined;
  };
  const refresh = async () => {
    clearTimeout(timer);
    // A hidden page requests the details once it is visible.
    if (document.hidden) return;
    lastRequest += 1;
    const request = lastRequest;
    const credentials = getCredentials();
    const response = await fetchDetails(credentials, tag).catch(() => [0]);
    if (request !== lastRequest) return;
    const pause = handleResponse(response, credentials);
    if (pause) timer = setTimeout(refresh, pause);
    if (response[0] === REFUSED) onEvent('refused');
    // Last, as the handler may call `free()`.
    reportState();
  };
  const copied = ({ target }) => onEvent('copied', target.closest('[data-datum]')?.dataset.datum);
  container.addEventListener('copied', copied);
  const last = cache.get(getCredentials);
  if (last) {
    clearTimeout(last.timer);
    if (isSame(last.credentials, getCredentials()) && applyDetails(last.text)) {
      tag = last.tag;
      reportState();
    }
  }
  const onVisibility = () => {
    endedPolls = 0;
    refresh();
  };
  document.addEventListener('visibilitychange', onVisibility);
  refresh();
  return {
    refresh,
    /** Changes the language once its texts are loaded; if that fails, it stays. */
    async setLanguage(next) {
      if (next === wantedLanguage) return;
      wantedLanguage = next;
      try {
        await loadTexts(next);
      } catch {
        if (wantedLanguage === next) wantedLanguage = undefined;
      }
      if (wantedLanguage !== next || isFreed) return;
      panel.setTexts(textsFor(next));
      container.lang = next;
    },
    free() {
      isFreed = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
      lastRequest += 1;
      container.removeEventListener('copied', copied);
      panel.free();
      const last = cache.get(getCredentials);
      // No closure: a waiting one would keep the whole window in memory.
      if (last) last.timer = setTimeout(deleteCached, CACHED_MS, getCredentials);
    },
  };
}
