// The colour scheme. The design system switches it by a script that sets an attribute. Here it follows the system,
// unless the root element sets it (`data-scheme`).

import postcss from 'postcss';

/** The design system's selector for its dark scheme. */
const DARK = '[data-fr-theme=dark]';

/** Makes a rule for the dark scheme apply where the system's scheme is dark, or where dark is chosen. */
export function followSystemScheme(rule) {
  const [dark, others] = partition(rule.selectors, (selector) => selector.includes(DARK));
  if (dark.length === 0 || rule.parent.params === '(prefers-color-scheme: dark)') return;
  const under = (root) => {
    const selectors = dark.map((selector) => {
      const rest = selector.replace(`:root${DARK}`, '').replace(DARK, '').trim();
      return `${root} ${rest}`.trim();
    });
    return rule.clone({ selectors });
  };
  // `screen` only: print is always light.
  const media = (params) => postcss.atRule({ name: 'media', params });
  const systems = media('screen and (prefers-color-scheme: dark)');
  const chosen = media('screen');
  systems.append(under(':root:not([data-scheme="light"])'));
  chosen.append(under(':root[data-scheme="dark"]'));
  rule.after([systems, chosen]);
  if (others.length > 0) rule.selectors = others;
  else rule.remove();
}

function partition(items, test) {
  const yes = [];
  const no = [];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}
