// What the player has in the place of lit: its templates, and style text alone; no base class of elements.
export { html, nothing, render, svg, type TemplateResult } from 'lit/html.js';

interface Style {
  cssText: string;
}

export const css = (strings: TemplateStringsArray, ...values: readonly (Style | number)[]): Style => ({
  cssText: String.raw({ raw: strings }, ...values.map((v) => (typeof v === 'number' ? v : v.cssText))),
});

export const unsafeCSS = (cssText: string): Style => ({ cssText });
