import type { CSSResult } from 'lit';

/** Gives the document itself the styles that elements have: for pages without a shadow tree. */
export function adopt(...styles: readonly CSSResult[]): void {
  document.adoptedStyleSheets.push(...styles.map((s) => s.styleSheet!));
}
