// The page of the frame: shows the details that the page around it has a token for, or fetches for it.

import { base } from './base.js';
import { make } from './make.js';
import { loadPanel } from './panel.js';
import { spokenOf, wordsIn } from './words.js';

const TOO_LONG_MS = 10_000;
const content = (name) => document.querySelector(`meta[name=${name}]`)?.content ?? '';
/** The origins of pages that may hold this one: the same list as in its Content-Security-Policy. */
const origins = content('parvis-frames').split(' ');
const root = document.documentElement;
const place = document.querySelector('.session');

let language;
let around;
let token;
let panel;
let isLoading = false;
let questions = 0;
const waiting = new Map();
const post = (message) => parent.postMessage(message, around);
const tell = (event, value) => post({ type: 'parvis-tell', event, value });

/** Language and scheme, as the page around wants them: in the address, or told later. */
function dress({ lang, theme }) {
  language = spokenOf(lang, navigator.language);
  const { title } = wordsIn(language);
  root.lang = language;
  document.title = title;
  document.querySelector('h2').textContent = title;
  const scheme = ['light', 'dark'].find((known) => known === theme);
  if (scheme) root.setAttribute('theme', scheme);
  else root.removeAttribute('theme');
  panel?.speak(language);
}

const right = () => (token ? { api: content('parvis-api') || base, token } : { relay: askAround });

/** The page around has another way to the data than a token; or none, and then it does not answer. */
function askAround(tag) {
  const id = ++questions;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    setTimeout(() => hear(id, [401]), TOO_LONG_MS);
    post({ type: 'parvis-ask', id, tag });
  });
}

function hear(id, answer) {
  waiting.get(id)?.(answer);
  waiting.delete(id);
}

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

addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || !origins.includes(origin)) return;
  if (data?.type === 'parvis-token') {
    around = origin;
    token = data.token;
    if (data.lang) dress(data);
    showDetails();
  } else if (data?.type === 'parvis-answer') hear(data.id, data.answer);
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && around) post({ type: 'parvis-close' });
});
dress(Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
// Nothing in it is a secret, and who is around is not known yet.
parent.postMessage({ type: 'parvis-ready' }, '*');
