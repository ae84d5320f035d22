// The wasm that shows the details: fetched once for the page, when somebody is about to open them.

import { base } from './base.js';

/** The names of the script, the wasm, the style sheet and the way by a frame: the build writes them
 * here. */
const FILES = __PARVIS_PANEL__;
const [SCRIPT, WASM, STYLE, FRAME] = FILES.map((file) => new URL(file, base).href);

/** The smallest of all wasm modules. */
const SMALLEST = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** Whether this page may run any: its Content-Security-Policy may forbid it. */
export function mayRunWasm() {
  try {
    return !!new WebAssembly.Module(SMALLEST);
  } catch {
    return false;
  }
}

let panel;

/** `show`, and the style of what it shows. Fetched anew after it has failed. */
export function loadPanel() {
  panel ??= fetchPanel().catch((error) => {
    panel = undefined;
    throw error;
  });
  return panel;
}

async function fetchPanel() {
  const module_or_path = fetch(WASM);
  const style = fetch(STYLE).then((answer) => answer.text());
  // Whichever fails first is told below; the others fail unheard.
  for (const other of [module_or_path, style]) other.catch(() => {});
  const { run, show } = await import(SCRIPT);
  await run({ module_or_path });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await style);
  return { show, sheet };
}

/** The other way to show them, for pages that may run no wasm. */
export const loadFrameLink = () => import(FRAME);
