// The texts of the details, one file a language: fetched while the wasm is on its way.

/** The folder with the files, beside this script. The build writes it here. */
const FOLDER = __PARVIS_TEXTS__;
const loaded = {};

/** Has the texts of a language there. Fetched anew after it has failed. */
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
