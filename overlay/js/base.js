// The address of the overlay's files: the folder of the script that the page loads.

const script =
  document.currentScript ?? document.querySelector('script[src*="/embed/session-details.js"]');

export const base = new URL('.', script?.src ?? document.baseURI);
