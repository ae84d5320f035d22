// The style sheets that are built: what each is made of, and what it is cut to.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import postcss from 'postcss';

import { adaptDesignSystem, DESIGN_SYSTEM, DSFR } from './design-system.mjs';
import { withFonts } from './fonts.mjs';
import { inlineIcons } from './icons.mjs';
import { withImports } from './imports.mjs';

/** What a session's details are drawn by, in the page of a conference. */
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

/** Each sheet: its name, the files that it is joined of, the sources whose classes it is cut to, and what is
 * done to the joined sheet. */
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

/** A sheet's files as one. `fonts` are the files of the fonts by their names. */
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

/** Lengths that do not hang on the root of the page that they come to stand in: that is the page's own. */
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
