// The element in a conference client that has a dialog of its own behind its title: better than a window of
// ours that says it has nothing.

import { define } from './element.js';

const TITLE = '#presentationTitle';
/** How long the window is open without anything to show. */
const PATIENCE_MS = 5_000;

/** The client's dark theme is DarkReader's, which says so on the root element. */
const theme = () =>
  document.documentElement.getAttribute('data-darkreader-scheme') === 'dark' ? 'dark' : 'light';

/** Presses the title as somebody does who has no plug-in. */
function pressTitle() {
  const title = document.querySelector(TITLE);
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  (title?.firstElementChild ?? title)?.dispatchEvent(click);
}

/** The element, out of the page. Where it has nothing to show, it closes, and the press that has opened it is
 * the client's. */
export function conferenceElement() {
  define();
  const element = document.createElement('parvis-session-details');
  element.setAttribute('anchor', TITLE);
  const giveWay = () => {
    element.close();
    element.removeAttribute('anchor');
    pressTitle();
    element.setAttribute('anchor', TITLE);
  };
  let patience;
  const calm = () => clearTimeout(patience);
  element.addEventListener('parvis-open', () => {
    element.setAttribute('theme', theme());
    patience = setTimeout(giveWay, PATIENCE_MS);
  });
  element.addEventListener('parvis-shown', calm);
  element.addEventListener('parvis-close', calm);
  element.addEventListener('parvis-empty', giveWay);
  return element;
}
