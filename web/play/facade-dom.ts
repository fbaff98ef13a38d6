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

const svg = 'http://www.w3.org/2000/svg';

/** Stands where there is no poster: requests that wait, the plug that holds them, a slot that idles. */
export function sketch(): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', '0 0 240 40');
  picture.setAttribute('aria-hidden', 'true');
  const lines: [string, string][] = [
    ['frame', 'M8 12h44v16H8zM60 12h28v16H60zM96 12h36v16H96z'],
    ['fill', 'M11 15h18v10H11zM31 15h18v10H31zM63 15h22v10H63zM99 15h30v10H99z'],
    ['plug', 'M152 4v32'],
    ['slot', 'M172 10h60v20h-60z'],
  ];
  for (const [name, d] of lines) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('class', name);
    path.setAttribute('d', d);
    picture.append(path);
  }
  return picture;
}
