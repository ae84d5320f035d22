// The texts that are shown before any file with texts is there.

/** By language: the window's title, and how it is closed. The build takes them from locales/. */
const WINDOW = __PARVIS_WINDOW__;

/** What is said where no file comes, and so no texts of the person's language. */
export const FAILED =
  'Échec du chargement. Vérifiez votre connexion. – Loading failed. Check your connection.';
export const RETRY = 'Réessayer – Try again';

/** The first of the languages that there are texts in; French at last. */
export const languageFrom = (...tags) =>
  tags.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => tag in WINDOW) ?? 'fr';

/** The element's language, else the page's, else the browser's. */
export const languageOf = (element) =>
  languageFrom(element.getAttribute('lang'), document.documentElement.lang, navigator.language);

export const windowTexts = (language) => WINDOW[language];
