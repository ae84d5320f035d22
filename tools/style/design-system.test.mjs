import assert from 'node:assert/strict';
import { test } from 'node:test';

import postcss from 'postcss';

import { adaptDesignSystem, isUnused, licenceNotice } from './design-system.mjs';

/** A sheet of the design system after adaptDesignSystem, on one line. */
function adapted(css) {
  const root = postcss.parse(css);
  adaptDesignSystem(root);
  return root.toString().replaceAll(/\s+/g, ' ').trim();
}

test('the dark scheme holds where the system is dark or dark is chosen, and never on paper', () => {
  const css = adapted(':root[data-fr-theme=dark] .a { color: red }');
  const rules = [];
  postcss
    .parse(css)
    .walkRules(({ parent, selector }) => void rules.push([parent.params, selector]));
  assert.deepEqual(rules, [
    ['screen and (prefers-color-scheme: dark)', ':root:not([data-scheme="light"]) .a'],
    ['screen', ':root[data-scheme="dark"] .a'],
  ]);
});

test('what a rule says of the light scheme too stays as it is', () => {
  const css = adapted(':root, :root[data-fr-theme=dark] { --a: 1 }');
  assert.ok(css.startsWith(':root { --a: 1 }'), css);
  assert.ok(css.includes(':root[data-scheme="dark"] { --a: 1 }'), css);
});

test('a rule that follows the system by itself is left alone', () => {
  const css = '@media (prefers-color-scheme: dark) { :root[data-fr-theme=dark] { color: red } }';
  assert.equal(adapted(css), css);
});

test('rules for states of the design system’s script go, and so do its fonts', () => {
  assert.equal(adapted('@charset "utf-8"; @font-face { font-family: a }'), '');
  assert.equal(adapted(':root[data-fr-mourning] { a: b } :root[data-fr-scrolling] { a: b }'), '');
});

test('the motto goes, in both schemes, and the block-mark stays', () => {
  const motto = ['', ':root[data-fr-theme=dark] '].map((root) => `${root}.fr-logo::after { c: d }`);
  assert.equal(
    adapted(`${motto.join(' ')} .fr-logo::before { a: b }`),
    '.fr-logo::before { a: b }',
  );
});

test('of a list of selectors those for something that is nowhere go', () => {
  assert.equal(adapted('.a, .a:disabled, video { a: b }'), '.a { a: b }');
  assert.equal(adapted('.a:disabled { a: b }'), '');
});

test('what a selector is not for does not make it one for nothing', () => {
  for (const selector of ['.a:disabled', 'a:not([href])', 'input[type="date"]', 'audio']) {
    assert.equal(isUnused(selector), true, selector);
  }
  for (const selector of ['button:not(:disabled):hover', 'input:not([type=date])', 'a[href]']) {
    assert.equal(isUnused(selector), false, selector);
  }
});

test('the high contrast of older browsers is today’s forced colours', () => {
  assert.equal(
    adapted('@media (-ms-high-contrast: active), (forced-colors: active) { a { b: c } }'),
    '@media (forced-colors: active) { a { b: c } }',
  );
});

test('masks are written once, without a prefix', () => {
  assert.equal(adapted('a { -webkit-mask-size: 1px; mask-size: 1px }'), 'a { mask-size: 1px }');
});

test('the notice that the licence wants in every copy is found', async () => {
  assert.match(await licenceNotice(), /^\/\*!.*DSFR.*\*\/$/s);
});
