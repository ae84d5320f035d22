// Fills placeholders in pages and scripts: names of files with a hash, and inline scripts.

/** The text with its placeholders replaced. Throws unless each occurs exactly once. */
export function filled(text, values, file) {
  let result = text;
  for (const [placeholder, value] of Object.entries(values)) {
    const found = text.split(placeholder).length - 1;
    if (found !== 1) throw new Error(`${file}: ${placeholder} stands there ${found} times`);
    result = result.replace(placeholder, () => value);
  }
  return result;
}

/** The app's page as it is served: with the names of its font files, the start script, and a preload of the style
 * sheet. */
export function finishedPage(html, fonts, boot) {
  let page = html;
  for (const [name, file] of Object.entries(fonts)) {
    page = page.replace(`href="${name}"`, `href="/assets/${file}"`);
  }
  const [, unknown] = /<link [^>]*as="font" [^>]*href="([^/"][^"]*)"/.exec(page) ?? [];
  if (unknown) throw new Error(`index.html: there is no font "${unknown}"`);
  page = filled(page, { __PARVIS_BOOT__: boot }, 'index.html');
  // The style sheet is requested before the start script requests the wasm, because it blocks the first paint.
  const [, sheet] = /<link rel="stylesheet" href="(\/[^"]+)"/.exec(page) ?? [];
  if (!sheet) throw new Error('index.html: no style sheet');
  page = page.replace('<script>', `<link rel="preload" as="style" href="${sheet}">$&`);
  // Links that Trunk leaves in the page when it writes no start script.
  return page.replaceAll(/\s*<link data-trunk[^>]*>/g, '');
}
