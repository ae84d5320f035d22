// What the build writes into pages and scripts: names of files that bear a hash, and scripts.

/** A text with its placeholders filled in. Each is there exactly once. */
export function filled(text, values, file) {
  let result = text;
  for (const [placeholder, value] of Object.entries(values)) {
    const found = text.split(placeholder).length - 1;
    if (found !== 1) throw new Error(`${file}: ${placeholder} stands there ${found} times`);
    result = result.replace(placeholder, () => value);
  }
  return result;
}

/** The app's page as it is served: with the files of its fonts by their names, the start script, and its
 * style sheet asked for first. */
export function finishedPage(html, fonts, boot) {
  let page = html;
  for (const [name, file] of Object.entries(fonts)) {
    page = page.replace(`href="${name}"`, `href="/assets/${file}"`);
  }
  const [, unknown] = /<link [^>]*as="font" [^>]*href="([^/"][^"]*)"/.exec(page) ?? [];
  if (unknown) throw new Error(`index.html: there is no font "${unknown}"`);
  page = filled(page, { __PARVIS_BOOT__: boot }, 'index.html');
  // What paints first is asked for first: before the script that asks for the wasm.
  const [, sheet] = /<link rel="stylesheet" href="([^"]+)"/.exec(page) ?? [];
  if (!sheet) throw new Error('index.html: no style sheet');
  page = page.replace('<script>', `<link rel="preload" as="style" href="${sheet}">$&`);
  // What Trunk leaves of a link when it writes no start script.
  return page.replaceAll(/\s*<link data-trunk[^>]*>/g, '');
}
