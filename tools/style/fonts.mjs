// The typeface, reduced to the characters that French and English need, in two files for each weight.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import subsetFont from 'subset-font';

import { sha256 } from '../fingerprint.mjs';
import { DSFR } from './design-system.mjs';

const FONTS = ['Marianne-Regular', 'Marianne-Bold'];

/** The common characters of French and English, and of the languages' names in the menu. Every page loads their
 * file. */
export const COMMON = without(
  `${range(0x20, 0x7e)}${'àâçéèêëîïñôœùûüÿÀÂÇÉÈÊËÎÏÔÙÛÜŸ'}${'\u00a0«»°·\u2009\u2011\u202f–—‘’“”…'}`,
  '$%*<=>\\^`{|}~',
);
/** Signs of programs and sums, and the rest of Latin-1, for foreign names. Browsers load their file where a page
 * contains one. */
export const RARE = without(`${range(0x20, 0x7e)}${range(0xa1, 0xff)}‚„†‰‹›™•€−ŒÆæ`, COMMON);
/** The font features that are kept: kerning, no swashes and small capitals. Accents to be combined are not among the
 * characters: browsers compose them. */
const FEATURES = ['kern'];

/** The files of the design system from which the fonts are made. */
export const FONT_FILES = FONTS.map(fontFile);

/** Writes the fonts into `folder`, named by their content. Returns the file of each by its name in
 * style/base/fonts.css and index.html. */
export async function writeFonts(folder) {
  const files = {};
  for (const name of FONTS) {
    const whole = await readFile(fontFile(name));
    for (const [part, characters] of [
      [name, COMMON],
      [`${name}-rare`, RARE],
    ]) {
      const font = await subsetFont(whole, characters, {
        targetFormat: 'woff2',
        keepFeatures: FEATURES,
      });
      files[part] = `${part}-${sha256(font).slice(0, 16)}.woff2`;
      await writeFile(path.join(folder, files[part]), font);
    }
  }
  return files;
}

/** The sheet with the file names of the fonts, and the characters of the rare ones. */
export function withFonts(css, files) {
  return css
    .replaceAll(/url\("(Marianne-[\w-]+)"\)/g, (_, name) => {
      if (!files[name]) throw new Error(`style/base/fonts.css: there is no font "${name}"`);
      return `url("${files[name]}")`;
    })
    .replaceAll('var(--rare-characters)', unicodeRange(RARE));
}

/** Characters as a `unicode-range` of CSS. */
export function unicodeRange(characters) {
  const ranges = [];
  for (const point of [...characters].map((c) => c.codePointAt(0)).sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.end === point - 1) last.end = point;
    else ranges.push({ start: point, end: point });
  }
  const hex = (point) => point.toString(16);
  return ranges
    .map(({ start, end }) => `U+${hex(start)}${start < end ? `-${hex(end)}` : ''}`)
    .join(', ');
}

function fontFile(name) {
  return `${DSFR}/fonts/${name}.woff2`;
}

function range(first, last) {
  return String.fromCodePoint(
    ...Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
}

/** The characters of the first text that are not in the second. */
function without(characters, others) {
  return [...characters].filter((c) => !others.includes(c)).join('');
}
