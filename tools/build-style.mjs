// Builds target/style/: the app's style sheet and that of a session's details, each cut to what it
// uses, and the fonts, cut to the characters that French and English need. Does nothing when its inputs
// have not changed.
// usage: node tools/build-style.mjs [dev]
// With `dev` the sheets are whole and stand in target/dev-style/: what views use may change at any moment.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { transform } from 'lightningcss';
import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';
import subsetFont from 'subset-font';

import { withImports } from './style/imports.mjs';

const DEV = process.argv[2] === 'dev';
const OUT = DEV ? 'target/dev-style' : 'target/style';
process.chdir(path.join(import.meta.dirname, '..'));
const DSFR = 'node_modules/@gouvfr/dsfr/dist';

/** The parts of the design system in use, in its own order. */
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
const SHEETS = [
  `${DSFR}/core/core.main.css`,
  ...PARTS.map((part) => `${DSFR}/component/${part}/${part}.main.css`),
  `${DSFR}/scheme/scheme.css`,
  ...(await withImports('style/parvis.css')),
];
/** What a session's details need, in the page of a conference. */
const SESSION_SHEETS = await withImports('style/session.css');
const SESSION_PAGES = [
  'overlay/src/details.rs',
  'overlay/js/frame.js',
  'overlay/js/frame.html',
  'ui/src/invitation/item.rs',
  'ui/src/invitation/telephone.rs',
  'ui/src/announcer.rs',
  'ui/src/copy_button.rs',
  'ui/src/fold_out.rs',
];
const FONTS = ['Marianne-Regular', 'Marianne-Bold'];

/** What the design system has rules for and we have nowhere: a button that waits stays where the focus
 * is (`aria-disabled`), fields of dates look as the browser has them, and it fills them in by names
 * that every browser of ours knows. */
const UNUSED =
  /:disabled|\[disabled\]|:not\(\[href\]\)|\b(video|audio)\b|type="?(button|date|file|image|submit)|:-webkit-autofill|calendar-picker/;

/** How the design system marks its dark scheme. */
const DARK = '[data-fr-theme=dark]';

/** What French and English are nearly always written with. Every page loads these. */
const COMMON = without(
  `${range(0x20, 0x7e)}${'àâçéèêëîïôœùûüÿÀÂÇÉÈÊËÎÏÔÙÛÜŸ'}${'\u00a0«»°·\u2009\u2011\u202f–—‘’“”…'}`,
  '$%*<=>\\^`{|}~',
);
/** Signs of programs and sums, and the rest of Latin-1, for names from elsewhere. Browsers load it where
 * a page holds one. */
const RARE = without(`${range(0x20, 0x7e)}${range(0xa1, 0xff)}‚„†‰‹›™•€−ŒÆæ`, COMMON);
/** What setting a line of text takes: distances and accents, no swashes and small capitals. */
const FEATURES = ['kern', 'ccmp', 'locl', 'mark', 'mkmk'];

const pages = [
  ...(await sources('src')),
  ...(await sources('ui/src')),
  'index.html',
  'src/boot.js',
];
const inputs = [
  ...(DEV ? [] : [...pages, ...SESSION_PAGES]),
  ...SHEETS,
  ...SESSION_SHEETS,
  ...FONTS.map(fontFile),
  'tools/build-style.mjs',
  'tools/style/imports.mjs',
  'package-lock.json',
];
const stamp = await fingerprint(inputs);
if (!existsSync(`${OUT}/stamp`) || (await readFile(`${OUT}/stamp`, 'utf8')) !== stamp) {
  await build();
}

