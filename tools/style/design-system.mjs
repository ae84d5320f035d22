// The parts of the design system in use, and what is changed of them.

import { readFile } from 'node:fs/promises';

import { followSystemScheme } from './scheme.mjs';

export const DSFR = 'node_modules/@gouvfr/dsfr/dist';

/** In the design system's own order. */
const PARTS = [
  'alert',
  'badge',
  'button',
  'footer',
  'form',
  'header',
  'input',
  'link',
  'logo',
  'notice',
  'skiplink',
];

/** Its sheets, in the order of the cascade. */
export const DESIGN_SYSTEM = [
  `${DSFR}/core/core.main.css`,
  ...PARTS.map((part) => `${DSFR}/component/${part}/${part}.main.css`),
  `${DSFR}/scheme/scheme.css`,
];

/** What the design system has rules for and we have nowhere: a button that waits stays where the focus
 * is (`aria-disabled`), fields of dates look as the browser has them, and it fills them in by names
 * that every browser of ours knows. */
const UNUSED =
  /:disabled|\[disabled\]|:not\(\[href\]\)|\b(video|audio)\b|type="?(button|date|file|image|submit)|:-webkit-autofill|calendar-picker/;

/** Mourning is a state of the design system's script, and so is a page that may not scroll. */
const STATES = /data-fr-(mourning|scrolling)/;

/** The motto under the block-mark, which a header this low has no room for: its picture is as heavy as all
 * our own rules. */
const MOTTO = /\.fr-logo::after/;

/** Changes one of the design system's sheets to what we use of it. */
export function adaptDesignSystem(root) {
  // The fonts are ours to declare: two weights, cut, with a fallback of the same width.
  root.walkAtRules('font-face', (rule) => void rule.remove());
  root.walkAtRules('charset', (rule) => void rule.remove());
  root.walkRules(MOTTO, (rule) => void rule.remove());
  root.walkRules(STATES, (rule) => void rule.remove());
  root.walkRules(followSystemScheme);
  root.walkRules(dropUnusedSelectors);
  root.walkDecls(/^-webkit-mask/, (declaration) => void declaration.remove());
  root.walkAtRules('media', (rule) => {
    if (rule.params.includes('-ms-high-contrast')) rule.params = '(forced-colors: active)';
  });
}

function dropUnusedSelectors(rule) {
  const used = rule.selectors.filter((selector) => !isUnused(selector));
  if (used.length === 0) rule.remove();
  else if (used.length < rule.selectors.length) rule.selectors = used;
}

/** Whether a selector is for something that is nowhere; what it is not for does not matter. */
export function isUnused(selector) {
  const what = selector.replaceAll(/:not\((?!\[href\])(\[[^\]]*\]|[^)])*\)/g, '');
  return UNUSED.test(what);
}

/** The design system's own notice, which its licence wants in every copy. */
export async function licenceNotice() {
  const [notice] = (await readFile(DESIGN_SYSTEM[0], 'utf8')).match(/\/\*![\s\S]*?\*\//) ?? [];
  if (notice === undefined) throw new Error(`${DESIGN_SYSTEM[0]}: no licence notice`);
  return notice;
}
