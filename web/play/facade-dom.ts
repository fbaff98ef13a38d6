// Elements made by hand: what a page gives is only ever text or an attribute's value.

export function el<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

export function button(className: string, click: () => void, ...children: (Node | string)[]): HTMLButtonElement {
  const element = el('button', className, ...children);
  element.type = 'button';
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-disabled') !== 'true') click();
  });
  return element;
}

/** The poster, in the size that the image in the tag tells, so that nothing moves when it comes. */
export function picture(src: string, like: HTMLImageElement | null, alt: string): HTMLImageElement {
  const image = el('img', '');
  image.loading = 'lazy';
  image.decoding = 'async';
  for (const side of ['width', 'height']) {
    const px = like?.getAttribute(side);
    if (px) image.setAttribute(side, px);
  }
  image.alt = like?.alt ?? alt;
  image.src = src;
  return image;
}
