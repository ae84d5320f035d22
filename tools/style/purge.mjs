// Removes unused rules from a sheet, and minifies it.

import { transform } from 'lightningcss';
import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';

/** The oldest supported browsers. */
const BROWSERS = { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (4 << 8) };

/** Removes the rules for classes that are in none of `sources`, files or `{ raw, extension }`. */
export async function purge(css, sources) {
  const [purged] = await new PurgeCSS().purge({
    content: sources,
    css: [{ raw: css }],
    // Any word may be a class: in a `view!`, in a string, in the page.
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    safelist: { standard: ['dialog', 'html', 'body', ':host'] },
    // The instance's configuration sets the value: no source contains both.
    dynamicAttributes: ['data-theme'],
    variables: true,
    fontFace: false,
    keyframes: true,
  });
  return withoutUnreadVariables(purged.css);
}

/** Removes custom properties that nothing reads, repeatedly: one may be read only by another that nothing
 * reads. */
export function withoutUnreadVariables(css) {
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

export function minified(css, filename) {
  const { code } = transform({
    filename,
    code: Buffer.from(css),
    minify: true,
    targets: BROWSERS,
  });
  return code.toString();
}
