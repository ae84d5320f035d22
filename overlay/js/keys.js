// Keyboard events: while the window is open, the page below does not get them, because its shortcuts mute and
// hang up.

const EVENTS = ['keypress', 'copy', 'cut', 'paste'];
let holders = 0;
/** The keys that were pressed while the window was open, and are not released yet. */
const held = new Set();
const stop = (event) => event.stopImmediatePropagation();
const press = (event) => {
  held.add(event.code);
  stop(event);
};
// A `keyup` belongs to its `keydown`: a page that has seen a key go down sees it go up (push-to-talk), and a
// page that acts on `keyup` does not see that of the key that closed the window.
const letGo = (event) => {
  if (held.delete(event.code)) stop(event);
};
let listens = false;

/** Stops keyboard and clipboard events before the page's listeners, until the returned function is called.
 * The browser's own actions remain: typing, pressing buttons, closing dialogs, copying. */
export function holdKeys() {
  if (!listens) {
    addEventListener('keyup', letGo, true);
    // Keys that are released while another window has the focus dispatch no `keyup` here.
    addEventListener('blur', () => held.clear());
  }
  listens = true;
  if (holders++ === 0) {
    addEventListener('keydown', press, true);
    for (const name of EVENTS) addEventListener(name, stop, true);
  }
  return () => {
    if (--holders > 0) return;
    removeEventListener('keydown', press, true);
    for (const name of EVENTS) removeEventListener(name, stop, true);
  };
}
