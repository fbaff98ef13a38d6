import { html, type TemplateResult } from 'lit';

/** Text with **bold** parts. */
export function rich(text: string): TemplateResult {
  return html`${text.split('**').map((part, k) => (k % 2 === 1 ? html`<b>${part}</b>` : part))}`;
}

/** The same without marks, for speech. */
export function plain(text: string): string {
  return text.replaceAll('**', '');
}
