// The texts of the details, one file a language: fetched while the wasm is on its way.

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

let given;

/** The texts of a language that is loaded, as the wasm takes them: nothing where it has them already. */
export function textsFor(language) {
  if (language === given) return undefined;
  given = language;
  return loaded[language];
}
