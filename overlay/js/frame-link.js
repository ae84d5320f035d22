// Fallback for pages that may not run wasm: shows the details in a frame of the portal. The element and the
// frame exchange messages, and each checks the origin and the sender of a message.

import { make } from './make.js';

/** How long the frame may take to load before an error is shown. */
const LOAD_TIMEOUT_MS = 15_000;

/** Creates a frame for the details. Of the callbacks, `getCredentials()` returns the address and the token, and
 * `getSettings()` the language and the theme; `onEvent(event, value)` handles the frame's events, `onClose()`
 * closes the window, and `onFailure()` is called if the frame does not load. */
export function frameLink(base, title, callbacks) {
  const { href } = new URL('session-details.html', base);
  const frame = make('iframe', { src: href, title, allow: 'clipboard-write' });
  Object.assign(frame.style, {
    display: 'block',
    width: '100%',
    height: 'min(36em, 70dvh)',
    border: 0,
  });
  const timer = setTimeout(callbacks.onFailure, LOAD_TIMEOUT_MS);
  const sendToken = () => {
    const message = {
      type: 'parvis-token',
      token: callbacks.getCredentials().token,
      ...callbacks.getSettings(),
    };
    frame.contentWindow?.postMessage(message, base.origin);
  };
  const onMessage = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== base.origin) return;
    if (data?.type === 'parvis-ready') {
      clearTimeout(timer);
      sendToken();
    } else if (data?.type === 'parvis-tell') callbacks.onEvent(data.event, data.value);
    else if (data?.type === 'parvis-close') callbacks.onClose();
  };
  addEventListener('message', onMessage);
  return {
    frame,
    refresh: sendToken,
    free() {
      clearTimeout(timer);
      removeEventListener('message', onMessage);
    },
  };
}
