// Page of the portal that shows the session details: in a frame, with the token from the surrounding page; or
// by itself, with the token from the fragment of its address.

import { base } from './base.js';
import { readFragment } from './credentials.js';
import { make } from './make.js';
import { loadPanel } from './panel.js';
import { failure, languageFrom, windowTexts } from './texts.js';

const content = (name) => document.querySelector(`meta[name=${name}]`)?.content ?? '';
/** The origins that may embed this page: the same list as in its Content-Security-Policy. */
const origins = content('parvis-frames').split(' ');
const root = document.documentElement;
const heading = document.querySelector('h2');
heading.tabIndex = -1;
const container = document.querySelector('.session');
const isStandalone = parent === window;
const addressSettings = readFragment(location.hash.slice(1));

let language;
let embedderOrigin;
let token;
let panel;
let isLoading = false;
let settings = {};
/** The timer that repeats the message `parvis-ready` until the surrounding page has replied. */
let readyTimer;
let unanswered = 0;
const READY_INTERVAL_MS = 1_000;
/** The number of messages without a reply after which an error is shown. */
const MAX_UNANSWERED = 15;
const post = (message) => embedderOrigin && parent.postMessage(message, embedderOrigin);
const postEvent = (event, value) => post({ type: 'parvis-tell', event, value });

/** Applies the language and the theme that the surrounding page wants: from the address, or from a later
 * message, each on its own. */
function applySettings(changes) {
  settings = { ...settings, ...changes };
  const { lang, theme } = settings;
  language = languageFrom(lang, navigator.language);
  const [title] = windowTexts(language);
  root.lang = language;
  document.title = title;
  heading.textContent = title;
  const scheme = ['light', 'dark'].find((known) => known === theme);
  if (scheme) root.setAttribute('theme', scheme);
  else root.removeAttribute('theme');
  panel?.setLanguage(language);
}

/** The address of the API is the page's own, never one from a message or a link: its response would be
 * trusted. */
const getCredentials = () => ({ api: content('parvis-api') || base, token });

async function showDetails() {
  if (panel) {
    panel.refresh();
    return;
  }
  // A token that comes while the panel is loading is used once it has loaded.
  if (isLoading) return;
  isLoading = true;
  const wanted = language;
  container.replaceChildren('…');
  try {
    const { show, sheet } = await loadPanel(wanted);
    document.adoptedStyleSheets = [sheet];
    container.replaceChildren();
    panel = show(container, wanted, getCredentials, postEvent);
    // The language may have changed while loading.
    panel.setLanguage(language);
  } catch {
    showFailure(() => {
      // The button that was pressed is about to be removed.
      heading.focus();
      showDetails();
    });
  }
  isLoading = false;
}

/** Shows that nothing could be loaded, with a button to try again. */
function showFailure(onclick) {
  container.replaceChildren(...failure({ className: 'fr-btn', onclick }));
}

/** Shows the details without a surrounding page, under the name of the service. */
function showStandalone() {
  heading.className = '';
  document.body.className = 'alone';
  const service = make('header', {}, make('h1', {}, content('application-name')));
  document.body.replaceChildren(service, make('main', {}, heading, container));
  token = addressSettings.token;
  // Another link of this page was opened.
  addEventListener('hashchange', () => location.reload());
  showDetails();
}

addEventListener('message', ({ source, origin, data }) => {
  if (isStandalone || source !== parent || !origins.includes(origin)) return;
  if (data?.type !== 'parvis-token') return;
  embedderOrigin = origin;
  token = data.token;
  clearInterval(readyTimer);
  const { lang = settings.lang, theme = settings.theme } = data;
  applySettings({ lang, theme });
  showDetails();
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') post({ type: 'parvis-close' });
});
applySettings(addressSettings);
// The origin of the surrounding page is not known yet, and the message holds no secret. It is repeated, as
// that page may listen later.
const postReady = () => parent.postMessage({ type: 'parvis-ready' }, '*');
if (isStandalone) showStandalone();
else {
  postReady();
  readyTimer = setInterval(() => {
    postReady();
    unanswered += 1;
    if (unanswered === MAX_UNANSWERED) showFailure(() => location.reload());
  }, READY_INTERVAL_MS);
}
