// The sheets, built from the installed design system and the current sources: rules that an update of the one or a
// change of the other must not remove.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';

import postcss from 'postcss';

import { purge } from './purge.mjs';
import { joined, sheets, withoutRem } from './sheets.mjs';

const FONTS = {
  'Marianne-Regular': 'r.woff2',
  'Marianne-Bold': 'b.woff2',
  'Marianne-Regular-rare': 'rr.woff2',
  'Marianne-Bold-rare': 'br.woff2',
};

/** Classes of the design system's markup that have no rule. */
const WITHOUT_RULE = ['fr-input--error', 'fr-messages-group'];
/** Custom properties that the design system reads but does not declare. */
const UNDECLARED = ['--text-label-grey-hover', '--text-label-grey-active'];

const FORCED = '(forced-colors: active)';
const SYSTEM_DARK = 'screen and (prefers-color-scheme: dark)';

/** Rules of the design system that people need: medium, selector, property. */
const NEEDED = [
  // Visible keyboard focus.
  ['', 'a:focus-visible', 'outline-style'],
  ['', 'button:focus-visible', 'outline-style'],
  ['', 'input:focus-visible', 'outline-style'],
  ['', 'summary', 'outline-style'],
  ['', '.fr-skiplinks:focus-within', 'transform'],
  // Text for screen readers is visually hidden.
  ['', '.fr-sr-only', 'clip'],
  // Errors are shown by more than a colour.
  ['', '.fr-alert--error::before', 'mask-image'],
  ['', '.fr-alert--info::before', 'mask-image'],
  ['', '.fr-message--error::before', 'mask-image'],
  ['', '.fr-input-group--error .fr-input', 'box-shadow'],
  ['', '.fr-input-group--error label', 'color'],
  ['', '.fr-badge--success', 'background-color'],
  // Links that leave the portal have an icon.
  ['', '[target=_blank]::after', 'mask-image'],
  // Kinds of buttons.
  ['', '.fr-btn', 'background-color'],
  ['', '.fr-btn--secondary', 'box-shadow'],
  ['', '.fr-btn--tertiary', 'box-shadow'],
  ['', '.fr-btn--icon-left', 'margin-left'],
  // The state's block-mark.
  ['', '.fr-logo::before', 'background-image'],
  // Both schemes: text colours.
  ['', ':root', '--text-default-grey'],
  ['', ':root', '--grey-200-850'],
  [SYSTEM_DARK, ':root:not([data-scheme="light"])', '--grey-200-850'],
  ['screen', ':root[data-scheme="dark"]', '--grey-200-850'],
  // Borders in forced colours.
  [FORCED, 'button.fr-btn', 'border'],
  [FORCED, 'input', 'border'],
  [FORCED, '.fr-alert', 'outline'],
  [FORCED, '.fr-message--error::before', 'background-color'],
];

const built = [];
before(async () => {
  for (const sheet of await sheets()) {
    const root = postcss.parse(await purge(await joined(sheet, FONTS), sheet.sources));
    built.push({ ...sheet, root, words: await wordsOf(sheet.sources) });
  }
});

async function wordsOf(files) {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return new Set(texts.flatMap((text) => text.match(/[\w-]+/g)));
}

function selectorsOf(root) {
  const selectors = new Set();
  root.walkRules((rule) => {
    for (const selector of rule.selectors) selectors.add(selector.replaceAll(/\s+/g, ' '));
  });
  return selectors;
}

const classesOf = (selector) => [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name);

/** The selectors of our own rules in a sheet, with the file of each. */
async function ownSelectors({ files }) {
  const all = [];
  for (const file of files.filter((name) => name.startsWith('style/'))) {
    for (const selector of selectorsOf(postcss.parse(await readFile(file, 'utf8')))) {
      all.push({ file, selector });
    }
  }
  return all;
}

test('no rule of ours is lost whose classes a source has', async () => {
  for (const sheet of built) {
    const kept = selectorsOf(sheet.root);
    const lost = (await ownSelectors(sheet))
      .filter(({ selector }) => classesOf(selector).every((name) => sheet.words.has(name)))
      .filter(({ selector }) => !kept.has(selector));
    assert.deepEqual(lost, [], sheet.name);
  }
});

test('every rule of ours is in a sheet: none is for what no source has', async () => {
  const kept = new Set(built.flatMap(({ root }) => [...selectorsOf(root)]));
  const all = (await Promise.all(built.map(ownSelectors))).flat();
  assert.deepEqual(
    all.filter(({ selector }) => !kept.has(selector)),
    [],
  );
});

test('every class of the design system that the app uses has a rule', () => {
  const [{ root, words }] = built;
  const ruled = new Set([...selectorsOf(root)].flatMap(classesOf));
  const used = [...words].filter((word) => /^fr-[a-z]/.test(word));
  assert.ok(used.length > 40, 'the sources are read');
  assert.deepEqual(used.filter((name) => !ruled.has(name)).toSorted(), WITHOUT_RULE);
});

test('what people need of the design system is there', () => {
  const missing = NEEDED.filter(([medium, selector, property]) => !has(medium, selector, property));
  assert.deepEqual(missing, []);
});

/** Whether the app's sheet sets a property in a rule whose selector ends with this one. */
function has(medium, selector, property) {
  let found = false;
  built[0].root.walkDecls(property, ({ parent: rule }) => {
    const outer = rule.parent.type === 'atrule' ? rule.parent.params : '';
    const matches = (one) => one === selector || one.split(/[ >]/).at(-1).startsWith(selector);
    if (outer === medium && rule.selectors?.some(matches)) found = true;
  });
  return found;
}

test('the dark scheme is the same whether the system has it or it is chosen', () => {
  const colours = new Map();
  built[0].root.walkDecls(/^--/, ({ parent: rule, prop, value }) => {
    const said = colours.get(rule.selector) ?? {};
    if (rule.parent.type === 'atrule') colours.set(rule.selector, { ...said, [prop]: value });
  });
  const chosen = colours.get(':root[data-scheme="dark"]');
  assert.ok(Object.keys(chosen).length > 20);
  assert.deepEqual(chosen, colours.get(':root:not([data-scheme="light"])'));
});

test('every custom property that is read without a fallback is declared', () => {
  for (const { root, name } of built) {
    const declared = new Set(UNDECLARED);
    root.walkDecls(/^--/, ({ prop }) => void declared.add(prop));
    const read = [...root.toString().matchAll(/var\(\s*(--[\w-]+)\s*\)/g)].map(([, prop]) => prop);
    assert.deepEqual(
      read.filter((prop) => !declared.has(prop)),
      [],
      name,
    );
  }
});

test('nothing waits for the design system’s script, and nothing is fetched but the fonts', () => {
  for (const { root, name } of built) {
    const css = root.toString();
    assert.doesNotMatch(css, /data-fr-/, name);
    const files = [...css.matchAll(/url\("?([^")]+)/g)].map(([, address]) => address);
    const fetched = files.filter((address) => !address.startsWith('data:'));
    assert.deepEqual(fetched, name === 'parvis.css' ? Object.values(FONTS) : []);
  }
});

test('the session’s sheet measures nothing by the root of a page that is not ours', () => {
  assert.equal(withoutRem('a { margin: 0.5rem -1rem .25rem }'), 'a { margin: 8px -16px 4px }');
  assert.doesNotMatch(built[1].root.toString(), /\drem\b/);
});
