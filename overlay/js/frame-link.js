// The other way: a page that may run no wasm shows the details in a frame of the portal's. The two talk
// by messages, each checking who it talks to.

import { make } from './make.js';

/** How long the frame may take before it is said that it does not come. */
const PATIENCE_MS = 15_000;

/** A frame for the details. `talk` says what it needs: `right()` by what right they are asked for, `hello()`
 * what else it is told when it is ready, `tell(event, value)` what it tells, `close()`, and `fail()` when it
 * does not come. */
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
