import { html, type TemplateResult } from 'lit';

/** What a section of the page is made of; see web/strings/en/teachers.ts. */
export type Part =
  | string
  | { steps: readonly string[] }
  | { list: readonly string[] }
  | { table: readonly (readonly string[])[] }
  | { pair: readonly { title: string; items: readonly string[] }[] }
  | { lines: readonly string[] };

export function part(p: Part, base: string): TemplateResult {
  const say = (text: string): TemplateResult => marked(text, base);
  if (typeof p === 'string') return html`<p>${say(p)}</p>`;
  if ('steps' in p) return html`<ol>${p.steps.map((s) => html`<li>${say(s)}</li>`)}</ol>`;
  if ('list' in p) return html`<ul>${p.list.map((s) => html`<li>${say(s)}</li>`)}</ul>`;
  if ('lines' in p) return html`<pre tabindex="0">${p.lines.join('\n')}</pre>`;
  if ('pair' in p) {
    return html`<div class="pair-of">${p.pair.map(({ title, items }) => html`<section class="box"><h3>${title}</h3><ul>${items.map((s) => html`<li>${say(s)}</li>`)}</ul></section>`)}</div>`;
  }
  const [head, ...rows] = p.table;
  return html`<table role="table">
    <thead role="rowgroup"><tr role="row">${head.map((c) => html`<th scope="col" role="columnheader">${c}</th>`)}</tr></thead>
    <tbody role="rowgroup">${rows.map((row) => html`<tr role="row">${row.map((c, k) => (k === 0 ? html`<th scope="row" role="rowheader">${say(c)}</th>` : html`<td role="cell" data-label=${head[k]}>${say(c)}</td>`))}</tr>`)}</tbody>
  </table>`;
}

/** Text with **bold** parts, `code` and [links](page.html). */
export function marked(text: string, base: string): TemplateResult {
  const parts = text.split(/(\*\*.+?\*\*|`.+?`|\[.+?\]\(.+?\))/);
  return html`${parts.map((s, k) => {
    if (k % 2 === 0) return s;
    if (s.startsWith('**')) return html`<b>${s.slice(2, -2)}</b>`;
    if (s.startsWith('`')) return html`<code>${s.slice(1, -1).replace('{base}', base)}</code>`;
    const [, words, page] = /^\[(.+)\]\((.+)\)$/.exec(s)!;
    return html`<a href=${page}>${words}</a>`;
  })}`;
}
