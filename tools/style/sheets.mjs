// The style sheets of the build: the files of each, and the sources whose classes it keeps.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import postcss from 'postcss';

import { adaptDesignSystem, DESIGN_SYSTEM, DSFR } from './design-system.mjs';
import { withFonts } from './fonts.mjs';
import { inlineIcons } from './icons.mjs';
import { withImports } from './imports.mjs';

/** The sources of the session's details. */
const SESSION_SOURCES = [
  'overlay/src/details.rs',
  'overlay/js/frame.js',
  'overlay/js/frame.html',
  'ui/src/invitation/item.rs',
  'ui/src/invitation/telephone.rs',
  'ui/src/announcer.rs',
  'ui/src/copy_button.rs',
  'ui/src/fold_out.rs',
];

/** Each sheet: its name, the files that it joins, the sources whose classes it keeps, and the change to the joined
 * sheet. */
export async function sheets() {
  return [
    {
      name: 'parvis.css',
      files: [...DESIGN_SYSTEM, ...(await withImports('style/parvis.css'))],
      sources: [
        ...(await rustSources('src')),
        ...(await rustSources('ui/src')),
        'index.html',
        'src/boot.js',
      ],
      adapt: withFonts,
    },
    {
      name: 'session.css',
      files: await withImports('style/session.css'),
      sources: SESSION_SOURCES,
      adapt: withoutRem,
    },
  ];
}

/** A sheet's files, joined. `fonts` are the files of the fonts by their names. */
export async function joined({ files, adapt }, fonts) {
  const parts = await Promise.all(files.map(readSheet));
  return adapt(parts.join('\n'), fonts);
}

async function readSheet(file) {
  const root = postcss.parse(await readFile(file, 'utf8'), { from: file });
  const isOurs = file.startsWith('style/');
  root.walkComments((comment) => void comment.remove());
  root.walkAtRules('import', (rule) => void rule.remove());
  if (!isOurs) adaptDesignSystem(root);
  await inlineIcons(root, isOurs ? `${DSFR}/icons` : path.dirname(file));
  return root.toString();
}

/** Converts `rem` to pixels: in a page of somebody else, the root's font size is that page's. */
export function withoutRem(css) {
  const inPixels = (_, length) => `${Number(length) * 16}px`;
  return css.replaceAll(/(\d*\.?\d+)rem\b/g, inPixels);
}

async function rustSources(folder) {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => file.endsWith('.rs'))
    .map((file) => path.join(folder, file))
    .sort();
}
