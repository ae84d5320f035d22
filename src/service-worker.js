// Service worker: keeps the portal's page and files, so that the portal starts where the network is slow or gone.
//
// The page comes from the network if that answers within a second, which brings a new version at the next visit; else
// the last one is shown. Of all addresses one page is kept, under one name: addresses may contain a ticket. Files, whose
// names change with their content, are kept once a page has loaded them. Answers of the backend are never kept.

import { enable as enableNavigationPreload } from 'workbox-navigation-preload';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';

// The build inserts the addresses of the files of this version, and the addresses of the portal's pages.
const FILES = new Set(__PARVIS_FILES__);
const PAGES = __PARVIS_PAGES__;

/** The address under which the page is kept. */
const PAGE = '/';
const PAGE_CACHE = 'parvis-page';
const FILE_CACHE = 'parvis-files';
/** The seconds that the network has to answer with the page. */
const PATIENCE = 1;

const isPage = ({ headers }) => headers.get('content-type')?.startsWith('text/html');

/** Whether a response is the portal's page: networks that ask for a sign-in answer with pages of their own. */
async function isPortal(response) {
  if (response.status !== 200 || !isPage(response)) return false;
  return (await response.clone().text()).includes('<meta name="parvis-api"');
}

const page = new NetworkFirst({
  cacheName: PAGE_CACHE,
  networkTimeoutSeconds: PATIENCE,
  plugins: [
    {
      cacheKeyWillBeUsed: async () => PAGE,
      cacheWillUpdate: async ({ response }) => ((await isPortal(response)) ? response : null),
      // A proxy whose server does not run: the page says so in the person's language.
      handlerWillRespond: async ({ response }) => {
        if (response.status < 500) return response;
        return (await caches.match(PAGE, { cacheName: PAGE_CACHE })) ?? response;
      },
    },
  ],
});

const files = new CacheFirst({
  cacheName: FILE_CACHE,
  plugins: [
    {
      // Some servers answer with their start page for a missing file.
      cacheWillUpdate: async ({ response }) =>
        response.status === 200 && !isPage(response) ? response : null,
    },
  ],
});

registerRoute(
  ({ request, url }) =>
    request.mode === 'navigate' && PAGES.some((path) => path.test(url.pathname)),
  page,
);
// Also for the files that a page has loaded before it had a service worker: the start script tells them (boot.js).
registerRoute(({ url, sameOrigin }) => sameOrigin && FILES.has(url.pathname), files);

/** The name of a file in all versions. */
const nameOf = (address) => address.replace(/-[0-9a-f]+(?=\.\w+$)/, '');

/** Fetches this version's page, and those of its files of which a former version is kept. */
async function install(event) {
  const response = await fetch(PAGE, { cache: 'no-cache' });
  if (!(await isPortal(response))) throw new Error('the page is not the portal');
  if (!navigator.connection?.saveData) {
    const kept = await (await caches.open(FILE_CACHE)).keys();
    const names = new Set(kept.map(({ url }) => nameOf(new URL(url).pathname)));
    const needed = [...FILES].filter((file) => names.has(nameOf(file)));
    await Promise.all(needed.map((request) => files.handle({ event, request })));
  }
  // Last: the page of a former version needs the files of that version.
  await (await caches.open(PAGE_CACHE)).put(PAGE, response);
  await skipWaiting();
}

async function deleteFormerFiles() {
  const cache = await caches.open(FILE_CACHE);
  const kept = await cache.keys();
  const former = kept.filter(({ url }) => !FILES.has(new URL(url).pathname));
  await Promise.all(former.map((file) => cache.delete(file)));
}

addEventListener('install', (event) => event.waitUntil(install(event)));
addEventListener('activate', (event) => event.waitUntil(deleteFormerFiles()));
// While this script starts, the browser asks for the page.
enableNavigationPreload();
