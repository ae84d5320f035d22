// Title of the conference page, as a button that opens the details. The page may add the title later, or
// replace it at any time; its other functions are kept.

const PRESS_KEYS = ['Enter', ' '];
/** The attribute of a title that an element of ours has made a button. */
const BUTTON_ATTRIBUTE = 'aria-haspopup';

/** The attributes that make an element a button, unless it is one. */
const attributesOf = (element, texts) => ({
  [BUTTON_ATTRIBUTE]: 'dialog',
  title: texts[0],
  ...(element.matches('button, a[href]') ? {} : { role: 'button', tabindex: '0' }),
});

export class Title {
  #selector;
  #texts;
  /** The element that the selector finds now, and the element in it that is the button. */
  #anchor = null;
  #button = null;
  /** The former values of the attributes that were set. */
  #formerAttributes = {};
  #abort = new AbortController();
  #observer = new MutationObserver(() => this.#attach());

  /** Calls `open` when somebody presses the title, and `onNear` when they are about to. */
  constructor(selector, texts, open, onNear) {
    this.#selector = selector;
    this.#texts = texts;
    // First, because an invalid selector throws, and must leave no listeners behind.
    this.#attach();
    const listen = (name, listener) =>
      document.addEventListener(name, listener, { capture: true, signal: this.#abort.signal });
    const isOnTitle = ({ target }) => target instanceof Node && this.#anchor?.contains(target);
    const press = (event) => {
      if (!isOnTitle(event)) return;
      // Before the page's own listeners.
      event.stopImmediatePropagation();
      event.preventDefault();
      this.#button?.focus();
      open();
    };
    listen('click', press);
    listen('keydown', (event) => {
      if (event.target === this.#button && PRESS_KEYS.includes(event.key)) press(event);
    });
    for (const name of ['pointerover', 'focusin']) {
      listen(name, (event) => isOnTitle(event) && onNear());
    }
    // The focus must be visible even if the page removes outlines.
    listen('focusin', ({ target }) =>
      this.#outline(target.matches?.(':focus-visible') ? target : null),
    );
    listen('focusout', () => this.#outline(null));
    this.#observer.observe(document.documentElement, {
      childList: true,
      subtree: true,
      attributeFilter: ['id', 'class', BUTTON_ATTRIBUTE],
    });
  }

  focus() {
    this.#attach();
    this.#button?.focus();
  }

  remove() {
    this.#observer.disconnect();
    this.#abort.abort();
    this.#detach();
  }

  #attach() {
    const title = document.querySelector(this.#selector);
    // A heading stays a heading: if it has its text in an element, that element becomes the button.
    const inner = title?.matches('h1, h2, h3, h4, h5, h6') ? title.firstElementChild : null;
    const button = inner?.textContent.trim() ? inner : title;
    this.#anchor = title;
    if (button === this.#button && (!button || button.hasAttribute(BUTTON_ATTRIBUTE))) return;
    this.#detach();
    // The title is a button already: the page's own, or that of another instance. The observer reports when
    // that instance removes it.
    if (button?.hasAttribute(BUTTON_ATTRIBUTE)) return;
    this.#button = button;
    if (!button) return;
    for (const [name, value] of Object.entries(attributesOf(button, this.#texts))) {
      this.#formerAttributes[name] = button.getAttribute(name);
      button.setAttribute(name, value);
    }
    button.style.cursor = 'pointer';
  }

  #detach() {
    const button = this.#button;
    this.#button = null;
    if (!button) return;
    for (const [name, value] of Object.entries(this.#formerAttributes)) {
      if (value === null) button.removeAttribute(name);
      else button.setAttribute(name, value);
    }
    this.#formerAttributes = {};
    for (const name of ['cursor', 'outline', 'outline-offset']) button.style.removeProperty(name);
    if (button.getAttribute('style') === '') button.removeAttribute('style');
  }

  #outline(focused) {
    const style = this.#button?.style;
    const set = (name, value) =>
      style?.setProperty(name, focused === this.#button ? value : '', 'important');
    set('outline', '2px solid');
    set('outline-offset', '2px');
  }
}
