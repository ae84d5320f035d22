// Creates elements without parsing markup, which a page's Trusted Types policy may forbid.

export function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