async function build() {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });

  const fonts = {};
  for (const name of FONTS) {
    const whole = await readFile(fontFile(name));
    for (const [part, characters] of [
      [name, COMMON],
      [`${name}-rare`, RARE],
    ]) {
      const font = await subsetFont(whole, characters, {
        targetFormat: 'woff2',
        keepFeatures: FEATURES,
      });
      fonts[part] = `${part}-${hash(font).slice(0, 16)}.woff2`;
      await writeFile(`${OUT}/${fonts[part]}`, font);
    }
  }
  await writeFile(`${OUT}/fonts.json`, JSON.stringify(fonts));

  const withFonts = (css) =>
    css
      .replaceAll(/url\("(Marianne-[\w-]+)"\)/g, (_, name) => `url("${fonts[name]}")`)
      .replaceAll('var(--rare-characters)', unicodeRange(RARE));
  await buildSheet('parvis.css', SHEETS, pages, withFonts);
  await buildSheet('session.css', SESSION_SHEETS, SESSION_PAGES, withoutRem);
  await writeFile(`${OUT}/stamp`, stamp);
}

/** Joins `files` to one sheet, cut to what `content` uses. */
async function buildSheet(name, files, content, adapt) {
  const sheets = await Promise.all(files.map(readSheet));
  const raw = adapt(sheets.join('\n'));
  if (DEV) {
    await writeFile(`${OUT}/${name}`, raw);
    return;
  }
  const [purged] = await new PurgeCSS().purge({
    content,
    css: [{ raw }],
    // A class is a class wherever it stands: in a `view!`, in a string, in the page.
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    safelist: { standard: ['dialog', 'html', 'body', ':host'] },
    // The instance says which: no source of ours holds both words.
    dynamicAttributes: ['data-theme'],
    variables: true,
    fontFace: false,
    keyframes: true,
  });
  const { code } = transform({
    filename: name,
    code: Buffer.from(unusedVariables(purged.css)),
    minify: true,
    targets: { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (4 << 8) },
  });
  const notice = files === SHEETS ? `${await licenceNotice()}\n` : '';
  await writeFile(`${OUT}/${name}`, `${notice}${code}`);
}

/** Lengths that do not hang on the root of the page that they come to stand in: that is the page's own. */
function withoutRem(css) {
  const inPixels = (_, length) => `${Number(length) * 16}px`;
  return css.replaceAll(/(\d*\.?\d+)rem\b/g, inPixels);
}

/** The design system's own notice, which its licence wants in every copy. */
async function licenceNotice() {
  const [notice] = (await readFile(SHEETS[0], 'utf8')).match(/\/\*![\s\S]*?\*\//) ?? [];
  if (notice === undefined) throw new Error(`${SHEETS[0]}: no licence notice`);
  return notice;
}

/** A sheet whose dark scheme follows the system, and whose icons stand in it. */
async function readSheet(file) {
  const root = postcss.parse(await readFile(file, 'utf8'), { from: file });
  const ours = file.startsWith('style/');
  root.walkComments((comment) => void comment.remove());
  root.walkAtRules('import', (rule) => void rule.remove());
  if (!ours) {
    // The fonts are ours to declare: two weights, cut, with a fallback of the same width.
    root.walkAtRules('font-face', (rule) => void rule.remove());
    root.walkAtRules('charset', (rule) => void rule.remove());
    root.walkRules(followSystemScheme);
    root.walkRules((rule) => {
      if (
        rule.selector.includes('data-fr-mourning') ||
        rule.selector.includes('data-fr-scrolling')
      ) {
        rule.remove();
      }
    });
    // The motto under the block-mark, which a header this low has no room for: its picture is as
    // heavy as all our own rules.
    root.walkRules(/\.fr-logo::after/, (rule) => {
      if (rule.toString().includes('url(')) rule.remove();
    });
    root.walkRules((rule) => {
      const used = rule.selectors.filter((selector) => !isUnused(selector));
      if (used.length === 0) rule.remove();
      else if (used.length < rule.selectors.length) rule.selectors = used;
    });
    root.walkDecls(/^-webkit-mask/, (declaration) => void declaration.remove());
    root.walkAtRules('media', (rule) => {
      if (rule.params.includes('-ms-high-contrast')) {
        rule.params = '(forced-colors: active)';
      }
    });
  }
  const declarations = [];
  root.walkDecls((declaration) => {
    if (declaration.value.includes('.svg')) declarations.push(declaration);
  });
  for (const declaration of declarations) {
    declaration.value = await inlineIcons(declaration.value, path.dirname(file), ours);
  }
  return root.toString();
}

/** Whether a selector is for something that is nowhere; what it is not for does not matter. */
function isUnused(selector) {
  const what = selector.replaceAll(/:not\((?!\[href\])(\[[^\]]*\]|[^)])*\)/g, '');
  return UNUSED.test(what);
}

