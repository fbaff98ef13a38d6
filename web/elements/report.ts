import { css, html, LitElement, nothing } from 'lit';
import { traceEndings, type Import } from '../playground/desk.ts';
import { saveFile, stemOf } from '../playground/files.ts';
import { words } from '../beside/words.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, strings } from '../strings.ts';
import { define } from './element.ts';
import { Speaks } from './speaks.ts';
import { told } from '../words/told.ts';

const s = strings.share.report;

/** What an importer read of a trace, and what it left out. Sends "close", "blk-beside", and "blk-convert" with an ending. */
export class BlkReport extends LitElement {
  static override properties = { report: { attribute: false } };
  declare report: Import | null;
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    controls,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(200px, 2fr) minmax(0, 3fr) auto;
        gap: 8px 24px;
        padding: 10px 12px;
        border-bottom: 1px solid var(--blk-line);
        border-left: 4px solid var(--blk-line2);
        background: var(--blk-panel);
        font-size: 13px;
        line-height: 18px;
      }
      h2 {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      h3 {
        font-weight: 600;
      }
      ul {
        max-height: 126px;
        margin: 0;
        columns: 2 280px;
        column-gap: 32px;
        padding-left: 18px;
        overflow: auto;
        overflow-wrap: anywhere;
      }
      .formats {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
        margin-top: 6px;
      }
      .formats span {
        flex: 1 0 100%;
        font-weight: 600;
      }
      .formats .btn {
        height: 26px;
        font-family: var(--blk-mono);
      }
      .ways {
        display: flex;
        flex-direction: column;
        gap: 6px;
      }
      @media (max-width: 639px) {
        section {
          grid-template-columns: minmax(0, 1fr);
        }
        .ways {
          flex-flow: row wrap;
        }
        .ways .btn {
          flex: 1;
        }
        .ways .btn,
        .formats .btn {
          min-height: 44px;
        }
      }
    `,
  ];

  override render() {
    const r = this.report;
    if (!r) return html``;
    return html`<section aria-label=${fill(s.title, { name: r.name })}>
      <div>
        <h2><span role="status">${fill(s.title, { name: r.name })}</span></h2>
        <p class="note">${s.text}</p>
        ${r.files.length === 0 ? nothing : this.#formats()}
      </div>
      <div>
        <h3 id="read">${s.read}</h3>
        <ul tabindex="0" aria-labelledby="read">
          ${r.lines.map((line) => html`<li>${told(line)}</li>`)}
        </ul>
      </div>
      <div class="ways">
        ${r.files.length === 0 ? nothing : html`<button class="btn primary" @click=${() => this.dispatchEvent(new Event('blk-beside'))}>${words.open}</button>`}
        <button class="btn" @click=${() => saveFile(`${stemOf(r.name)}-report.txt`, r.lines.join('\n') + '\n', 'text/plain')}>${s.save}</button>
        <button class="btn" @click=${() => this.dispatchEvent(new Event('close'))}>${strings.close}</button>
      </div>
    </section>`;
  }

  #formats() {
    return html`<div class="formats" role="group" aria-label=${s.trace}>
      <span>${s.trace}</span>
      ${traceEndings.map((ending) => html`<button class="btn" @click=${() => this.dispatchEvent(new CustomEvent('blk-convert', { detail: ending }))}>${ending}</button>`)}
    </div>`;
  }
}

define('blk-report', BlkReport);
