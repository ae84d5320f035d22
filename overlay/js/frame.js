// A page of the portal's that shows the details: in a frame, where the page around it has a token for them,
// or by itself, where the token stands in its address.

import { base } from './base.js';
import { make } from './make.js';
import { loadPanel } from './panel.js';
import { readFragment } from './permission.js';
import { failure, languageFrom, windowTexts } from './texts.js';

const content = (name) => document.querySelector(`meta[name=${name}]`)?.content ?? '';
/** The origins of pages that may hold this one: the same list as in its Content-Security-Policy. */
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
/** Says again and again that the page is there, until the page around has heard it. */
let hello;
let unheard = 0;
const HELLO_MS = 1_000;
/** After so long, nobody is there to hear it. */
const MOST_UNHEARD = 15;
const post = (message) => around && parent.postMessage(message, around);
const tell = (event, value) => post({ type: 'parvis-tell', event, value });

/** Language and scheme, as the page around wants them: in the address, or told later, each by itself. */
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

/** Never at an address that somebody else has given: what it answered would be believed. */
const right = () => ({ api: content('parvis-api') || base, token });

async function showDetails() {
  if (panel) {
    panel.askNow();
    return;
  }
  // What comes meanwhile is asked by as soon as it is there.
  if (isLoading) return;
  isLoading = true;
  const used = language;
  place.replaceChildren('…');
  try {
    const { show, sheet } = await loadPanel(used);
    document.adoptedStyleSheets = [sheet];
    place.replaceChildren();
    panel = show(place, used, right, tell);
    // It may be another by now.
    panel.speak(language);
  } catch {
    tellFailure(() => {
      // The button that was pressed is about to go.
      heading.focus();
      showDetails();
    });
  }
  isLoading = false;
}

/** That there is nothing to show, with a way to try again. */
function tellFailure(onclick) {
  place.replaceChildren(...failure({ className: 'fr-btn', onclick }));
}

/** A page of its own says whose it is. */
function standAlone() {
  heading.className = '';
  document.body.className = 'alone';
  const service = make('header', {}, make('h1', {}, content('application-name')));
  document.body.replaceChildren(service, make('main', {}, heading, place));
  token = inAddress.token;
  // Another link, opened in this page.
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
// Nothing in it is a secret, and who is around is not known yet. The page around may listen later.
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
