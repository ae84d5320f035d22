// The element in a conference client whose title opens a dialog of its own: if the element has nothing to
// show, it opens that dialog.

import { define } from './element.js';

const TITLE = '#presentationTitle';
/** How long the window stays open without content. */
const CONTENT_TIMEOUT_MS = 5_000;

/** The client's dark theme uses DarkReader, which sets an attribute on the root element. */
const theme = () =>
  document.documentElement.getAttribute('data-darkreader-scheme') === 'dark' ? 'dark' : 'light';

/** Clicks the title, as a person without the plug-in does. */
function clickTitle() {
  const title = document.querySelector(TITLE);
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  (title?.firstElementChild ?? title)?.dispatchEvent(click);
}

/** Creates the element; it is not in the page yet. If it has nothing to show, it closes, and the click goes
 * to the client. */
export function conferenceElement() {
  define();
  const element = document.createElement('parvis-session-details');
  element.setAttribute('anchor', TITLE);
  const openClientDialog = () => {
    element.close();
    element.removeAttribute('anchor');
    clickTitle();
    element.setAttribute('anchor', TITLE);
  };
  let timer;
  const stopTimer = () => clearTimeout(timer);
  element.addEventListener('parvis-open', () => {
    element.setAttribute('theme', theme());
    timer = setTimeout(openClientDialog, CONTENT_TIMEOUT_MS);
  });
  element.addEventListener('parvis-shown', stopTimer);
  element.addEventListener('parvis-close', stopTimer);
  element.addEventListener('parvis-empty', openClientDialog);
  return element;
}
