// What is said before the wasm is there.

const WORDS = {
  fr: {
    title: 'Détails de la session',
    close: 'Fermer',
    loading: 'Chargement en cours…',
    failed: 'Échec du chargement. Vérifiez votre connexion, puis réessayez.',
    retry: 'Réessayer',
  },
  en: {
    title: 'Session details',
    close: 'Close',
    loading: 'Loading…',
    failed: 'Loading failed. Check your connection, then try again.',
    retry: 'Try again',
  },
};

/** The first of the languages that we speak; French at last. */
export const spokenOf = (...tags) =>
  tags.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => tag in WORDS) ?? 'fr';

/** The element's language, else the page's, else the browser's. */
export const languageOf = (element) =>
  spokenOf(element.getAttribute('lang'), document.documentElement.lang, navigator.language);

export const wordsIn = (language) => WORDS[language];
