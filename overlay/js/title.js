// The title of the conference page, made a button that opens the details. The page may put it there
// late, and make it anew whenever it likes; what it is to the page it stays.

const PRESSES = ['Enter', ' '];
/** What a title has that one of us has made a button. */
const OURS = 'aria-haspopup';

/** The attributes that make an element a button, as far as it is none. */
const attributesOf = (element, texts) => ({
  [OURS]: 'dialog',
  title: texts[0],
  ...(element.matches('button, a[href]') ? {} : { role: 'button', tabindex: '0' }),
});

export class Title {
  #selector;
  #texts;
  /** What is called the title now, and what of it is the button. */
  #anchor = null;
  #button = null;
  /** What the attributes that are ours now were before. */
  #before = {};
  #ends = new AbortController();
  #watch = new MutationObserver(() => this.#dress());

  /** `open` is called when somebody presses it, `near` when they are about to. */
  constructor(selector, texts, open, near) {
    this.#selector = selector;
    this.#texts = texts;
    // Before anything else: a selector that is none must leave nothing behind.
    this.#dress();
    const listen = (name, listener) =>
      document.addEventListener(name, listener, { capture: true, signal: this.#ends.signal });
    const isOnTitle = ({ target }) => target instanceof Node && this.#anchor?.contains(target);
    const press = (event) => {
      if (!isOnTitle(event)) return;
      // Ahead of what the page itself does with it.
      event.stopImmediatePropagation();
      event.preventDefault();
      this.#button?.focus();
      open();
    };
    listen('click', press);
    listen('keydown', (event) => {
      if (event.target === this.#button && PRESSES.includes(event.key)) press(event);
    });
    for (const name of ['pointerover', 'focusin']) {
      listen(name, (event) => isOnTitle(event) && near());
    }
    // A page that takes every outline away would hide where one is.
    listen('focusin', ({ target }) =>
      this.#outline(target.matches?.(':focus-visible') ? target : null),
    );
    listen('focusout', () => this.#outline(null));
    this.#watch.observe(document.documentElement, {
      childList: true,
      subtree: true,
      attributeFilter: ['id', 'class', OURS],
    });
  }

  focus() {
    this.#dress();
    this.#button?.focus();
  }

  remove() {
    this.#watch.disconnect();
    this.#ends.abort();
    this.#undress();
  }

  #dress() {
    const title = document.querySelector(this.#selector);
    // A heading stays one where it holds its text in an element: that becomes the button.
    const inner = title?.matches('h1, h2, h3, h4, h5, h6') ? title.firstElementChild : null;
    const button = inner?.textContent.trim() ? inner : title;
    this.#anchor = title;
    if (button === this.#button && (!button || button.hasAttribute(OURS))) return;
    this.#undress();
    // Already one: the page's own, or another of us made it one and may go first, which is looked out
    // for.
    if (button?.hasAttribute(OURS)) return;
    this.#button = button;
    if (!button) return;
    for (const [name, value] of Object.entries(attributesOf(button, this.#texts))) {
      this.#before[name] = button.getAttribute(name);
      button.setAttribute(name, value);
    }
    button.style.cursor = 'pointer';
  }

  #undress() {
    const button = this.#button;
    this.#button = null;
    if (!button) return;
    for (const [name, value] of Object.entries(this.#before)) {
      if (value === null) button.removeAttribute(name);
      else button.setAttribute(name, value);
    }
    this.#before = {};
    for (const name of ['cursor', 'outline', 'outline-offset']) button.style.removeProperty(name);
    if (button.getAttribute('style') === '') button.removeAttribute('style');
  }

  #outline(focused) {
    const style = this.#button?.style;
    if (!style) return;
    if (focused === this.#button) {
      style.setProperty('outline', '2px solid', 'important');
      style.setProperty('outline-offset', '2px', 'important');
    } else {
      style.removeProperty('outline');
      style.removeProperty('outline-offset');
    }
  }
}
