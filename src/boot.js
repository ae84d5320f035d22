// Starts the app, and says so when it does not start: the wasm may be held back by a proxy, cut off on its
// way, or too new for the browser.
(() => {
  const PATIENCE_MS = 15_000;
  // The build writes here the names of the app's files, and the chunks that it needs at an address beside
  // its main wasm: src/chunks.json.
  const [SCRIPT, WASM] = __PARVIS_APP__;
  const CHUNKS = __PARVIS_CHUNKS__;
  // The file of texts of each language, by its tag: locales/.
  const LANGUAGES = __PARVIS_LANGUAGES__;

  // A browser that stores nothing answers as if nothing had ever been kept (ui: storage.rs).
  const stored = (use) => {
    try {
      return use();
    } catch {
      return null;
    }
  };

  // The scheme that was chosen here, before anything is painted: scheme.rs.
  const scheme = stored(() => localStorage.getItem('parvis.scheme'));
  if (scheme) document.documentElement.dataset.scheme = scheme;

  // The language that was chosen here, else the first of the person's that there are texts in, else French.
  const wished = [stored(() => localStorage.getItem('parvis.locale')), ...navigator.languages];
  const tags = wished.map((tag) => tag?.split('-')[0].toLowerCase());
  const language = tags.find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? 'fr';

  /** The lines for this page, and those for the app. */
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

  // What the document says in two languages before its own is there: by the line of start.ftl.
  const translate = (own) => {
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll('[data-text]')) {
      element.textContent = own[element.dataset.text];
    }
  };

  // Switched off by some browsers' stricter modes, and by administrators.
  const hasWasm = typeof WebAssembly === 'object';

  const fail = () => {
    const failure = document.querySelector('.shell__failure');
    if (!failure) return;
    document.querySelector('.shell__wait')?.remove();
    failure.hidden = false;
    failure.querySelector('.shell__reason').hidden = !hasWasm;
    failure.querySelector('.shell__no-wasm').hidden = hasWasm;
    failure.querySelector('button').addEventListener('click', () => location.reload());
  };
  const failNow = () => whenParsed(fail);

  // The page at this address is likely to need these: they come right behind the main wasm. Whether
  // somebody is signed in is guessed from the last visit; what was guessed wrong is fetched later.
  const wasSignedIn = stored(() => localStorage.getItem('parvis.signed-in')) !== null;
  const fetchLikely = () => {
    const isLikely = ([path, signedIn]) =>
      path.test(location.pathname) && (signedIn ?? wasSignedIn) === wasSignedIn;
    for (const href of CHUNKS.find(isLikely)?.[2] ?? []) {
      const link = document.createElement('link');
      const fetchPriority = 'low';
      Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: '', fetchPriority, href });
      document.head.append(link);
    }
  };

  // What the app starts from (api/first_answer.rs), asked for beside its wasm. By a preload instead, WebKit
  // would give a backend of another origin's last answer once more, even after signing out.
  const askForBootstrap = () => {
    const { content } = document.querySelector('meta[name=parvis-api]');
    const signal = AbortSignal.timeout(20_000);
    const answer = fetch(`${content}/api/v1/bootstrap`, {
      credentials: 'include',
      cache: 'no-cache',
      // Names are sorted as the language has it.
      headers: { 'Accept-Language': language },
      signal,
    })
      // Read at once: the wasm may come later than the time is over.
      .then(async (response) => new Response(await response.text(), response));
    // The app asks once more where this fails, and reports that.
    answer.catch(() => {});
    window.parvisBootstrap = answer;
  };

  const start = async () => {
    const texts = fetchTexts(language);
    texts.then(
      ({ own }) => whenParsed(() => translate(own)),
      // Reported below.
      () => {},
    );
    if (!hasWasm) return failNow();
    const timer = setTimeout(fail, PATIENCE_MS);
    try {
      askForBootstrap();
      const module_or_path = fetch(WASM);
      const script = import(SCRIPT);
      fetchLikely();
      const [{ default: run }, { lines }] = await Promise.all([script, texts]);
      const load = async (tag) => (await fetchTexts(tag)).lines;
      // What the app starts with: i18n/language_files.rs.
      window.parvisTexts = { language, lines, load };
      await run({ module_or_path });
    } catch (error) {
      failNow();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

  // Work that the backend asks for before it takes a code: beside the page.
  window.parvisProof = (challenge) =>
    new Promise((resolve) => {
      const worker = new Worker('__PARVIS_PROOF__');
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = resolve;
      worker.postMessage(challenge);
    });
  // What other tabs tell while the app is still on its way: the answer that it starts from may be
  // older than that. See tabs.rs; without, the app looks again when the tab is next looked at.
  for (const word of ['rooms', 'signed-out']) {
    stored(() => sessionStorage.removeItem(`parvis.news.${word}`));
  }
  if (window.BroadcastChannel) {
    new BroadcastChannel('parvis').onmessage = ({ data }) =>
      stored(() => sessionStorage.setItem(`parvis.news.${data}`, ''));
  }
  start();
})();
