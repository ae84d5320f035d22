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

test('French and English are written with the common file alone, other languages with both', async () => {
  for (const tag of await readdir('locales')) {
    const files = await readdir(path.join('locales', tag));
    const known = ['fr', 'en'].includes(tag) ? COMMON : COMMON + RARE;
    for (const file of files) {
      const source = await readFile(path.join('locales', tag, file), 'utf8');
      const lines = source.split('\n').filter((line) => !line.startsWith('#'));
      const shown = lines.join('').replaceAll(/^[\w-]+ =|\{[^}]*?(->|\})|\}|\*?\[\w+\]|=/gm, '');
      const others = [...new Set(shown)].filter((character) => !known.includes(character));
      // The statement on accessibility and uploads, which few see, have a percentage.
      const isPercent = ['help.ftl', 'files.ftl'].includes(file);
      const expected = isPercent && known === COMMON ? ['%'] : [];
      assert.deepEqual(others, expected, `${tag}/${file}`);
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
