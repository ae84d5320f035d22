// The page of the frame: shows the details that the page around it has a token for, or fetches them for it.

import { base } from './base.js';
import { loadPanel } from './panel.js';

const TOO_LONG_MS = 10_000;
const content = (name) => document.querySelector(`meta[name=${name}]`)?.content ?? '';
/** The origins of pages that may hold this one: the same list as in its Content-Security-Policy. */
const origins = content('parvis-frames').split(' ');
const parameters = new URLSearchParams(location.hash.slice(1));
const language = parameters.get('lang') ?? 'fr';
const root = document.documentElement;
root.lang = language;
const theme = ['light', 'dark'].find((known) => known === parameters.get('theme'));
if (theme) root.setAttribute('theme', theme);

let around;
let token;
let panel;
let questions = 0;
const waiting = new Map();
const post = (message) => parent.postMessage(message, around);
const tell = (event, value) => post({ type: 'parvis-tell', event, value });

const ask = async (tag) => {
  if (token) return fromApi(tag);
  // The page around has another way to the data than a token.
  const id = ++questions;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    post({ type: 'parvis-ask', id, tag });
  });
};

async function fromApi(tag) {
  const answer = await fetch(new URL('/api/v1/session', content('parvis-api') || base), {
    headers: { authorization: `Bearer ${token}`, ...(tag && { 'if-none-match': tag }) },
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(TOO_LONG_MS),
  });
  return [answer.status, answer.headers.get('etag'), await answer.text()];
}

async function showDetails() {
  const { show, sheet } = await loadPanel();
  document.adoptedStyleSheets = [sheet];
  if (panel) panel.askNow();
  else panel = show(document.querySelector('.session'), language, ask, tell);
}

addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || !origins.includes(origin)) return;
  if (data.type === 'parvis-token') {
    around = origin;
    token = data.token;
    showDetails();
  } else if (data.type === 'parvis-answer') {
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  }
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && around) post({ type: 'parvis-close' });
});
// Nothing in it is a secret, and who is around is not known yet.
parent.postMessage({ type: 'parvis-ready' }, '*');
