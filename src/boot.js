// Starts the part of the app that the address and the last visit speak for, and says so when none
// starts: the wasm may be held back by a proxy, cut off on its way, or too new for the browser.
(() => {
  const PATIENCE_MS = 15_000;
  // The files of each part: the build writes their names here.
  const FILES = __PARVIS_PARTS__;
  const REMEMBERED = 'parvis.agent';

  // A browser that stores nothing answers as if nothing had ever been kept (stored.rs).
  const stored = (use) => {
    try {
      return use();
    } catch {
      return null;
    }
  };
  // Whether somebody was signed in here last.
  const wasAgent = () => stored(() => localStorage.getItem(REMEMBERED)) !== null;
  // Where nothing is stored, the next visit may begin with the wrong part, and gets the right one after it.
  const remember = (agent) =>
    stored(() =>
      agent ? localStorage.setItem(REMEMBERED, '') : localStorage.removeItem(REMEMBERED),
    );

  // The scheme that was chosen here, before anything is painted: scheme.rs.
  const scheme = stored(() => localStorage.getItem('parvis.scheme'));
  if (scheme) document.documentElement.dataset.scheme = scheme;

  const fail = () => {
    const failure = document.querySelector('.shell__failure');
    if (!failure) return;
    document.querySelector('.shell__wait')?.remove();
    failure.hidden = false;
    failure.querySelector('button').addEventListener('click', () => location.reload());
  };
  let timer;
  const failNow = () => {
    clearTimeout(timer);
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', fail);
    else fail();
  };

  // The part that is likely: parts.rs knows.
  const likely = (path) => {
    if (/^\/aide\/(droits|accessibilite|raccourcis)\/?$/.test(path)) return 'forms';
    if (/^\/(rejoindre|attente)\//.test(path) || !wasAgent()) return 'guests';
    if (/^\/salles\/[^/]+\/envoyer\/?$/.test(path)) return 'sending';
    return /^\/salles\/(nouvelle|[^/]+\/modifier)\/?$/.test(path) ? 'forms' : 'agents';
  };
  let part = likely(location.pathname);
  // Each part asks anew, and knows what was told before.
  const forgetNews = () => {
    for (const word of ['rooms', 'signed-out']) {
      stored(() => sessionStorage.removeItem(`parvis.news.${word}`));
    }
  };
  const start = async () => {
    clearTimeout(timer);
    timer = setTimeout(fail, PATIENCE_MS);
    forgetNews();
    const [script, wasm] = FILES[part];
    try {
      const module_or_path = fetch(wasm);
      const { default: run } = await import(script);
      await run({ module_or_path });
      clearTimeout(timer);
      dispatchEvent(new Event('parvis-started'));
    } catch (error) {
      failNow();
      throw error;
    }
  };

  // A part that finds the person to be another's says so.
  for (const other of Object.keys(FILES)) {
    addEventListener(`parvis-part-${other}`, () => {
      part = other;
      if (part === 'agents' || part === 'guests') remember(part === 'agents');
      start();
    });
  }
  // Whoever points at the way to another of an agent's parts is likely to go there: it is fetched
  // beforehand, once.
  const fetched = new Set();
  const fetchNext = ({ target }) => {
    const link = target.closest?.('a[href]');
    if (part !== 'agents' || link?.origin !== origin) return;
    const next = likely(link.pathname);
    if (!['forms', 'sending'].includes(next) || fetched.has(next)) return;
    fetched.add(next);
    for (const file of FILES[next]) fetch(file, { priority: 'low' }).catch(() => {});
  };
  addEventListener('pointerover', fetchNext);
  addEventListener('focusin', fetchNext);
  // Whoever goes to sign in will be an agent when they are back.
  addEventListener('click', ({ target }) => {
    if (target.closest?.('a[href*="/auth/sign-in"]')) remember(true);
  });
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
  if (window.BroadcastChannel) {
    new BroadcastChannel('parvis').onmessage = ({ data }) =>
      stored(() => sessionStorage.setItem(`parvis.news.${data}`, ''));
  }
  // Whoever signs out leaves no trace.
  addEventListener('parvis-signed-out', () => remember(false));
  start();
})();
