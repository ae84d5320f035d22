import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import { COMMON, RARE, unicodeRange, withFonts } from './fonts.mjs';

const FONTS = {
  'Marianne-Regular': 'r.woff2',
  'Marianne-Bold': 'b.woff2',
  'Marianne-Regular-rare': 'rr.woff2',
  'Marianne-Bold-rare': 'br.woff2',
};

test('a character is in one of the two files: a page asks for the rare one only where it has to', () => {
  assert.deepEqual(
    [...COMMON].filter((character) => RARE.includes(character)),
    [],
  );
  assert.equal(new Set(COMMON).size, [...COMMON].length);
});

test('French and English are written with the common file alone', async () => {
  for (const folder of ['src/i18n', 'ui/src/i18n']) {
    const files = await readdir(folder, { recursive: true });
    for (const file of files.filter((name) => /\b(fr|en)\.rs$/.test(name))) {
      const source = await readFile(path.join(folder, file), 'utf8');
      const words = [...source.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
      const shown = words.join('').replaceAll(/\{\w*\}|\\./g, '');
      const others = [...new Set(shown)].filter((character) => !COMMON.includes(character));
      // The accessibility statement, a rarely opened page, contains a percentage.
      assert.deepEqual(others, file.startsWith('forms') ? ['%'] : [], file);
    }
  }
});

test('ranges of characters are written as CSS has them', () => {
  assert.equal(unicodeRange('cabxé'), 'U+61-63, U+78, U+e9');
});

test('the sheet of the fonts names their files, and what the rare ones are for', async () => {
  const css = withFonts(await readFile('style/base/fonts.css', 'utf8'), FONTS);
  for (const file of Object.values(FONTS)) assert.ok(css.includes(`url("${file}")`), file);
  assert.equal(css.match(/unicode-range: U\+/g).length, 2);
});

test('a font that is not built ends the build', () => {
  assert.throws(() => withFonts('src: url("Marianne-Light")', FONTS), /no font "Marianne-Light"/);
});
