import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
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
  const texts = ['src/i18n/shared', 'src/i18n/agents', 'src/i18n/guests', 'src/i18n/sending'];
  for (const file of texts.flatMap((folder) => [`${folder}/fr.rs`, `${folder}/en.rs`])) {
    const words = (await readFile(file, 'utf8')).matchAll(/"((?:[^"\\]|\\.)*)"/g);
    const shown = [...words].map(([, text]) => text.replaceAll(/\{\w*\}|\\./g, '')).join('');
    const others = [...new Set(shown)].filter((character) => !COMMON.includes(character));
    assert.deepEqual(others, [], file);
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
