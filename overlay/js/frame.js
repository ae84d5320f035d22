// A page of the portal's that shows the details: in a frame, where the page around it has a token for them,
// or by itself, where the token stands in its address.

import { base } from './base.js';
import { make } from './make.js';
import { loadPanel } from './panel.js';
import { readFragment } from './permission.js';
import { spokenOf, wordsIn } from './words.js';

const content = (name) => document.querySelector(`meta[name=${name}]`)?.content ?? '';
/** The origins of pages that may hold this one: the same list as in its Content-Security-Policy. */
const origins = content('parvis-frames').split(' ');
const root = document.documentElement;
const heading = document.querySelector('h2');
const place = document.querySelector('.session');
const isAlone = parent === window;
const inAddress = readFragment(location.hash.slice(1));

let language;
let around;
let token;
let panel;
let isLoading = false;
const post = (message) => around && parent.postMessage(message, around);
const tell = (event, value) => post({ type: 'parvis-tell', event, value });

/** Language and scheme, as the page around wants them: in the address, or told later. */
function dress({ lang, theme }) {
  language = spokenOf(lang, navigator.language);
  const { title } = wordsIn(language);
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
  const { loading, failed, retry } = wordsIn(language);
  place.replaceChildren(make('p', {}, loading));
  try {
    const { show, sheet } = await loadPanel();
    document.adoptedStyleSheets = [sheet];
    place.replaceChildren();
    panel = show(place, language, right, tell);
  } catch {
    const told = make('p', {}, failed);
    told.setAttribute('role', 'alert');
    const again = make('button', { className: 'fr-btn', onclick: showDetails }, retry);
    place.replaceChildren(told, again);
  }
  isLoading = false;
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
  if (data.lang) dress(data);
  showDetails();
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') post({ type: 'parvis-close' });
});
dress(inAddress);
// Nothing in it is a secret, and who is around is not known yet.
if (isAlone) standAlone();
else parent.postMessage({ type: 'parvis-ready' }, '*');
