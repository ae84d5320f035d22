// Fills placeholders in pages and scripts: names of files with a hash, inline scripts and the inline style sheet.

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

/** Trunk's link to the style sheet. */
const SHEET = /<link rel="stylesheet" href="(\/[^"]+)"[^>]*>/;

/** The address of the style sheet in the page that Trunk has written. */
export function sheetAddress(html) {
  const [, address] = SHEET.exec(html) ?? [];
  if (!address) throw new Error('index.html: no style sheet');
  return address;
}

/** The app's page as it is served: with the names of its font files, the start script and the style sheet. `folder` is
 * the folder of the files to which addresses in the style sheet are relative.
 *
 * The style sheet blocks the first paint. As a file it would be asked for once the page is there, and share the line with
 * the wasm, which is twenty times as long; in the page it is there with it. It is confirmed with the page at each visit,
 * and sent again with a new version only. */
export function finishedPage(html, fonts, boot, css, folder) {
  const sheet = css.replaceAll(
    /url\((?!["']?(?:data:|\/))["']?([^"')]+)["']?\)/g,
    `url(${folder}$1)`,
  );
  if (/<\/style/i.test(sheet)) throw new Error('the style sheet ends its element');
  sheetAddress(html);
  let page = html.replace(SHEET, () => `<style>${sheet}</style>`);
  for (const [name, file] of Object.entries(fonts)) {
    page = page.replace(`href="${name}"`, `href="/assets/${file}"`);
  }
  const [, unknown] = /<link [^>]*as="font" [^>]*href="([^/"][^"]*)"/.exec(page) ?? [];
  if (unknown) throw new Error(`index.html: there is no font "${unknown}"`);
  page = filled(page, { __PARVIS_BOOT__: boot }, 'index.html');
  // Links that Trunk leaves in the page when it writes no start script.
  return page.replaceAll(/\s*<link data-trunk[^>]*>/g, '');
}
