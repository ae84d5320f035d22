// Preselects elements for a search by role and name by WebDriver: each question about an element takes a round trip
// to the driver.

import type { WebDriver, WebElement } from 'selenium-webdriver';

/** Selectors of elements that may have a role: asking the browser for the role of each would take long. */
export const BEARERS = {
  button: 'button, summary, [role=button]',
  dialog: 'dialog',
  heading: 'h1, h2, h3, h4',
  link: 'a[href]',
  radio: 'input[type=radio]',
  searchbox: 'input[type=search]',
  textbox: 'input:not([type=radio]), textarea',
};
export type Role = keyof typeof BEARERS;

/** Up to this number of elements, there is no preselection by name. */
const FEW = 12;

/** The elements with a selector that may have a name: they contain it in one of the ways to give a name. The browser
 * computes the actual names. */
const CANDIDATES = `
  const [selector, few, text, pattern] = arguments;
  const all = [...document.querySelectorAll(selector)];
  if (all.length <= few) return all;
  const named = pattern === null ? null : new RegExp(...pattern);
  const plain = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const ways = (element) => [
    element.getAttribute('aria-label'),
    ...(element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent),
    ...[...(element.labels ?? [])].map((label) => label.textContent),
    element.textContent,
    element.title,
    element.placeholder,
    element.alt,
  ];
  return all.filter((element) => {
    if (element.getClientRects().length === 0) return false;
    return ways(element).map(plain).some((way) => (named ? named.test(way) : way.includes(text)));
  });`;

/** The elements of a page that may have this role and name. */
export function candidates(
  driver: WebDriver,
  role: Role,
  name: string | RegExp,
): Promise<WebElement[]> {
  const [text, pattern] = typeof name === 'string' ? [name, null] : ['', [name.source, name.flags]];
  return driver.executeScript(CANDIDATES, BEARERS[role], FEW, text, pattern);
}
