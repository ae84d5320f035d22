// Texts of the details: one file for each language, fetched in parallel with the wasm.

/** The folder with the files, relative to this script; inserted by the build. */
const FOLDER = __PARVIS_TEXTS__;
const loaded = {};

/** Loads the texts of a language. A failed load is repeated at the next call. */
export async function loadTexts(language) {
  if (language in loaded) return;
  const answer = await fetch(new URL(`${FOLDER}/${language}.txt`, import.meta.url));
  if (!answer.ok) throw answer;
  loaded[language] = await answer.text();
}

/** The loaded texts of a language, as the wasm takes them. */
export const textsIn = (language) => loaded[language];
