// What is said before the wasm is there.

const WORDS = {
  fr: {
    title: 'Détails de la session',
    close: 'Fermer',
    loading: 'Chargement en cours…',
    failed:
      "Les détails n'ont pas pu être chargés. Vérifiez votre connexion à internet, puis réessayez.",
    retry: 'Réessayer',
  },
  en: {
    title: 'Session details',
    close: 'Close',
    loading: 'Loading…',
    failed: 'The details could not be loaded. Check your internet connection, then try again.',
    retry: 'Try again',
  },
};

/** The first of the languages that we speak: the element's, the page's, the browser's; French at last. */
export function languageOf(element) {
  const tags = [element.getAttribute('lang'), document.documentElement.lang, navigator.language];
  return tags.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => tag in WORDS) ?? 'fr';
}

export const wordsIn = (language) => WORDS[language];
