// Texts that are shown before any file with texts is loaded.

import { make } from './make.js';

/** By language: the window's title, and how it is closed. The build takes them from locales/. */
const WINDOW = __PARVIS_WINDOW__;

/** An element that says the same in French and English: no file came, and so no texts of the person's language. */
const bilingual = (name, properties, french, english) =>
  make(name, { ...properties, lang: 'fr' }, french, ' – ', make('span', { lang: 'en' }, english));

/** That there is nothing to show, and a button to try again. */
export const failure = (properties) => [
  bilingual('p', { role: 'alert' }, 'Échec du chargement.', 'Loading failed.'),
  bilingual('button', properties, 'Réessayer', 'Try again'),
];

/** The first of the languages that has texts, else French. */
export const languageFrom = (...tags) =>
  tags.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => tag in WINDOW) ?? 'fr';

/** The element's language, else the page's, else the browser's. */
export const languageOf = (element) =>
  languageFrom(element.getAttribute('lang'), document.documentElement.lang, navigator.language);

export const windowTexts = (language) => WINDOW[language];
