// Inlines icons into the sheet: a request for each would take longer than loading all of them.

import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Replaces the addresses of icons in a sheet with their content. `folder` is the base of their paths. */
export async function inlineIcons(root, folder) {
  const declarations = [];
  root.walkDecls((declaration) => {
    if (declaration.value.includes('.svg')) declarations.push(declaration);
  });
  for (const declaration of declarations) {
    declaration.value = await inlined(declaration.value, folder);
  }
}

async function inlined(value, folder) {
  let result = value;
  for (const [whole, file] of value.matchAll(/url\("?([^")]+\.svg)"?\)/g)) {
    const data = dataOf(await readFile(path.join(folder, file), 'utf8'));
    result = result.replace(whole, `url("data:image/svg+xml,${data}")`);
  }
  return result;
}

function dataOf(svg) {
  return svg
    .replaceAll('"', "'")
    .replaceAll(/\s*\n\s*/g, '')
    .replaceAll('%', '%25')
    .replaceAll('#', '%23')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E');
}
