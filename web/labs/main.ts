import { html, nothing, render } from 'lit';
import { pack } from '../share/link.ts';
import { otherLanguage, pageSpeaks } from '../strings/page.ts';
import { languageEvent, strings, switchLanguage, tagOf } from '../strings/index.ts';
import { runOf, sheet, words, type Links } from './sheet.ts';
import { labSheets, type Lab } from './sheets.ts';

const lab: Lab = document.documentElement.dataset.lab === 'b' ? 'b' : 'a';
const other: Lab = lab === 'a' ? 'b' : 'a';
const key = new URLSearchParams(location.search).has('key');
let links: Links = new Map();

async function packed(): Promise<Links> {
  const names = labSheets[lab].flatMap((step) => step.runs);
  const entry = async (name: string): Promise<[string, string]> => {
    const { run } = runOf(name);
    return [name, 'index.html' + (await pack({ text: run.text, ...(run.event > 0 ? { event: run.event } : { at: run.at }) }))];
  };
  return new Map(await Promise.all(names.map(entry)));
}

function show(): void {
  const w = words();
  const page = (of: Lab, withKey: boolean): string => `lab-${of}.html${withKey ? '?key' : ''}`;
  render(
    html`<nav aria-label=${strings.menu}>
        <a href="index.html">${w.playground}</a>
        <a href=${page(other, key)}>${w.other[other]}</a>
        <a href=${page(lab, !key)}>${key ? w.sheet : w.key}</a>
        <span class="space"></span>
        <button lang=${tagOf(otherLanguage())} @click=${() => switchLanguage(otherLanguage())}>${strings.otherLanguage}</button>
        <button class="primary" @click=${() => print()}>${w.print}</button>
      </nav>
      <main class=${key ? 'key' : nothing}>${sheet(lab, key, links)}</main>`,
    document.getElementById('lab')!,
  );
}

async function speak(): Promise<void> {
  show();
  links = await packed(); // the scenarios' comments are in the language too
  show();
}

pageSpeaks(() => `${words().title[lab]} · blkplay`);
addEventListener(languageEvent, () => void speak());
void speak();
