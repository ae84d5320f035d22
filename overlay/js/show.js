// Shows the details in an element, and asks for them again and again while they are shown. It is bundled
// with what wasm-bindgen writes for the wasm, and fetched with it.

import run, { Panel } from 'wasm-of-session';
import { ask } from './ask.js';
import { loadTexts, textsFor } from './details-texts.js';

export { loadTexts, run };

/** What was renewed on the portal is seen within two seconds. */
const PAUSE_MS = 1_500;
const LONG_PAUSE_MS = 10_000;
const OK = 200;
const REFUSED = 401;
const OVER = 410;
/** How often it is asked whether a meeting that is over has begun anew, before the page is looked at again. */
const MOST_OVER = 30;
/** Stands for an answer that is not what the service gives. */
const UNREADABLE = 500;
/** For so long after the window was closed, it opens with what it last showed, while that is asked for
 * anew: a network's delay is seen at the first opening alone. */
const KEPT_MS = 60_000;

/** What was last shown, by the right that it was asked for with: `{ by, tag, text }`. */
const kept = new WeakMap();

/** Whether a page asks by the same as before. */
const isSame = (one, other) => one.api === other.api && one.token === other.token;

const forget = (right) => kept.delete(right);

/** Shows them in `place` until `free()` is called, in a language whose texts are loaded. `right()` says by what right they are asked for (see
 * `ask`); `tell` is told that there are details (`shown`) or none (`empty`), which datum was copied
 * (`copied`), until when the page may ask (`expires`), and that it may not (`refused`). */
export function show(place, language, right, tell) {
  place.lang = language;
  const panel = new Panel(place, textsFor(language));
  let tag;
  let timer;
  // A late answer to an old question says nothing.
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
  /** Tells after how long to ask again: never, where the page has to bring another right first. */
  const hear = ([status, itsTag, text], by) => {
    if (status === OK) {
      try {
        // Kept once it was understood: what was not is asked for again as if for the first time.
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
    // One that seems over may be about to begin.
    over += 1;
    return status === OVER && over < MOST_OVER ? LONG_PAUSE_MS : undefined;
  };
  const askNow = async () => {
    clearTimeout(timer);
    // A page that nobody sees asks once it is seen.
    if (document.hidden) return;
    question += 1;
    const own = question;
    const by = right();
    const answer = await ask(by, tag).catch(() => [0]);
    if (own !== question) return;
    const pause = hear(answer, by);
    if (pause) timer = setTimeout(askNow, pause);
    if (answer[0] === REFUSED) tell('refused');
    // Last, as whoever hears of it may free all this.
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
    /** Changes the language once its texts are there; where they do not come, it stays. */
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
      // No closure: one that waits would hold the whole window for as long.
      if (last) last.timer = setTimeout(forget, KEPT_MS, right);
    },
  };
}
