import { html, type TemplateResult } from 'lit';
import { language, said } from '../strings/index.ts';

/** A message of the engine or the tools for the page: in the reader's language, or marked as the English it is. */
export function told(message: string): string | TemplateResult {
  const text = said(message);
  return text === message && language() !== 'en' ? html`<span lang="en">${text}</span>` : text;
}
