// Shows the details in an element, and polls for changes while they are shown. Bundled with the script that
// wasm-bindgen generates for the wasm, and loaded with it.

import run, { Panel } from 'wasm-of-session';
import { ask } from './ask.js';
import { loadTexts, textsFor } from './details-texts.js';

export { loadTexts, run };

/** The pause between polls: renewed data appear within two seconds. */
const PAUSE_MS = 1_500;
const LONG_PAUSE_MS = 10_000;
const OK = 200;
const REFUSED = 401;
const OVER = 410;
/** How often an ended meeting is polled, in case it starts again, until the page becomes visible again. */
const MOST_OVER = 30;
/** The status for a response that the service does not send. */
const UNREADABLE = 500;
/** How long the last response is cached after the window was closed. Opening the window shows it at once, and
 * requests the details again. */
const KEPT_MS = 60_000;

/** The last response, by the function that returned its token: `{ by, tag, text }`. */
const kept = new WeakMap();

/** Whether two requests have the same address and token. */
const isSame = (one, other) => one.api === other.api && one.token === other.token;

const forget = (right) => kept.delete(right);

/** Shows the details in `place` until `free()` is called, in a language whose texts are loaded. `right()`
 * returns the address and the token (see `ask`). `tell` gets the events: there are details (`shown`) or none
 * (`empty`), an item was copied (`copied`), the token expires (`expires`), or it was refused (`refused`). */
export function show(place, language, right, tell) {
  place.lang = language;
  const panel = new Panel(place, textsFor(language));
  let tag;
  let timer;
  // Responses to former requests are ignored.
  let question = 0;
  let hasData = false;
  let told;
  let over = 0;
  let spoken = language;
  let isFree = false;

  const tellState = () => {
    if (told === hasData) return;
    told = hasData;
    tell(hasData ? 'shown' : 'empty');
  };
  const take = (text) => {
    const details = JSON.parse(text);
    const { token_expires_at: expiry, welcome = '', moderators_message = '' } = details;
    if (expiry) tell('expires', expiry);
    const { number = '', pin = '' } = details.dial_in ?? {};
    panel.say(welcome, moderators_message);
    const { code, moderator_link, attendee_link } = details;
    const isTaken = panel.take(code, moderator_link, attendee_link, number, pin);
    hasData ||= isTaken;
    return isTaken;
  };
  /** Handles a response; returns the pause before the next request, or nothing if the page has to provide a
   * new token first. */
  const hear = ([status, itsTag, text], by) => {
    if (status === OK) {
      try {
        // A response that could not be read is not cached, so that the next one comes in full.
        if (take(text)) {
          over = 0;
          tag = itsTag ?? undefined;
          kept.set(right, { by, tag, text });
        }
      } catch {
        panel.fail(UNREADABLE);
      }
      return PAUSE_MS;
    }
    if (panel.fail(status)) return PAUSE_MS;
    hasData = false;
    tag = undefined;
    kept.delete(right);
    // A meeting that seems over may be about to start.
    over += 1;
    return status === OVER && over < MOST_OVER ? LONG_PAUSE_MS : undefined;
  };
  const askNow = async () => {
    clearTimeout(timer);
    // A hidden page requests the details once it is visible.
    if (document.hidden) return;
    question += 1;
    const own = question;
    const by = right();
    const answer = await ask(by, tag).catch(() => [0]);
    if (own !== question) return;
    const pause = hear(answer, by);
    if (pause) timer = setTimeout(askNow, pause);
    if (answer[0] === REFUSED) tell('refused');
    // Last, as the handler may call `free()`.
    tellState();
  };
  const copied = ({ target }) => tell('copied', target.closest('[data-datum]')?.dataset.datum);
  place.addEventListener('copied', copied);
  const last = kept.get(right);
  if (last) {
    clearTimeout(last.timer);
    if (isSame(last.by, right()) && take(last.text)) {
      tag = last.tag;
      tellState();
    }
  }
  const see = () => {
    over = 0;
    askNow();
  };
  document.addEventListener('visibilitychange', see);
  askNow();
  return {
    askNow,
    /** Changes the language once its texts are loaded; if that fails, it stays. */
    async speak(other) {
      if (other === spoken) return;
      spoken = other;
      try {
        await loadTexts(other);
      } catch {
        if (spoken === other) spoken = undefined;
      }
      if (spoken !== other || isFree) return;
      panel.speak(textsFor(other));
      place.lang = other;
    },
    free() {
      isFree = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', see);
      question += 1;
      place.removeEventListener('copied', copied);
      panel.free();
      const last = kept.get(right);
      // No closure: a waiting one would keep the whole window in memory.
      if (last) last.timer = setTimeout(forget, KEPT_MS, right);
    },
  };
}
