// Page of the portal that shows the session details: in a frame, with the token from the surrounding page; or
// by itself, with the token from the fragment of its address.

import { base } from './base.js';
import { make } from './make.js';
import { loadPanel } from './panel.js';
import { readFragment } from './permission.js';
import { failure, languageFrom, windowTexts } from './texts.js';

const content = (name) => document.querySelector(`meta[name=${name}]`)?.content ?? '';
/** The origins that may embed this page: the same list as in its Content-Security-Policy. */
const origins = content('parvis-frames').split(' ');
const root = document.documentElement;
const heading = document.querySelector('h2');
heading.tabIndex = -1;
const place = document.querySelector('.session');
const isAlone = parent === window;
const inAddress = readFragment(location.hash.slice(1));

let language;
let around;
let token;
let panel;
let isLoading = false;
let wished = {};
/** The timer that repeats the message `parvis-ready` until the surrounding page has replied. */
let hello;
let unheard = 0;
const HELLO_MS = 1_000;
/** The number of messages without a reply after which an error is shown. */
const MOST_UNHEARD = 15;
const post = (message) => around && parent.postMessage(message, around);
const tell = (event, value) => post({ type: 'parvis-tell', event, value });

/** Applies the language and the theme that the surrounding page wants: from the address, or from a later
 * message, each on its own. */
function dress(wish) {
  wished = { ...wished, ...wish };
  const { lang, theme } = wished;
  language = languageFrom(lang, navigator.language);
  const [title] = windowTexts(language);
  root.lang = language;
  document.title = title;
  heading.textContent = title;
  const scheme = ['light', 'dark'].find((known) => known === theme);
  if (scheme) root.setAttribute('theme', scheme);
  else root.removeAttribute('theme');
  panel?.speak(language);
}

/** The address of the API is the page's own, never one from a message or a link: its response would be
 * trusted. */
const right = () => ({ api: content('parvis-api') || base, token });

async function showDetails() {
  if (panel) {
    panel.askNow();
    return;
  }
  // A token that comes while the panel is loading is used once it has loaded.
  if (isLoading) return;
  isLoading = true;
  const used = language;
  place.replaceChildren('…');
  try {
    const { show, sheet } = await loadPanel(used);
    document.adoptedStyleSheets = [sheet];
    place.replaceChildren();
    panel = show(place, used, right, tell);
    // The language may have changed while loading.
    panel.speak(language);
  } catch {
    tellFailure(() => {
      // The button that was pressed is about to be removed.
      heading.focus();
      showDetails();
    });
  }
  isLoading = false;
}

/** Shows that nothing could be loaded, with a button to try again. */
function tellFailure(onclick) {
  place.replaceChildren(...failure({ className: 'fr-btn', onclick }));
}

/** Shows the details without a surrounding page, under the name of the service. */
function standAlone() {
  heading.className = '';
  document.body.className = 'alone';
  const service = make('header', {}, make('h1', {}, content('application-name')));
  document.body.replaceChildren(service, make('main', {}, heading, place));
  token = inAddress.token;
  // Another link of this page was opened.
  addEventListener('hashchange', () => location.reload());
  showDetails();
}

addEventListener('message', ({ source, origin, data }) => {
  if (isAlone || source !== parent || !origins.includes(origin)) return;
  if (data?.type !== 'parvis-token') return;
  around = origin;
  token = data.token;
  clearInterval(hello);
  const { lang = wished.lang, theme = wished.theme } = data;
  dress({ lang, theme });
  showDetails();
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') post({ type: 'parvis-close' });
});
dress(inAddress);
// The origin of the surrounding page is not known yet, and the message holds no secret. It is repeated, as
// that page may listen later.
const sayHello = () => parent.postMessage({ type: 'parvis-ready' }, '*');
if (isAlone) standAlone();
else {
  sayHello();
  hello = setInterval(() => {
    sayHello();
    unheard += 1;
    if (unheard === MOST_UNHEARD) tellFailure(() => location.reload());
  }, HELLO_MS);
}
