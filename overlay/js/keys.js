// Keyboard events: while the window is open, the page below does not get them, because its shortcuts mute and
// hang up.

const EVENTS = ['keypress', 'copy', 'cut', 'paste'];
let blockers = 0;
/** The keys that were pressed while the window was open, and are not released yet. */
const pressedKeys = new Set();
const stop = (event) => event.stopImmediatePropagation();
const onKeyDown = (event) => {
  pressedKeys.add(event.code);
  stop(event);
};
// A `keyup` belongs to its `keydown`: a page that has seen a key go down sees it go up (push-to-talk), and a
// page that acts on `keyup` does not see that of the key that closed the window.
const onKeyUp = (event) => {
  if (pressedKeys.delete(event.code)) stop(event);
};
let isListening = false;

/** Stops keyboard and clipboard events before the page's listeners, until the returned function is called.
 * The browser's own actions remain: typing, pressing buttons, closing dialogs, copying. */
export function blockKeys() {
  if (!isListening) {
    addEventListener('keyup', onKeyUp, true);
    // Keys that are released while another window has the focus dispatch no `keyup` here.
    addEventListener('blur', () => pressedKeys.clear());
  }
  isListening = true;
  if (blockers++ === 0) {
    addEventListener('keydown', onKeyDown, true);
    for (const name of EVENTS) addEventListener(name, stop, true);
  }
  return () => {
    if (--blockers > 0) return;
    removeEventListener('keydown', onKeyDown, true);
    for (const name of EVENTS) removeEventListener(name, stop, true);
  };
}
