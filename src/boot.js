// Start script: loads the wasm and the texts, requests the bootstrap data, and shows an error if the app does
// not start: a proxy may hold the wasm back, the connection may break, or the browser may be too old.
(() => {
  const START_TIMEOUT_MS = 15_000;
  // The build inserts the names of the app's files with the number of the main wasm's bytes, and the chunks and texts
  // that each address needs beside the main wasm and the first texts (src/chunks.json).
  const [SCRIPT, WASM, WASM_BYTES] = __PARVIS_APP__;
  // The share of the main wasm after which chunks are requested.
  const MAIN_SHARE = 0.8;
  const CHUNKS = __PARVIS_CHUNKS__;
  // The files with the texts of each language, by language tag (locales/): the first, and a further one for some
  // pages.
  const LANGUAGES = __PARVIS_LANGUAGES__;

  // Where storage is not available, it counts as empty (ui/src/storage.rs).
  const tryStorage = (use) => {
    try {
      return use();
    } catch {
      return null;
    }
  };

  // The chosen colour scheme, set before the first paint (scheme.rs).
  const scheme = tryStorage(() => localStorage.getItem('parvis.scheme'));
  if (scheme) document.documentElement.dataset.scheme = scheme;

  // The chosen language, else the first of the browser's languages that has texts, else French.
  const preferred = [
    tryStorage(() => localStorage.getItem('parvis.locale')),
    ...navigator.languages,
  ];
  const tags = preferred.map((tag) => tag?.split('-')[0].toLowerCase());
  const language = tags.find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? 'fr';

  // The parts of a language's texts, in the order of its files (i18n/language_files.rs).
  const FIRST = 0;
  const FURTHER = 1;

  // The status codes for a file that no longer exists.
  const GONE = [404, 410];
  // Files that no longer exist: another version has been deployed (chunks.js, error_pages.rs).
  const gone = new Set();
  window.parvisGone = gone;

  // Promises of the texts that are loaded or loading, by address.
  const texts = new Map();

  /** Fetches a part of the texts of a language once: the lines for this page (`own`) and those for the app
   * (`lines`). What has failed is fetched again. */
  const fetchTexts = (tag, part) => {
    const address = LANGUAGES[tag][part];
    let file = texts.get(address);
    if (!file) {
      file = readTexts(address);
      texts.set(address, file);
      file.catch(() => texts.delete(address));
    }
    return file;
  };

  const readTexts = async (address) => {
    const response = await fetch(address, { signal: AbortSignal.timeout(20_000) });
    const [own, lines] = (await response.text()).split('\n\n');
    const { ok, status } = response;
    // A page of another program's may come in its place, with status 200.
    const isPage = own.startsWith('<');
    if (GONE.includes(status) || (ok && isPage)) gone.add(address);
    if (!ok || !lines || isPage) throw new Error(`${address} has no texts, status ${status}`);
    // During a deployment, another server may have answered before without having the file.
    gone.delete(address);
    return { own: own.split('\n'), lines };
  };

  const whenParsed = (then) => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', then);
    else then();
  };

  // Replaces the bilingual texts of the document once those of its language are loaded; `data-text` is a line
  // of start.ftl.
  const translate = (own) => {
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll('[data-text]')) {
      element.textContent = own[element.dataset.text];
    }
  };

  // Stricter modes of some browsers, and administrators, switch WebAssembly off.
  const hasWasm = typeof WebAssembly === 'object';

  const showFailure = () => {
    const failure = document.querySelector('.shell__failure');
    if (!failure) return;
    document.querySelector('.shell__wait')?.remove();
    failure.hidden = false;
    failure.querySelector('.shell__reason').hidden = !hasWasm;
    failure.querySelector('.shell__no-wasm').hidden = hasWasm;
    failure.querySelector('button').addEventListener('click', async () => {
      // A file that the service worker keeps may be damaged.
      await tryStorage(() => caches.delete('parvis-files'))?.catch(() => {});
      location.reload();
    });
  };
  const showFailureWhenParsed = () => whenParsed(showFailure);

  // Preloads the chunks and texts that the page at this address is likely to need. Whether somebody is signed in is
  // guessed from the last visit; after a wrong guess, they are loaded later.
  const wasSignedIn = tryStorage(() => localStorage.getItem('parvis.signed-in')) !== null;
  const preloadLikely = () => {
    const isLikely = ([path, signedIn]) =>
      path.test(location.pathname) && (signedIn ?? wasSignedIn) === wasSignedIn;
    const [, , chunks = [], needsFurther] = CHUNKS.find(isLikely) ?? [];
    // The app asks for them with the page.
    if (needsFurther) fetchTexts(language, FURTHER);
    for (const href of chunks) {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: '', href });
      document.head.append(link);
    }
  };

  // Fetches the main wasm, and preloads the rest once most of it has come. On a slow line, both would come at the same
  // time otherwise; so the app starts while its chunk is on the way. Until the request of a chunk is answered, the line
  // has the rest of the main wasm.
  const fetchMain = async () => {
    const response = await fetch(WASM);
    let missing = WASM_BYTES * MAIN_SHARE;
    const transform = (bytes, stream) => {
      if (missing > 0 && missing <= bytes.length) preloadLikely();
      missing -= bytes.length;
      stream.enqueue(bytes);
    };
    // It takes all that comes, as nothing is read before the script is there.
    const unlimited = { highWaterMark: Number.POSITIVE_INFINITY };
    const counted = new TransformStream({ transform }, undefined, unlimited);
    return new Response(response.body.pipeThrough(counted), response);
  };

  // The bootstrap request (api/bootstrap_response.rs), in parallel with the wasm. Not a preload: WebKit would
  // then reuse the last response of a backend on another origin, even after signing out.
  const requestBootstrap = () => {
    const { content } = document.querySelector('meta[name=parvis-api]');
    const signal = AbortSignal.timeout(20_000);
    const response = fetch(`${content}/api/v1/bootstrap`, {
      credentials: 'include',
      cache: 'no-cache',
      // The backend sorts names in this language.
      headers: { 'Accept-Language': language },
      signal,
    })
      // The body is read at once, as the wasm may load after the timeout.
      .then(async (response) => new Response(await response.text(), response));
    // The app repeats a failed request, and reports its error.
    response.catch(() => {});
    window.parvisBootstrap = response;
  };

  const start = async () => {
    const firstTexts = fetchTexts(language, FIRST);
    firstTexts.then(
      ({ own }) => whenParsed(() => translate(own)),
      // Reported below.
      () => {},
    );
    if (!hasWasm) return showFailureWhenParsed();
    const timer = setTimeout(showFailure, START_TIMEOUT_MS);
    try {
      requestBootstrap();
      const module_or_path = fetchMain();
      const script = import(SCRIPT);
      const [{ default: run }, { lines }] = await Promise.all([script, firstTexts]);
      const load = async (tag, part) => (await fetchTexts(tag, part)).lines;
      // Read by i18n/language_files.rs.
      window.parvisTexts = { language, lines, load };
      await run({ module_or_path });
      // The app comes first.
      const whenIdle = window.requestIdleCallback ?? setTimeout;
      whenIdle(() => registerWorker().catch(() => {}));
    } catch (error) {
      showFailureWhenParsed();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

  // Registers the service worker, and tells it which files this page has loaded. The portal works without it, too:
  // some browsers have none in private windows.
  const registerWorker = async () => {
    const workers = navigator.serviceWorker;
    const tell = (worker) => {
      const loaded = performance.getEntriesByType('resource');
      // There is none if the browser has removed it meanwhile.
      worker?.postMessage(loaded.map(({ name }) => new URL(name).pathname));
    };
    // That of a new version.
    workers.addEventListener('controllerchange', () => tell(workers.controller));
    await workers.register('/service-worker.js');
    tell((await workers.ready).active);
  };

  start();

  // Proof of work, which the backend may require before it accepts a code, in a worker. A call stops the worker
  // of the last one; without a challenge, it does nothing else.
  let stopProof;
  window.parvisProof = (challenge) =>
    new Promise((resolve) => {
      stopProof?.();
      if (!challenge) return resolve();
      const worker = new Worker('__PARVIS_PROOF__');
      const end = (answer) => {
        worker.terminate();
        resolve(answer);
      };
      stopProof = () => end();
      worker.onmessage = ({ data }) => end(data);
      worker.onerror = () => end();
      worker.postMessage(challenge);
    });
  // Messages from other tabs while the app is loading: the bootstrap response may be older than they are
  // (tabs.rs). Without broadcast channels, the app refreshes when the tab becomes visible.
  window.parvisMissed = new Set();
  if (window.BroadcastChannel) {
    new BroadcastChannel('parvis').onmessage = ({ data }) => window.parvisMissed.add(data);
  }
})();
