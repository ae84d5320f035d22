// While the window is open, what is typed is not for the page under it, whose keys mute and hang up.

const EVENTS = ['keydown', 'keypress', 'keyup', 'copy', 'cut', 'paste'];
const hold = (event) => event.stopImmediatePropagation();
let holders = 0;

/** Keeps keys and copying from the page until the answer is called. The browser goes on doing what it
 * does with them: it types, presses buttons, closes dialogs and copies. */
export function holdKeys() {
  if (holders++ === 0) for (const name of EVENTS) addEventListener(name, hold, true);
  return () => {
    if (--holders === 0) for (const name of EVENTS) removeEventListener(name, hold, true);
  };
}
