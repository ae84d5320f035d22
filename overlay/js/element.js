// Custom element <parvis-session-details>: a window with the session details, over a conference page.

import { base } from './base.js';
import { blockKeys } from './keys.js';
import { make } from './make.js';
import { loadFrameLink, loadPanel, mayRunWasm } from './panel.js';
import { failure, languageOf, windowTexts } from './texts.js';
import { Title } from './title.js';

/** The style of the window; its content brings its own. The page's styles for all elements (`* { all: unset
 * }`) are reset on the host element, and do not apply inside. */
const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
:host{all:initial!important;color-scheme:light dark!important;direction:ltr!important;font:16px/1.5 system-ui,sans-serif!important}
:host([theme=light]){color-scheme:light!important}
:host([theme=dark]){color-scheme:dark!important}
dialog{box-sizing:border-box;width:40em;padding:0;border:0;overscroll-behavior:contain;overflow-wrap:anywhere}
dialog::backdrop{background:#161616a3}
.head{text-align:end;padding:8px 12px 0}
.head button,.retry{font:inherit;color:inherit;background:none;border:1px solid;padding:4px 12px;min-height:32px;cursor:pointer}
.head button{border-color:transparent}
h2{margin:0;padding:0 min(24px,3%) 8px;font-size:22px;line-height:1.3}
.body{padding:0 min(24px,3%) 24px}
:not(h2):focus-visible{outline:2px solid #0a76f6;outline-offset:2px}
`);

/** How long before the token expires the page is asked for a new one. */
const RENEW_BEFORE_MS = 120_000;
/** The minimum time between two such requests. */
const MIN_INTERVAL_MS = 10_000;

export class SessionDetails extends HTMLElement {
  static observedAttributes = ['anchor', 'api', 'lang', 'theme', 'token'];

  #root = this.attachShadow({ mode: 'open' });
  #title;
  #dialog;
  /** The content of the window: the wasm's panel, or the frame. */
  #content;
  #releaseKeys;
  /** Returns the API's address and the token of the page. */
  #getCredentials;
  #expiryTimer;
  /** When the page was last asked for a token. */
  #requestedAt = 0;

  connectedCallback() {
    // A new function each time that the element is added to a page, so that cached details of a former use
    // are not shown.
    this.#getCredentials = () => ({
      api: this.getAttribute('api') || base,
      token: this.getAttribute('token'),
    });
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
    if (name === 'lang') this.#updateLanguage();
    // A frame gets a new token, language and theme in one message.
    if (name !== 'anchor') this.#content?.refresh();
  }

  open() {
    if (this.#dialog || !this.isConnected) return;
    const close = make('button', { onclick: () => this.close() });
    const title = make('h2', { id: 'title', tabIndex: -1, autofocus: true });
    const body = make('div', { className: 'body' });
    const head = make('div', { className: 'head' }, close);
    const dialog = make('dialog', {}, head, title, body);
    dialog.setAttribute('aria-labelledby', 'title');
    // The event is dispatched later: by then another window may be open.
    dialog.onclose = () => {
      if (this.#dialog === dialog) this.close();
    };
    // A text selection that ends outside is not a click outside: the position of the pointer press counts.
    let pressedOutside = false;
    dialog.onpointerdown = ({ target }) => {
      pressedOutside = target === dialog;
    };
    // (No return value: `false` would prevent the default action of the click, as of a summary.)
    dialog.onclick = ({ target }) => {
      if (pressedOutside && target === dialog) this.close();
    };
    this.#dialog = dialog;
    this.#updateLanguage();
    this.#root.append(dialog);
    this.#releaseKeys = blockKeys();
    dialog.showModal();
    this.#show(dialog, body);
    this.#dispatch('open');
  }

  close() {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#dialog = undefined;
    this.#releaseKeys();
    // The browser returns the focus to the element that had it, unless the page has replaced that element.
    dialog.close();
    dialog.remove();
    this.#removeContent();
    if (document.activeElement === document.body) this.#title?.focus();
    this.#dispatch('close');
  }

  /** Sets the texts of the window in the element's language. */
  #updateLanguage() {
    if (!this.#dialog) return;
    const [title, close] = this.#texts;
    this.#dialog.lang = languageOf(this);
    this.#dialog.querySelector('h2').textContent = title;
    this.#dialog.querySelector('.head button').textContent = close;
    this.#content?.setLanguage?.(languageOf(this));
  }

  get #texts() {
    return windowTexts(languageOf(this));
  }

  #findTitle() {
    this.#title?.remove();
    this.#title = undefined;
    const anchor = this.getAttribute('anchor');
    if (!anchor) return;
    const open = () => this.open();
    // A failure is ignored: opening the window loads the panel again, and reports an error.
    const preload = () => mayRunWasm() && loadPanel(languageOf(this)).catch(() => {});
    this.#title = new Title(anchor, this.#texts, open, preload);
  }

  async #show(dialog, body) {
    // What replaces this announces itself to assistive technologies.
    body.replaceChildren('…');
    const showFailure = () => {
      this.#removeContent();
      this.#dispatch('empty');
      const onclick = () => {
        // The button that was pressed is about to be removed.
        dialog.querySelector('h2').focus();
        this.#show(dialog, body);
      };
      body.replaceChildren(...failure({ className: 'retry', onclick }));
    };
    try {
      const mount = await (mayRunWasm() ? this.#load() : this.#loadFrame(showFailure));
      // Closed meanwhile, or taken out of the page.
      if (this.#dialog === dialog) {
        this.#content = mount(body);
        // The language may be another by now.
        this.#updateLanguage();
      }
    } catch {
      if (this.#dialog === dialog) showFailure();
    }
  }

  async #load() {
    const language = languageOf(this);
    const { show, sheet } = await loadPanel(language);
    return (body) => {
      this.#root.adoptedStyleSheets = [STYLE, sheet];
      const container = make('div', { className: 'session' });
      body.replaceChildren(container);
      return show(container, language, this.#getCredentials, this.#handleEvent);
    };
  }

  async #loadFrame(showFailure) {
    const { frameLink } = await loadFrameLink();
    return (body) => {
      const link = frameLink(base, this.#texts[0], {
        getCredentials: this.#getCredentials,
        getSettings: () => ({ lang: languageOf(this), theme: this.getAttribute('theme') }),
        onEvent: this.#handleEvent,
        onClose: () => this.close(),
        onFailure: showFailure,
      });
      body.replaceChildren(link.frame);
      return link;
    };
  }

  #removeContent() {
    clearTimeout(this.#expiryTimer);
    this.#content?.free();
    this.#content = undefined;
  }

  /** Handles events of the details: whether there are any, which item was copied, and until when the token is
   * valid. */
  #handleEvent = (event, value) => {
    if (event === 'copied') this.#dispatch(event, { what: value });
    else if (event === 'shown' || event === 'empty') this.#dispatch(event);
    else if (event === 'expires' || event === 'refused') {
      clearTimeout(this.#expiryTimer);
      const left = event === 'expires' ? Date.parse(value) - Date.now() - RENEW_BEFORE_MS : 0;
      // Limits the rate of requests, even if the clock of the device is wrong.
      const delay = Math.max(left, this.#requestedAt + MIN_INTERVAL_MS - Date.now(), 0);
      this.#expiryTimer = setTimeout(() => {
        this.#requestedAt = Date.now();
        this.#dispatch('token-expiring', value ? { expires_at: value } : {});
      }, delay);
    }
  };

  #dispatch(name, detail) {
    this.dispatchEvent(
      new CustomEvent(`parvis-${name}`, { bubbles: true, composed: true, detail }),
    );
  }
}

/** Defines the custom element, unless it is defined already. */
export function define() {
  if (!customElements.get('parvis-session-details')) {
    customElements.define('parvis-session-details', SessionDetails);
  }
}
