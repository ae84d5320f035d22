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

function finished(page, { fonts = FONTS, css = 'a{b:c}' } = {}) {
  return finishedPage(page, fonts, 'boot()', css, '/assets/');
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
  const page = finished(await trunksPage());
  assert.match(page, /as="font"[^>]* href="\/assets\/Marianne-Regular-1\.woff2"/);
  assert.match(page, /as="font"[^>]* href="\/assets\/Marianne-Bold-2\.woff2"/);
  assert.doesNotMatch(page, /rare/);
});

test('the page has its style sheet in it, whose files have their whole addresses', async () => {
  const css = 'a{src:url(M-1.woff2),url("b.svg");mask:url("data:image/svg+xml,%3Csvg")}';
  const page = finished(await trunksPage(), { css });
  assert.doesNotMatch(page, /rel="stylesheet" href="\/assets\/parvis/);
  const whole =
    'a{src:url(/assets/M-1.woff2),url(/assets/b.svg);mask:url("data:image/svg+xml,%3Csvg")}';
  assert.ok(page.includes(`<style>${whole}</style>`));
  // The start script asks for the wasm before the style sheet has come.
  assert.ok(page.indexOf('<script>boot()</script>') < page.indexOf('<style>'));
});

test('nothing of Trunk is left in the page, and all that the backend fills in is', async () => {
  const given = await trunksPage();
  const page = finished(given);
  assert.doesNotMatch(page, /data-trunk/);
  const placeholders = (html) => html.match(/__PARVIS_(?!BOOT)\w+__|<!-- \/?parvis:\w+ -->/g);
  assert.deepEqual(placeholders(page), placeholders(given));
});

test('a page without what is known of it ends the build', async () => {
  const page = await trunksPage();
  assert.throws(() => finished(page.replace('__PARVIS_BOOT__', '')), /BOOT/);
  assert.throws(() => finished(page.replace(SHEET, '')), /no style sheet/);
  assert.throws(
    () => finished(page, { fonts: { 'Marianne-Bold': 'b' } }),
    /no font "Marianne-Regular"/,
  );
  assert.throws(() => finished(page, { css: 'a{content:"</style>"}' }), /ends its element/);
});
