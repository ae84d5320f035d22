// Loads the wasm that shows the details, once for the page, when somebody is about to open them.

import { base } from './base.js';

/** The names of the script, the wasm, the style sheet and the script for the frame; inserted by the build. */
const FILES = __PARVIS_PANEL__;
const [SCRIPT, WASM, STYLE, FRAME] = FILES.map((file) => new URL(file, base).href);

/** The smallest valid wasm module. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

let isAllowed;

/** Whether this page may run wasm: its Content-Security-Policy may forbid it. Tried once only, as the policy
 * may report each violation. */
export function mayRunWasm() {
  try {
    isAllowed ??= !!new WebAssembly.Module(EMPTY_MODULE);
  } catch {
    isAllowed = false;
  }
  return isAllowed;
}

let panel;
/** Browsers may cache the failure of an import: a query makes each retry another address. */
let tries = 0;
const retryUrl = (script) => (tries++ > 0 ? `${script}?${tries}` : script);

/** Returns `show`, with the texts of this language loaded, and the style sheet of the panel. A failed load is
 * repeated at the next call. */
export async function loadPanel(language) {
  panel ??= fetchPanel(language).catch((error) => {
    panel = undefined;
    throw error;
  });
  const loaded = await panel;
  await loaded.loadTexts(language);
  return loaded;
}

async function fetchPanel(language) {
  const module_or_path = fetch(WASM);
  const style = fetch(STYLE).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)));
  // The first failure is reported below; the others must not be unhandled rejections.
  for (const other of [module_or_path, style]) other.catch(() => {});
  const { loadTexts, run, show } = await import(retryUrl(SCRIPT));
  await Promise.all([run({ module_or_path }), loadTexts(language)]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await style);
  return { loadTexts, show, sheet };
}

/** The fallback for pages that may not run wasm. */
export const loadFrameLink = () => import(retryUrl(FRAME));
