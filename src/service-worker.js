// Service worker: keeps the portal's page and files, so that the portal starts where the network is slow or gone.
//
// The page comes from the network if that answers within a second, which brings a new version at the next visit; else
// the last one is shown. All addresses share one entry, without the address: it may contain a ticket. Files, whose
// names change with their content, are kept once a page has loaded them. Answers of the backend are never kept.
//
// A page is kept only with this script's version of the files: while two versions are deployed, or where the files of
// the next one do not arrive, the former version stays whole.

// The build inserts: the addresses of this version's files; the address of the app's script, which is in this version's
// page and in no other; and patterns of the addresses of the portal's pages.
const FILES = new Set(__PARVIS_FILES__);
const SCRIPT = __PARVIS_SCRIPT__;
const PAGES = __PARVIS_PAGES__;

/** The address under which the page is kept. */
const PAGE = '/';
const PAGE_CACHE = 'parvis-page';
const FILE_CACHE = 'parvis-files';
/** How long the network has to answer with the page. */
const PATIENCE_MS = 1_000;
/** The status code of a network that asks for a sign-in. */
const NETWORK_AUTHENTICATION_REQUIRED = 511;
/** The content types of files, by ending. */
const TYPES = { js: /\bjavascript\b/, txt: /^text\/plain\b/, wasm: /^application\/wasm\b/ };

/** What is kept at an address, if anything. Where the browser's storage fails, it is empty. */
const kept = (cacheName, address) =>
  caches.match(address, { cacheName, ignoreVary: true }).catch(() => undefined);

const put = async (cacheName, address, response) =>
  (await caches.open(cacheName)).put(address, response);

/** The page to keep, if a response is that of this version: networks that ask for a sign-in answer with pages of their
 * own. It does not contain the address that was asked for. */
async function pageIn(response) {
  if (response.status !== 200) return undefined;
  const html = await response.text();
  if (!html.includes(SCRIPT)) return undefined;
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(html, { headers });
}

/** Keeps the page of a response, if it is another one than before. */
async function keepPage(response) {
  const tag = response.headers.get('etag');
  if (tag && tag === (await kept(PAGE_CACHE, PAGE))?.headers.get('etag')) return;
  const page = await pageIn(response);
  if (page) await put(PAGE_CACHE, PAGE, page);
}

async function answerPage(event) {
  const network = fetch(event.request);
  // Also if it comes late. Where there is no space, the next visit finds the former page.
  event.waitUntil(network.then((response) => keepPage(response.clone())).catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const response = await Promise.race([network.catch(() => undefined), late]);
  // A proxy whose server does not run: the page says so in the person's language.
  const { status = 0 } = response ?? {};
  const isDown = status >= 500 && status !== NETWORK_AUTHENTICATION_REQUIRED;
  if (response && !isDown) return response;
  return (await kept(PAGE_CACHE, PAGE)) ?? network;
}

/** Whether a response is the file at this address. Filters and some servers answer with something else. */
function isFile(address, response) {
  const type = response.headers.get('content-type') ?? '';
  const expected = TYPES[address.split('.').at(-1)];
  return response.status === 200 && (expected?.test(type) ?? !type.startsWith('text/'));
}

async function answerFile(event, address) {
  const file = await kept(FILE_CACHE, address);
  if (file) return file;
  const response = await fetch(event.request);
  if (isFile(address, response)) {
    // Where there is no space, it is fetched again.
    event.waitUntil(put(FILE_CACHE, address, response.clone()).catch(() => {}));
  }
  return response;
}

/** Fetches files, which mostly come from the browser's own cache. Keeps them once all have come. */
async function keepFiles(addresses, options) {
  const fetched = addresses.map(async (address) => {
    const response = await fetch(address, options);
    if (!isFile(address, response)) throw new Error(`${address}: ${response.status}`);
    return [address, await response.blob(), response.headers];
  });
  for (const [address, content, headers] of await Promise.all(fetched)) {
    await put(FILE_CACHE, address, new Response(content, { headers }));
  }
}

async function keptFiles() {
  const requests = await (await caches.open(FILE_CACHE)).keys();
  return requests.map(({ url }) => new URL(url).pathname);
}

/** Those of these files that are not kept yet. */
async function missing(addresses) {
  const all = await keptFiles();
  return addresses.filter((address) => FILES.has(address) && !all.includes(address));
}

/** The name of a file in all versions; those of shared chunks are numbers, which change. */
const nameOf = (address) => address.replace(/(_\d+)?-[0-9a-f]+(?=\.\w+$)/, '');

/** Keeps this version's files of which former ones are kept, and its page. */
async function install() {
  const page = await pageIn(await fetch(PAGE, { cache: 'no-cache' }));
  if (!page) throw new Error('the page is of another version, or not the portal');
  const names = new Set((await keptFiles()).map(nameOf));
  const needed = await missing([...FILES].filter((file) => names.has(nameOf(file))));
  // Somebody who saves data gets none but what the page has loaded: else the next visit installs it.
  const saved = { cache: 'only-if-cached', mode: 'same-origin' };
  await keepFiles(needed, navigator.connection?.saveData ? saved : {});
  await put(PAGE_CACHE, PAGE, page);
  await skipWaiting();
}

async function deleteFormerFiles() {
  const cache = await caches.open(FILE_CACHE);
  const former = (await keptFiles()).filter((address) => !FILES.has(address));
  await Promise.all(former.map((address) => cache.delete(address)));
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(deleteFormerFiles()));
// The files that a page has loaded before it had a service worker (boot.js).
addEventListener('message', (event) => {
  const keep = async () => keepFiles(await missing(event.data));
  // Those that fail are told again at the next visit.
  event.waitUntil(keep().catch(() => {}));
});
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (FILES.has(pathname)) event.respondWith(answerFile(event, pathname));
  else if (mode === 'navigate' && PAGES.some((path) => path.test(pathname))) {
    event.respondWith(answerPage(event));
  }
});
