// Fallback for pages that may not run wasm: shows the details in a frame of the portal. The element and the
// frame exchange messages, and each checks the origin and the sender of a message.

import { make } from './make.js';

/** How long the frame may take to load before an error is shown. */
const PATIENCE_MS = 15_000;

/** Creates a frame for the details. `talk` has the callbacks: `right()` returns the address and the token,
 * `hello()` what else the frame gets once it is ready, `tell(event, value)` handles its events, `close()`
 * closes the window, and `fail()` is called if the frame does not load. */
export function frameLink(base, title, talk) {
  const { href } = new URL('session-details.html', base);
  const frame = make('iframe', { src: href, title, allow: 'clipboard-write' });
  Object.assign(frame.style, {
    display: 'block',
    width: '100%',
    height: 'min(36em, 70dvh)',
    border: 0,
  });
  const timer = setTimeout(talk.fail, PATIENCE_MS);
  const greet = () => {
    const greeting = { type: 'parvis-token', token: talk.right().token, ...talk.hello() };
    frame.contentWindow?.postMessage(greeting, base.origin);
  };
  const hear = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== base.origin) return;
    if (data?.type === 'parvis-ready') {
      clearTimeout(timer);
      greet();
    } else if (data?.type === 'parvis-tell') talk.tell(data.event, data.value);
    else if (data?.type === 'parvis-close') talk.close();
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
