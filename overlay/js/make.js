// Elements, made without markup: a page may forbid that any text becomes some.

export function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
