import { css, html, LitElement } from 'lit';
import type { Import } from '../playground/desk.ts';
import { saveFile, stemOf } from '../playground/files.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, strings } from '../strings.ts';
import { define } from './element.ts';
import { Speaks } from './speaks.ts';

const s = strings.share.report;

/** What an importer read of a trace, and what it left out. Sends "close". */
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
        grid-template-columns: minmax(200px, 1fr) minmax(0, 2fr) auto;
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
        padding-left: 18px;
        overflow: auto;
        overflow-wrap: anywhere;
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
          flex-direction: row;
        }
        .ways .btn {
          flex: 1;
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
        <h2 role="status">${fill(s.title, { name: r.name })}</h2>
        <p class="note">${s.text}</p>
      </div>
      <div>
        <h3 id="read">${s.read}</h3>
        <ul tabindex="0" aria-labelledby="read">
          ${r.lines.map((line) => html`<li>${line}</li>`)}
        </ul>
      </div>
      <div class="ways">
        <button class="btn" @click=${() => saveFile(`${stemOf(r.name)}-report.txt`, r.lines.join('\n') + '\n', 'text/plain')}>${s.save}</button>
        <button class="btn" @click=${() => this.dispatchEvent(new Event('close'))}>${strings.close}</button>
      </div>
    </section>`;
  }
}

define('blk-report', BlkReport);
