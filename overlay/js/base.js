// Where our files are: beside the script that the page has named.

const script =
  document.currentScript ?? document.querySelector('script[src*="/embed/session-details.js"]');

export const base = new URL('.', script?.src ?? document.baseURI);
