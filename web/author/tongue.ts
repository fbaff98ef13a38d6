import { html, type TemplateResult } from 'lit';
import { skeleton } from './skeleton.ts';
import { words } from './words.ts';

/** How an exercise is told in another language, and a start of it: its own words laid out at the end, to be put into that one. */
export function tongue(formatted: string, replace: (text: string) => void): TemplateResult {
  const w = words();
  const lay = (e: SubmitEvent): void => {
    e.preventDefault();
    const tag = (e.target as HTMLFormElement).elements.namedItem('language') as HTMLInputElement;
    const language = tag.value;
    tag.setCustomValidity(new RegExp(`^words ${language}$`, 'm').test(formatted) ? w.tongueThere : '');
    if (tag.reportValidity()) replace(`${formatted.trimEnd()}\n\n${skeleton(formatted, language)}`);
  };
  return html`<h3>${w.tongue}</h3>
    <p>${w.tongueNote.split('`').map((s, k) => (k % 2 ? html`<code>${s}</code>` : s))}</p>
    <form class="seed" @submit=${lay}>
      <label for="tag">${w.tongueTag}</label>
      <input id="tag" name="language" type="text" required pattern="[a-z][a-z\\-]{1,20}" size="6" autocomplete="off" spellcheck="false" value="zh" @input=${(e: Event) => (e.target as HTMLInputElement).setCustomValidity('')} />
      <button class="btn" ?disabled=${formatted === ''}>${w.tongueLay}</button>
    </form>`;
}
