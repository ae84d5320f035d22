// Says so when the app does not start: the wasm may be held back by a proxy, cut off on its way, or
// too new for the browser.
(() => {
  const PATIENCE_MS = 15_000;

  const fail = () => {
    const failure = document.querySelector('.shell__failure');
    if (!failure) return;
    document.querySelector('.shell__wait')?.remove();
    failure.hidden = false;
    failure.querySelector('button').addEventListener('click', () => location.reload());
  };
  const timer = setTimeout(fail, PATIENCE_MS);
  const failNow = () => {
    clearTimeout(timer);
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', fail);
    else fail();
  };

  addEventListener('TrunkApplicationStarted', () => clearTimeout(timer));
  addEventListener('unhandledrejection', failNow);
  // A script that does not load tells only itself: its event does not bubble. A font that does not
  // load, or an extension that fails, keeps nothing from starting.
  const stopsTheStart = ({ target, filename }) =>
    target instanceof HTMLScriptElement || filename?.startsWith(location.origin);
  addEventListener('error', (event) => stopsTheStart(event) && failNow(), { capture: true });
})();
