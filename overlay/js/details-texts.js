// The texts of the details, one file a language: fetched beside the wasm.

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

/** The texts of a language that is loaded, as the wasm takes them. */
export const textsIn = (language) => loaded[language];
