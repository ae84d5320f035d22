// Shows the details in an element, and asks for them again and again while they are shown. It is bundled
// with what wasm-bindgen writes for the wasm, and fetched with it.

import run, { Panel } from 'wasm-of-session';

export { run };

/** What was renewed on the portal is seen within two seconds. */
const PAUSE_MS = 1_500;
const OK = 200;

/** Shows them in `place` until `free()` is called. `ask(tag)` answers `[status, tag, text]`; `tell` is told
 * which datum was copied (`copied`), until when the page may ask (`expires`), and that it may not
 * (`refused`). */
export function show(place, language, ask, tell) {
  const panel = new Panel(place, language);
  let tag;
  let timer;
  // A late answer to an old question says nothing.
  let question = 0;

  const take = (text) => {
    const { code, moderator_link, attendee_link, dial_in, token_expires_at } = JSON.parse(text);
    if (token_expires_at) tell('expires', token_expires_at);
    const { number = '', pin = '' } = dial_in ?? {};
    return panel.take(code, moderator_link, attendee_link, number, pin);
  };
  const hear = ([status, itsTag, text]) => {
    if (status !== OK) return panel.fail(status);
    tag = itsTag ?? undefined;
    try {
      return take(text);
    } catch {
      return panel.fail(500);
    }
  };
  const askNow = async () => {
    clearTimeout(timer);
    question += 1;
    const own = question;
    const answer = await ask(tag).catch(() => [0]);
    if (own !== question) return;
    if (hear(answer)) timer = setTimeout(askNow, PAUSE_MS);
    else {
      tag = undefined;
      if (answer[0] === 401) tell('refused');
    }
  };
  const copied = ({ target }) => tell('copied', target.closest('[data-datum]')?.dataset.datum);
  place.addEventListener('copied', copied);
  askNow();
  return {
    askNow,
    speak: (other) => panel.speak(other),
    free() {
      clearTimeout(timer);
      question += 1;
      place.removeEventListener('copied', copied);
      panel.free();
    },
  };
}
