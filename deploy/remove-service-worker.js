// Removes the portal's service worker and all that it keeps. For administrators who return to a release without one
// (0.2.0), or give the host name to another program: serve this as /service-worker.js, uncached (Cache-Control:
// no-cache), for as long as people may come back. `make dev` serves it, too.

const removeAll = async () => {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith('parvis-'));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await registration.unregister();
};

// Takes over from the former service worker without waiting until all pages are closed.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(removeAll()));
