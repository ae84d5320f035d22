// Inlines icons into the sheet: a request for each would take longer than loading all of them. Where a sheet names an icon
// as `url("name.svg")`, its picture is inlined, as `path("name.svg")` the path that it consists of.

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
  for (const [whole, file] of value.matchAll(/path\("([^")]+\.svg)"\)/g)) {
    const data = pathOf(await readFile(path.join(folder, file), 'utf8'), file);
    result = result.replace(whole, `path("${data}")`);
  }
  return result;
}

/** The data of the one path of an icon of 24 × 24 pixels. */
function pathOf(svg, file) {
  const paths = [...svg.matchAll(/<path\s+d="([^"]+)"/g)];
  const isPlain =
    svg.includes('viewBox="0 0 24 24"') && !/fill-rule|transform|<(circle|rect|g)/.test(svg);
  if (paths.length !== 1 || !isPlain) throw new Error(`${file} is not one path of 24 × 24 pixels`);
  return paths[0][1];
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
