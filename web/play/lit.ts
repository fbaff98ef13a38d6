// What the player has in the place of lit: its templates and its style tag, without the base class of elements.
export { css, unsafeCSS } from '@lit/reactive-element/css-tag.js';
export { html, nothing, render, svg, type TemplateResult } from 'lit/html.js';
