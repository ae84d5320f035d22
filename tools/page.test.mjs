import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { filled, finishedPage } from './page.mjs';

const FONTS = {
  'Marianne-Regular': 'Marianne-Regular-1.woff2',
  'Marianne-Bold': 'Marianne-Bold-2.woff2',
  'Marianne-Regular-rare': 'Marianne-Regular-rare-3.woff2',
};
const SHEET = '<link rel="stylesheet" href="/assets/parvis-4.css"/>';

/** The page of the repository as Trunk leaves it: the link to the style sheet replaced, the others kept. */
async function trunksPage() {
  const page = await readFile('index.html', 'utf8');
  return page.replace(/<link data-trunk rel="css"[^>]*>/, SHEET);
}

test('a value is written as it is, whatever characters it holds', () => {
  assert.equal(filled('a = __X__;', { __X__: "/^$&$'$1$/" }, 'a.js'), "a = /^$&$'$1$/;");
});

test('a placeholder that is not there, or there twice, ends the build', () => {
  assert.throws(
    () => filled('nothing', { __X__: '1' }, 'a.js'),
    /a\.js: __X__ stands there 0 times/,
  );
  assert.throws(() => filled('__X__ __X__', { __X__: '1' }, 'a.js'), /2 times/);
});

test('the page names its fonts by their files', async () => {
  const page = finishedPage(await trunksPage(), FONTS, 'boot()');
  assert.match(page, /as="font"[^>]* href="\/assets\/Marianne-Regular-1\.woff2"/);
  assert.match(page, /as="font"[^>]* href="\/assets\/Marianne-Bold-2\.woff2"/);
  assert.doesNotMatch(page, /rare/);
});

test('the page asks for its style sheet before the start script', async () => {
  const page = finishedPage(await trunksPage(), FONTS, 'boot()');
  const preload = page.indexOf('<link rel="preload" as="style" href="/assets/parvis-4.css">');
  assert.notEqual(preload, -1);
  assert.ok(preload < page.indexOf('<script>boot()</script>'));
});

test('nothing of Trunk is left in the page, and all that the backend fills in is', async () => {
  const given = await trunksPage();
  const page = finishedPage(given, FONTS, 'boot()');
  assert.doesNotMatch(page, /data-trunk/);
  const placeholders = (html) => html.match(/__PARVIS_(?!BOOT)\w+__|<!-- \/?parvis:\w+ -->/g);
  assert.deepEqual(placeholders(page), placeholders(given));
});

test('a page without what is known of it ends the build', async () => {
  const page = await trunksPage();
  assert.throws(() => finishedPage(page.replace('__PARVIS_BOOT__', ''), FONTS, ''), /BOOT/);
  assert.throws(() => finishedPage(page.replace(SHEET, ''), FONTS, ''), /no style sheet/);
  assert.throws(
    () => finishedPage(page, { 'Marianne-Bold': 'b' }, ''),
    /no font "Marianne-Regular"/,
  );
});
