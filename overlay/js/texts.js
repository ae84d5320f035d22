// Texts that are shown before any file with texts is loaded.

/** The title of the window and the text of its close button, by language; inserted by the build from
 * locales/. */
const WINDOW = __PARVIS_WINDOW__;

/** The error if no file could be loaded, and so no texts in the person's language. */
export const FAILED =
  'Échec du chargement. Vérifiez votre connexion. – Loading failed. Check your connection.';
export const RETRY = 'Réessayer – Try again';

/** The first of the languages that has texts, else French. */
export const languageFrom = (...tags) =>
  tags.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => tag in WINDOW) ?? 'fr';

/** The element's language, else the page's, else the browser's. */
export const languageOf = (element) =>
  languageFrom(element.getAttribute('lang'), document.documentElement.lang, navigator.language);

export const windowTexts = (language) => WINDOW[language];
