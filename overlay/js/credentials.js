// The token and the address of the API, in the fragment of the page that shows the details.

/** Parses such a fragment. Only the plug-in uses `api`. */
export const readFragment = (fragment) => Object.fromEntries(new URLSearchParams(fragment));

/** Finds the token and the API's address in a meeting's message for moderators, which is HTML; `undefined` if
 * it has no link to the page with the details in the folder `base`. The last link counts, because the
 * owner's own text comes first. */
export function credentialsIn(html, base) {
  const page = `${new URL('session-details.html', base).href}#`;
  // The parsed document is not shown, runs no scripts and loads nothing.
  const text = new DOMParser().parseFromString(html ?? '', 'text/html');
  const address = [...text.querySelectorAll('a')]
    // Conference servers remove addresses without encryption from `href`, but not from the text.
    .flatMap((link) => [link.getAttribute('href'), link.textContent])
    .filter((address) => address?.startsWith(page))
    .pop();
  const { token, api = base.origin } = readFragment(address?.slice(page.length) ?? '');
  return token && { token, api };
}
