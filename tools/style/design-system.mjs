// The components of the design system in use, and the changes to their sheets.

import { readFile } from 'node:fs/promises';

import { followSystemScheme } from './scheme.mjs';

export const DSFR = 'node_modules/@gouvfr/dsfr/dist';

/** The components in use, in the design system's order. */
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

/** Selectors for what the app has nowhere. A busy button keeps the focus (`aria-disabled`, not `disabled`), date
 * fields look as the browser draws them, and autofill has a name that all supported browsers have. */
const UNUSED =
  /:disabled|\[disabled\]|:not\(\[href\]\)|\b(video|audio)\b|type="?(button|date|file|image|submit)|:-webkit-autofill|calendar-picker/;

/** States that only the design system's script sets: mourning, and a page that must not scroll. */
const STATES = /data-fr-(mourning|scrolling)/;

/** The motto under the block-mark, for which the header is too low: its image has as many bytes as all rules of our
 * own. */
const MOTTO = /\.fr-logo::after/;

/** Reduces a sheet of the design system to what the app uses. */
export function adaptDesignSystem(root) {
  // style/base/fonts.css declares the fonts: two weights, reduced, with a fallback of the same width.
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

/** Whether a selector is for something that the app has nowhere; the content of `:not()` is ignored. */
export function isUnused(selector) {
  const what = selector.replaceAll(/:not\((?!\[href\])(\[[^\]]*\]|[^)])*\)/g, '');
  return UNUSED.test(what);
}

/** The design system's notice, which its licence requires in every copy. */
export async function licenceNotice() {
  const [notice] = (await readFile(DESIGN_SYSTEM[0], 'utf8')).match(/\/\*![\s\S]*?\*\//) ?? [];
  if (notice === undefined) throw new Error(`${DESIGN_SYSTEM[0]}: no licence notice`);
  return notice;
}
