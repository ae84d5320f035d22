// <parvis-session-details>: the window with a session's details, over the page of a conference.

import { base } from './base.js';
import { holdKeys } from './keys.js';
import { make } from './make.js';
import { loadFrameLink, loadPanel, mayRunWasm } from './panel.js';
import { Title } from './title.js';
import { failure, languageOf, windowTexts } from './texts.js';

/** The window itself; what stands in it brings its own style. What a page says of everything in it
 * (`* { all: unset }`) stops at the element, and here. */
const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
:host{all:initial!important;color-scheme:light dark!important;direction:ltr!important;font:16px/1.5 system-ui,sans-serif!important}
:host([theme=light]){color-scheme:light!important}
:host([theme=dark]){color-scheme:dark!important}
dialog{box-sizing:border-box;width:min(40em,100vw - 16px);max-width:none;max-height:calc(100dvh - 16px);padding:0;border:0;overscroll-behavior:contain;overflow-wrap:anywhere}
dialog::backdrop{background:#161616a3}
.head{text-align:end;padding:8px 12px 0}
.head button,.retry{font:inherit;color:inherit;background:none;border:1px solid;padding:4px 12px;min-height:32px;cursor:pointer}
.head button{border-color:transparent}
h2{margin:0;padding:0 min(24px,3%) 8px;font-size:22px;line-height:1.3}
.body{padding:0 min(24px,3%) 24px}
:not(h2):focus-visible{outline:2px solid #0a76f6;outline-offset:2px}
`);

/** How long before its end the page is asked for a new token. */
const IN_TIME_MS = 120_000;
/** How long between two such questions at least. */
const PAUSE_MS = 10_000;

export class SessionDetails extends HTMLElement {
  static observedAttributes = ['anchor', 'api', 'lang', 'theme', 'token'];

  #root = this.attachShadow({ mode: 'open' });
  #title;
  #dialog;
  /** What shows the details: the wasm's panel, or the frame. */
  #shown;
  #letGoOfKeys;
  /** By what right the data are asked for, and where. */
  #right;
  #expiry;
  /** When the page was last asked for a token. */
  #asked = 0;

  connectedCallback() {
    // Another each time that it comes into a page: what was shown by the former is shown no more.
    this.#right = () => ({
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
    if (name === 'lang') this.#speak();
    // A frame is told with the same words what it asks by and how it looks.
    if (name !== 'anchor') this.#shown?.askNow();
  }

  open() {
    if (this.#dialog || !this.isConnected) return;
    const close = make('button', { onclick: () => this.close() });
    const title = make('h2', { id: 'title', tabIndex: -1, autofocus: true });
    const body = make('div', { className: 'body' });
    const head = make('div', { className: 'head' }, close);
    const dialog = make('dialog', {}, head, title, body);
    dialog.setAttribute('aria-labelledby', 'title');
    // Told later than it happens: by then another window may be open.
    dialog.onclose = () => {
      if (this.#dialog === dialog) this.close();
    };
    // A selection of text that ends outside is no click outside: where the press began counts.
    let beganOutside = false;
    dialog.onpointerdown = ({ target }) => {
      beganOutside = target === dialog;
    };
    // (No answer: `false` would keep the browser from unfolding what is pressed.)
    dialog.onclick = ({ target }) => {
      if (beganOutside && target === dialog) this.close();
    };
    this.#dialog = dialog;
    this.#speak();
    this.#root.append(dialog);
    this.#letGoOfKeys = holdKeys();
    dialog.showModal();
    this.#show(dialog, body);
    this.#tell('open');
  }

  close() {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#dialog = undefined;
    this.#letGoOfKeys();
    // The browser gives the focus back to what had it, unless the page has made that anew.
    dialog.close();
    dialog.remove();
    this.#letGo();
    if (document.activeElement === document.body) this.#title?.focus();
    this.#tell('close');
  }

  /** Has the window itself say what it says in the element's language. */
  #speak() {
    if (!this.#dialog) return;
    const [title, close] = this.#texts;
    this.#dialog.lang = languageOf(this);
    this.#dialog.querySelector('h2').textContent = title;
    this.#dialog.querySelector('.head button').textContent = close;
    this.#shown?.speak?.(languageOf(this));
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
    // What fails now is tried again, and told, when the window is opened.
    const near = () => mayRunWasm() && loadPanel(languageOf(this)).catch(() => {});
    this.#title = new Title(anchor, this.#texts, open, near);
  }

  async #show(dialog, body) {
    // What comes in its place says so to assistive technologies.
    body.replaceChildren('…');
    const fail = () => {
      this.#letGo();
      this.#tell('empty');
      const onclick = () => {
        // The button that was pressed is about to go.
        dialog.querySelector('h2').focus();
        this.#show(dialog, body);
      };
      body.replaceChildren(...failure({ className: 'retry', onclick }));
    };
    try {
      const shown = await (mayRunWasm() ? this.#load() : this.#loadFrame(fail));
      // Closed meanwhile, or taken out of the page.
      if (this.#dialog === dialog) {
        this.#shown = shown(body);
        // The language may be another by now.
        this.#speak();
      }
    } catch {
      if (this.#dialog === dialog) fail();
    }
  }

  async #load() {
    const language = languageOf(this);
    const { show, sheet } = await loadPanel(language);
    return (body) => {
      this.#root.adoptedStyleSheets = [STYLE, sheet];
      const place = make('div', { className: 'session' });
      body.replaceChildren(place);
      return show(place, language, this.#right, this.#hear);
    };
  }

  async #loadFrame(fail) {
    const { frameLink } = await loadFrameLink();
    return (body) => {
      const link = frameLink(base, this.#texts[0], {
        right: this.#right,
        hello: () => ({ lang: languageOf(this), theme: this.getAttribute('theme') }),
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

  /** What the details tell: whether there are any, which datum was copied, and how long the token is good. */
  #hear = (event, value) => {
    if (event === 'copied') this.#tell(event, { what: value });
    else if (event === 'shown' || event === 'empty') this.#tell(event);
    else if (event === 'expires' || event === 'refused') {
      clearTimeout(this.#expiry);
      const left = event === 'expires' ? Date.parse(value) - Date.now() - IN_TIME_MS : 0;
      // Never at once again and again, whatever clock the page runs by.
      const rest = Math.max(left, this.#asked + PAUSE_MS - Date.now(), 0);
      this.#expiry = setTimeout(() => {
        this.#asked = Date.now();
        this.#tell('token-expiring', value ? { expires_at: value } : {});
      }, rest);
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
