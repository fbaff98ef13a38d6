import { css, html, LitElement } from 'lit';
import { noticeOf, type Told } from '../playground/session.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { strings } from '../strings.ts';
import { define } from './element.ts';
import { Speaks } from './speaks.ts';

const s = strings.state;

/** A sentence about what went wrong or what was read, with ways out. Sends "way" events named by what was chosen. */
export class BlkNotice extends LitElement {
  static override properties = { notice: { attribute: false } };
  readonly speaks = new Speaks(this);
  declare notice: Told | null;

  static override styles = [
    base,
    controls,
    css`
      .card {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 12px;
        padding: 8px 12px;
        border-bottom: 1px solid var(--blk-line);
        border-left: 4px solid var(--blk-line2);
        background: var(--blk-panel);
        font-size: 13px;
        line-height: 18px;
      }
      .error {
        border-left-color: var(--blk-bad);
      }
      .words {
        flex: 1 1 300px;
        min-width: 0;
        max-height: 72px;
        overflow: auto;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      .btn {
        height: 26px;
        font-size: 12px;
      }
    `,
  ];

  override render() {
    if (!this.notice) return html``;
    const n = noticeOf(this.notice);
    return html`<div class="card ${n.kind}" role=${n.kind === 'error' ? 'alert' : 'status'}>
      <div class="words"><b>${n.kind === 'error' ? '⚠ ' : ''}${n.title}</b>${n.text ? html`<br />${n.text}` : ''}</div>
      ${n.ways?.map((way) => html`<button class="btn" @click=${way.go}>${way.label}</button>`)}
      ${n.place && n.place.line > 0 ? this.#way('place', s.fix) : ''} ${n.action === 'restart' ? this.#way('restart', s.restart) : ''}
      ${n.action === 'retry' ? this.#way('retry', s.retry) : ''} ${n.report ? this.#way('report', s.report) : ''}
      ${this.#way('dismiss', strings.close, s.dismiss)}
    </div>`;
  }

  #way(way: string, label: string, title = label) {
    return html`<button class="btn" title=${title} @click=${() => this.dispatchEvent(new CustomEvent('blk-way', { detail: way }))}>${label}</button>`;
  }
}

define('blk-notice', BlkNotice);
