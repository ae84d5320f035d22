// The element in a conference client whose title opens a dialog of its own: if the element has nothing to
// show, it opens that dialog.

import { define } from './element.js';

const TITLE = '#presentationTitle';
/** How long the window stays open without content. */
const PATIENCE_MS = 5_000;

/** The client's dark theme uses DarkReader, which sets an attribute on the root element. */
const theme = () =>
  document.documentElement.getAttribute('data-darkreader-scheme') === 'dark' ? 'dark' : 'light';

/** Clicks the title, as a person without the plug-in does. */
function pressTitle() {
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
