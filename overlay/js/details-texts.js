// The texts of the details, one file a language: fetched while the wasm is on its way.

/** The folder with the files, relative to this script; inserted by the build. */
const FOLDER = __PARVIS_TEXTS__;
const loaded = {};

/** Loads the texts of a language. A failed load is repeated at the next call. */
export async function loadTexts(language) {
  if (language in loaded) return;
  const response = await fetch(new URL(`${FOLDER}/${language}.txt`, import.meta.url));
  if (!response.ok) throw response;
  loaded[language] = await response.text();
}

let current;

/** The texts of a language that is loaded, as the wasm takes them: nothing where it has them already. */
export function textsFor(language) {
  if (language === current) return undefined;
  current = language;
  return loaded[language];
}
