// <parvis-session-details>: the window with a session's details, over the page of a conference.

import { base } from './base.js';
import { holdKeys } from './keys.js';
import { make } from './make.js';
import { loadFrameLink, loadPanel, mayRunWasm } from './panel.js';
import { Title } from './title.js';
import { languageOf, wordsIn } from './words.js';

/** The window itself; what stands in it brings its own style. What a page says of everything in it
 * (`* { all: unset }`) stops at the element, and here. */
const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
:host{all:initial!important;color-scheme:light dark!important;font:16px/1.5 system-ui,sans-serif!important}
:host([theme=light]){color-scheme:light!important}
:host([theme=dark]){color-scheme:dark!important}
dialog{box-sizing:border-box;width:min(40em,100vw - 16px);max-width:none;max-height:calc(100dvh - 16px);padding:8px 24px 24px;border:0;overscroll-behavior:contain;overflow-wrap:anywhere;color:#161616;color:light-dark(#161616,#fff);background:#fff;background:light-dark(#fff,#1e1e1e)}
dialog::backdrop{background:#161616a3}
.head{display:flex;justify-content:flex-end;margin-right:-12px}
.head button,.retry{font:inherit;color:inherit;background:none;border:1px solid;padding:4px 12px;min-height:32px;cursor:pointer}
.head button{border-color:transparent}
h2{margin:0 0 8px;font-size:22px;line-height:1.3}
:focus-visible{outline:2px solid #0a76f6;outline-offset:2px}
h2:focus{outline:none}
iframe{display:block;width:100%;height:min(36em,70dvh);border:0}
@media(max-width:36em){dialog{padding:4px 12px 16px}}
`);

/** How long before its end the page is asked for a new token. */
const IN_TIME_MS = 120_000;
const TOO_LONG_MS = 10_000;

export class SessionDetails extends HTMLElement {
  static observedAttributes = ['anchor', 'api', 'lang', 'theme', 'token'];

  /** `(tag) => Promise<Response>`: where the data come from, for a page that has no token. */
  source;

  #root = this.attachShadow({ mode: 'open' });
  #title;
  #dialog;
  #body;
  /** What shows the details: the wasm's panel, or the frame. */
  #shown;
  #letGoOfKeys;
  #expiry;

  connectedCallback() {
    this.#root.adoptedStyleSheets = [STYLE];
    this.#findTitle();
  }

  disconnectedCallback() {
    this.close();
    this.#title?.remove();
    this.#title = undefined;
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name === 'anchor' || name === 'lang') this.#findTitle();
    if (name === 'lang') this.#shown?.speak?.(languageOf(this));
    if (name === 'token' || name === 'api') this.#shown?.askNow();
  }

  open() {
    if (this.#dialog || !this.isConnected) return;
    const words = this.#words;
    const close = make('button', { type: 'button', onclick: () => this.close() }, words.close);
    const title = make('h2', { id: 'title', tabIndex: -1, autofocus: true }, words.title);
    this.#body = make('div', { className: 'body' });
    const head = make('div', { className: 'head' }, close);
    const dialog = make('dialog', {}, head, title, this.#body);
    dialog.setAttribute('aria-labelledby', 'title');
    // Told later than it happens: by then another window may be open.
    dialog.onclose = () => this.#dialog === dialog && this.close();
    // A selection of text that ends outside is no click outside: where the press began counts.
    let beganOutside = false;
    dialog.onpointerdown = ({ target }) => {
      beganOutside = target === dialog;
    };
    dialog.onclick = ({ target }) => beganOutside && target === dialog && this.close();
    this.#dialog = dialog;
    this.#root.append(this.#dialog);
    this.#letGoOfKeys = holdKeys();
    this.#dialog.showModal();
    this.#tell('open');
    this.#show();
  }

  close() {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#dialog = undefined;
    this.#body = undefined;
    this.#letGo();
    this.#letGoOfKeys();
    // The browser gives the focus back to what had it, unless the page has made that anew.
    dialog.close();
    dialog.remove();
    if (document.activeElement === document.body) this.#title?.focus();
    this.#tell('close');
  }

  get #words() {
    return wordsIn(languageOf(this));
  }

  #findTitle() {
    this.#title?.remove();
    const anchor = this.getAttribute('anchor');
    this.#title = anchor
      ? new Title(
          anchor,
          this.#words,
          () => this.open(),
          () => this.#warmUp(),
        )
      : undefined;
  }

  #warmUp() {
    // What fails now is tried again, and told, when the window is opened.
    if (mayRunWasm()) loadPanel().catch(() => {});
  }

  async #show() {
    const { loading, failed, retry } = this.#words;
    const [dialog, body] = [this.#dialog, this.#body];
    body.replaceChildren(make('p', { role: 'status' }, loading));
    const fail = () => {
      this.#letGo();
      const again = make(
        'button',
        { type: 'button', className: 'retry', onclick: () => this.#show() },
        retry,
      );
      const told = make('p', {}, failed);
      told.setAttribute('role', 'alert');
      body.replaceChildren(told, again);
    };
    try {
      const shown = await (mayRunWasm() ? this.#load() : this.#loadFrame(fail));
      // Closed meanwhile, or taken out of the page.
      if (this.#dialog === dialog) this.#shown = shown(body);
    } catch {
      if (this.#dialog === dialog) fail();
    }
  }

  async #load() {
    const { show, sheet } = await loadPanel();
    return (body) => {
      this.#root.adoptedStyleSheets = [STYLE, sheet];
      const place = make('div', { className: 'session' });
      body.replaceChildren(place);
      return show(place, languageOf(this), this.#ask, this.#hear);
    };
  }

  async #loadFrame(fail) {
    const { frameLink } = await loadFrameLink();
    return (body) => {
      const parameters = { lang: languageOf(this), theme: this.getAttribute('theme') ?? '' };
      const link = frameLink(base, this.#words.title, parameters, {
        hello: () => ({ token: this.getAttribute('token') }),
        ask: this.#ask,
        tell: this.#hear,
        close: () => this.close(),
        fail,
      });
      body.replaceChildren(link.frame);
      return link;
    };
  }

  #letGo() {
    clearTimeout(this.#expiry);
    this.#shown?.free();
    this.#shown = undefined;
  }

  #ask = async (tag) => {
    const answer = await (this.source ?? this.#fromApi)(tag);
    return [answer.status, answer.headers.get('etag'), await answer.text()];
  };

  #fromApi = (tag) =>
    fetch(new URL('/api/v1/session', this.getAttribute('api') || base), {
      headers: {
        authorization: `Bearer ${this.getAttribute('token')}`,
        ...(tag && { 'if-none-match': tag }),
      },
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(TOO_LONG_MS),
    });

  /** What the details tell: which datum was copied, and how long the token is good. */
  #hear = (event, value) => {
    if (event === 'copied') this.#tell('copied', { what: value });
    else if (event === 'refused') this.#tell('token-expiring', {});
    else if (event === 'expires') {
      clearTimeout(this.#expiry);
      const left = Math.max(Date.parse(value) - Date.now() - IN_TIME_MS, 0);
      this.#expiry = setTimeout(() => this.#tell('token-expiring', { expires_at: value }), left);
    }
  };

  #tell(name, detail) {
    this.dispatchEvent(
      new CustomEvent(`parvis-${name}`, { bubbles: true, composed: true, detail }),
    );
  }
}

/** Makes the element known to the page, once. */
export function define() {
  if (!customElements.get('parvis-session-details')) {
    customElements.define('parvis-session-details', SessionDetails);
  }
}