/** The design system switches schemes by a script that sets an attribute. Ours is the system's, unless the
 * root element says which (`data-scheme`). */
function followSystemScheme(rule) {
  const [matching, others] = partition(rule.selectors, (selector) => selector.includes(DARK));
  if (matching.length === 0 || rule.parent.params === '(prefers-color-scheme: dark)') return;
  const under = (root) => {
    const selectors = matching.map((selector) => {
      const rest = selector.replace(`:root${DARK}`, '').replace(DARK, '').trim();
      return `${root} ${rest}`.trim();
    });
    return rule.clone({ selectors });
  };
  // Paper is light, whatever the screen is.
  const media = (params) => postcss.atRule({ name: 'media', params });
  const systems = media('screen and (prefers-color-scheme: dark)');
  const chosen = media('screen');
  systems.append(under(':root:not([data-scheme="light"])'));
  chosen.append(under(':root[data-scheme="dark"]'));
  rule.after([systems, chosen]);
  if (others.length > 0) rule.selectors = others;
  else rule.remove();
}

async function inlineIcons(value, directory, ours) {
  let inlined = value;
  for (const [whole, file] of value.matchAll(/url\("?([^")]+\.svg)"?\)/g)) {
    const icon = path.join(ours ? `${DSFR}/icons` : directory, file);
    const svg = (await readFile(icon, 'utf8')).replaceAll('"', "'").replaceAll(/\s*\n\s*/g, '');
    const data = svg
      .replaceAll('%', '%25')
      .replaceAll('#', '%23')
      .replaceAll('<', '%3C')
      .replaceAll('>', '%3E');
    inlined = inlined.replace(whole, `url("data:image/svg+xml,${data}")`);
  }
  return inlined;
}

/** Drops custom properties that nothing reads, until none is left: one may be read by another that
 * nothing reads. */
function unusedVariables(css) {
  const root = postcss.parse(css);
  for (;;) {
    const text = root.toString();
    const read = new Set([...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
    let dropped = 0;
    root.walkDecls(/^--/, (declaration) => {
      if (!read.has(declaration.prop)) {
        declaration.remove();
        dropped += 1;
      }
    });
    root.walkRules((rule) => void (rule.nodes.length === 0 && rule.remove()));
    root.walkAtRules((rule) => void (rule.nodes?.length === 0 && rule.remove()));
    if (dropped === 0) return root.toString();
  }
}

function fontFile(name) {
  return `${DSFR}/fonts/${name}.woff2`;
}

function range(first, last) {
  return String.fromCodePoint(
    ...Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
}

/** The characters of the first that are none of the second. */
function without(characters, others) {
  return [...characters].filter((c) => !others.includes(c)).join('');
}

/** Characters as CSS names them. */
function unicodeRange(characters) {
  const ranges = [];
  for (const point of [...characters].map((c) => c.codePointAt(0)).sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.end === point - 1) last.end = point;
    else ranges.push({ start: point, end: point });
  }
  const hex = (point) => point.toString(16);
  return ranges
    .map(({ start, end }) => `U+${hex(start)}${start < end ? `-${hex(end)}` : ''}`)
    .join(', ');
}

function partition(items, test) {
  const yes = [];
  const no = [];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}

async function sources(directory) {
  const files = await readdir(directory, { recursive: true });
  return files
    .filter((file) => file.endsWith('.rs'))
    .map((file) => path.join(directory, file))
    .sort();
}

async function fingerprint(files) {
  const all = createHash('sha256');
  for (const file of files) all.update(file).update(await readFile(file));
  return all.digest('hex');
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
