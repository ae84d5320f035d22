// Resolves the imports of our style sheets.

import { readFile } from 'node:fs/promises';
import path from 'node:path';

import postcss from 'postcss';

/** The files that `sheet` imports, directly and indirectly, in the order of the cascade; then `sheet` itself. */
export async function withImports(sheet) {
  const root = postcss.parse(await readFile(sheet, 'utf8'), { from: sheet });
  const files = [];
  for (const rule of root.nodes.filter((node) => node.name === 'import')) {
    const [, name] = /^"([^"]+\.css)"$/.exec(rule.params) ?? [];
    if (!name) throw rule.error('an import names a file of ours and nothing else');
    if (!onlyImportsBefore(rule)) throw rule.error('an import stands before all rules');
    files.push(...(await withImports(path.join(path.dirname(sheet), name))));
  }
  files.push(sheet);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice) throw new Error(`${sheet} imports ${twice} twice`);
  return files;
}

function onlyImportsBefore(rule) {
  const before = rule.parent.nodes.slice(0, rule.parent.index(rule));
  return before.every((node) => node.type === 'comment' || node.name === 'import');
}
