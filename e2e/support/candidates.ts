// What a browser is asked about when something is looked for by role and name: few elements, as every question
// takes a message to its driver and back.

import type { WebDriver, WebElement } from 'selenium-webdriver';

/** Which elements may have a role: asking the browser for the role of each would take long. */
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

/** How many elements a browser may be asked about without a choice among them. */
const FEW = 12;

/** Which of a page's elements with a selector may have a name: they hold it in one of the ways to give one. The
 * browser says itself what their names are. */
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
