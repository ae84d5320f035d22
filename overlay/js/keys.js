// While the window is open, what is typed is not for the page under it, whose keys mute and hang up.

const EVENTS = ['keypress', 'copy', 'cut', 'paste'];
let holders = 0;
/** The keys that were pressed for the window, and not let go yet. */
const held = new Set();
const stop = (event) => event.stopImmediatePropagation();
const press = (event) => {
  held.add(event.code);
  stop(event);
};
// Letting go belongs to pressing: a page that speaks while a key is down hears it go up, and one that
// acts when it goes up hears nothing of the key that closed the window.
const letGo = (event) => {
  if (held.delete(event.code)) stop(event);
};
let listens = false;

/** Keeps keys and copying from the page until the answer is called. The browser goes on doing what it
 * does with them: it types, presses buttons, closes dialogs and copies. */
export function holdKeys() {
  if (!listens) {
    addEventListener('keyup', letGo, true);
    // What goes up in another window goes up unheard.
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
