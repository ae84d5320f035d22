// What stands in the address of the page that shows the details: the token, and where the API is.

/** Reads the fragment of such an address. `api` is for the plug-in alone. */
export const readFragment = (fragment) => Object.fromEntries(new URLSearchParams(fragment));

/** The token and the API in a meeting's text for moderators, which is HTML; `undefined` where it names no
 * such page of the portal's, `base` being the folder that it is in. What the owner typed stands first, so
 * the last one counts. */
export function permissionIn(html, base) {
  const page = `${new URL('session-details.html', base).href}#`;
  // Nothing of it is shown: this document runs nothing and loads nothing.
  const text = new DOMParser().parseFromString(html ?? '', 'text/html');
  const address = [...text.querySelectorAll('a')]
    // Conference servers take addresses away that are not encrypted; the words are left.
    .flatMap((link) => [link.getAttribute('href'), link.textContent])
    .filter((address) => address?.startsWith(page))
    .pop();
  const { token, api = base.origin } = readFragment(address?.slice(page.length) ?? '');
  return token && { token, api };
}
