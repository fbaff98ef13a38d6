import { html, type TemplateResult } from 'lit';
import { otherLanguage } from '../strings/page.ts';
import { strings, switchLanguage, tagOf } from '../strings/index.ts';

/** The head of a page beside the playground: the way there, where one is, and language and theme. Styled by web/styles/document.ts. */
export function pageHead(where: unknown, more: unknown = ''): TemplateResult {
  return html`<header class="page-head">
    <a href="${document.documentElement.dataset.home ?? ''}index.html">${strings.title}</a>
    <span class="where">${where}</span>
    ${more}
    <button class="btn" lang=${tagOf(otherLanguage())} @click=${() => switchLanguage(otherLanguage())}>${strings.otherLanguage}</button>
    <button class="btn square" aria-label=${strings.theme} title=${strings.theme} @click=${switchTheme}>◐</button>
  </header>`;
}

/** Light instead of dark, or the other way round. */
export function switchTheme(): void {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  dispatchEvent(new Event('blk-theme'));
}
