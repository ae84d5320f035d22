// Start script: loads the wasm and the texts, requests the bootstrap data, and shows an error if the app does
// not start: a proxy may hold the wasm back, the connection may break, or the browser may be too old.
(() => {
  const START_TIMEOUT_MS = 15_000;
  // The build inserts the names of the app's files, and the chunks that each address needs beside the main
  // wasm (src/chunks.json).
  const [SCRIPT, WASM] = __PARVIS_APP__;
  const CHUNKS = __PARVIS_CHUNKS__;
  // The file with the texts of each language, by language tag (locales/).
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

  /** Fetches the texts of a language: the lines for this page (`own`) and those for the app (`lines`). */
  const fetchTexts = async (tag) => {
    const response = await fetch(LANGUAGES[tag], { signal: AbortSignal.timeout(20_000) });
    const [own, lines] = (await response.text()).split('\n\n');
    // A page of another program's may come in its place, with status 200.
    if (!response.ok || !lines || own.startsWith('<')) {
      throw new Error(`${response.url} has no texts, status ${response.status}`);
    }
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
    failure.querySelector('button').addEventListener('click', () => location.reload());
  };
  const showFailureWhenParsed = () => whenParsed(showFailure);

  // Preloads the chunks that the page at this address is likely to need, after the main wasm. Whether
  // somebody is signed in is guessed from the last visit; after a wrong guess, chunks are loaded later.
  const wasSignedIn = tryStorage(() => localStorage.getItem('parvis.signed-in')) !== null;
  const preloadLikelyChunks = () => {
    const isLikely = ([path, signedIn]) =>
      path.test(location.pathname) && (signedIn ?? wasSignedIn) === wasSignedIn;
    for (const href of CHUNKS.find(isLikely)?.[2] ?? []) {
      const link = document.createElement('link');
      const fetchPriority = 'low';
      Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: '', fetchPriority, href });
      document.head.append(link);
    }
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
    const texts = fetchTexts(language);
    texts.then(
      ({ own }) => whenParsed(() => translate(own)),
      // Reported below.
      () => {},
    );
    if (!hasWasm) return showFailureWhenParsed();
    const timer = setTimeout(showFailure, START_TIMEOUT_MS);
    try {
      requestBootstrap();
      const module_or_path = fetch(WASM);
      const script = import(SCRIPT);
      preloadLikelyChunks();
      const [{ default: run }, { lines }] = await Promise.all([script, texts]);
      const load = async (tag) => (await fetchTexts(tag)).lines;
      // Read by i18n/language_files.rs.
      window.parvisTexts = { language, lines, load };
      await run({ module_or_path });
    } catch (error) {
      showFailureWhenParsed();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

  // Proof of work, which the backend may require before it accepts a code, in a worker.
  window.parvisProof = (challenge) =>
    new Promise((resolve) => {
      const worker = new Worker('__PARVIS_PROOF__');
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = resolve;
      worker.postMessage(challenge);
    });
  // Messages from other tabs while the app is loading: the bootstrap response may be older than they are
  // (tabs.rs). Without broadcast channels, the app refreshes when the tab becomes visible.
  for (const message of ['rooms', 'signed-out']) {
    tryStorage(() => sessionStorage.removeItem(`parvis.news.${message}`));
  }
  if (window.BroadcastChannel) {
    new BroadcastChannel('parvis').onmessage = ({ data }) =>
      tryStorage(() => sessionStorage.setItem(`parvis.news.${data}`, ''));
  }
  start();
})();
