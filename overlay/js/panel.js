// The wasm that shows the details: fetched once for the page, when somebody is about to open them.

import { base } from './base.js';

/** The names of the script, the wasm, the style sheet and the way by a frame: the build writes them
 * here. */
const FILES = __PARVIS_PANEL__;
const [SCRIPT, WASM, STYLE, FRAME] = FILES.map((file) => new URL(file, base).href);

/** The smallest of all wasm modules. */
const SMALLEST = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

let may;

/** Whether this page may run any: its Content-Security-Policy may forbid it. Tried once, as the policy may
 * have each breach reported. */
export function mayRunWasm() {
  try {
    may ??= !!new WebAssembly.Module(SMALLEST);
  } catch {
    may = false;
  }
  return may;
}

let panel;
/** A browser may keep a script that did not arrive: each time it is another. */
let tries = 0;
const again = (script) => (tries++ > 0 ? `${script}?${tries}` : script);

/** `show`, with texts in this language, and the style of what it shows. Fetched anew after it has failed. */
export async function loadPanel(language) {
  panel ??= fetchPanel(language).catch((error) => {
    panel = undefined;
    throw error;
  });
  const { loadTexts, show, sheet } = await panel;
  await loadTexts(language);
  return { show, sheet };
}

async function fetchPanel(language) {
  const module_or_path = fetch(WASM);
  const style = fetch(STYLE).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)));
  // Whichever fails first is told below; the others fail unheard.
  for (const other of [module_or_path, style]) other.catch(() => {});
  const { loadTexts, run, show } = await import(again(SCRIPT));
  await Promise.all([run({ module_or_path }), loadTexts(language)]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await style);
  return { loadTexts, show, sheet };
}

/** The other way to show them, for pages that may run no wasm. */
export const loadFrameLink = () => import(again(FRAME));
