import assert from 'node:assert/strict';
import { test } from 'node:test';

import { minified, purge, withoutUnreadVariables } from './purge.mjs';

/** The sheet purged for a source `text`, on one line. */
async function cut(css, text) {
  const result = await purge(css, [{ raw: text, extension: 'rs' }]);
  return result.replaceAll(/\s+/g, ' ').trim();
}

test('a class is kept wherever a source has it', async () => {
  for (const source of [
    'view! { <p class="a b-c__d--e"> }',
    'let class = if busy { "b-c__d--e" } else { "" };',
    "element.className = 'b-c__d--e';",
  ]) {
    assert.equal(
      await cut('.b-c__d--e { color: red }', source),
      '.b-c__d--e { color: red }',
      source,
    );
  }
});

test('a class that no source has goes, of a list it alone', async () => {
  assert.equal(await cut('.a { color: red }', 'class="b"'), '');
  assert.equal(await cut('.a, .b { color: red }', 'class="b"'), '.b { color: red }');
  assert.equal(await cut('.a .b { color: red }', 'class="b"'), '');
});

test('the theme that an instance chooses is in no source, and kept', async () => {
  const css = ':root[data-theme="neutral"] .a { color: red }';
  assert.equal(await cut(css, 'class="a"'), css);
});

test('the root, the page and an element that hosts others are kept', async () => {
  for (const selector of ['html', 'body', ':root', ':host']) {
    const css = `${selector} { color: red }`;
    assert.equal(await cut(css, 'nothing'), css);
  }
});

test('keyframes go with the last rule that runs them', async () => {
  const css = '.a { animation: run 1s } @keyframes run { to { opacity: 0 } }';
  assert.match(await cut(css, 'class="a"'), /@keyframes run/);
  assert.equal(await cut(css, 'class="b"'), '');
});

test('custom properties that nothing reads go, those first that read others', () => {
  const css = ':root { --a: 1px; --b: var(--a); --c: 2px } .x { top: var(--c) }';
  const left = withoutUnreadVariables(css);
  assert.match(left, /--c: 2px/);
  assert.doesNotMatch(left, /--a|--b/);
});

test('an empty rule goes, with the at-rule that it leaves empty', () => {
  assert.equal(withoutUnreadVariables('@media print { :root { --a: 1px } }').trim(), '');
});

test('a sheet is written for the oldest browsers that are supported', () => {
  assert.equal(
    minified('.a { inset: 0 auto auto 0; color: #ff0000 }', 'a.css'),
    '.a{color:red;inset:0 auto auto 0}',
  );
});
