// The other way: a page that may run no wasm shows the details in a frame of the portal's. The two talk
// by messages, each checking who it talks to.

import { make } from './make.js';

/** How long the frame may take before it is said that it does not come. */
const PATIENCE_MS = 15_000;

/** A frame for the details. `talk` says what it needs: `hello()` what it is told when it is ready,
 * `ask(tag)` the data, `tell(event, value)` what it tells, `close()`, and `fail()` when it does not come. */
export function frameLink(base, title, parameters, talk) {
  const src = new URL('session-details.html', base);
  src.hash = new URLSearchParams(parameters);
  const frame = make('iframe', { src: src.href, title, allow: 'clipboard-write' });
  const timer = setTimeout(talk.fail, PATIENCE_MS);
  const post = (message) => frame.contentWindow?.postMessage(message, base.origin);
  const greet = () => post({ type: 'parvis-token', ...talk.hello() });
  const hear = async ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== base.origin) return;
    if (data.type === 'parvis-ready') {
      clearTimeout(timer);
      greet();
    } else if (data.type === 'parvis-ask') {
      const answer = await talk.ask(data.tag).catch(() => [0]);
      post({ type: 'parvis-answer', id: data.id, answer });
    } else if (data.type === 'parvis-tell') talk.tell(data.event, data.value);
    else if (data.type === 'parvis-close') talk.close();
  };
  addEventListener('message', hear);
  return {
    frame,
    askNow: greet,
    free() {
      clearTimeout(timer);
      removeEventListener('message', hear);
    },
  };
}
