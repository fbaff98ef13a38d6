import { css, html, LitElement, nothing } from 'lit';
import type { Numbers } from '../engine/machines.ts';
import { GhostEvent } from '../playground/events.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, said, strings } from '../strings.ts';
import { differenceText, mainRows, plugRows, stageOf, stagesOf, valueText, type Row } from '../words/numbers.ts';
import { define } from './element.ts';
import './histogram.ts';
import { Speaks } from './speaks.ts';

/** The numbers of the whole run, beside those of the same run without plugging. */
export class BlkNumbers extends LitElement {
  static override properties = {
    numbers: { attribute: false },
    busy: { type: Boolean },
    failure: {},
    ghost: { type: Boolean },
    queuePlug: { type: Boolean },
  };
  declare numbers: Numbers | null;
  declare busy: boolean; // those shown are of a text before
  declare failure: string;
  declare ghost: boolean;
  declare queuePlug: boolean;
  readonly speaks = new Speaks(this);

  constructor() {
    super();
    this.numbers = null;
    this.busy = false;
    this.failure = '';
    this.ghost = true;
    this.queuePlug = true;
  }

  static override styles = [
    base,
    controls,
    css`
      :host {
        overflow: auto;
        padding: 6px 12px 12px;
      }
      .busy {
        opacity: 0.5;
      }
      .switch {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 26px;
        cursor: pointer;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      caption,
      h3 {
        padding: 10px 0 3px;
        color: var(--blk-ink2);
        font-size: 11px;
        line-height: 15px;
        text-align: left;
      }
      th,
      td {
        padding: 2px 0 2px 8px;
        border-bottom: 1px solid var(--blk-line);
        text-align: right;
        font-weight: 400;
        vertical-align: baseline;
      }
      td {
        font-family: var(--blk-mono);
        font-size: 11px;
        white-space: nowrap;
      }
      th:first-child {
        padding-left: 0;
        text-align: left;
      }
      thead th {
        color: var(--blk-ink2);
        font-size: 11px;
        line-height: 15px;
      }
      td.run,
      td b {
        font-weight: 600;
      }
      td.ghost,
      td span {
        color: var(--blk-ink2);
      }
      td b,
      td span {
        display: block;
      }
      .key {
        display: flex;
        gap: 12px;
        color: var(--blk-ink2);
        font-size: 11px;
      }
      .key i {
        display: inline-block;
        width: 14px;
        height: 9px;
        margin-right: 4px;
        background: var(--blk-ink2);
      }
      .key i.outline {
        border: 1.5px dashed var(--blk-ink);
        background: none;
      }
      details {
        margin-top: 6px;
        color: var(--blk-ink2);
      }
      summary {
        cursor: pointer;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 10px;
        margin: 4px 0 0;
      }
      dt {
        font-family: var(--blk-mono);
      }
      dd {
        margin: 0;
      }
      @media (pointer: coarse), (max-width: 639px) {
        .switch,
        summary {
          min-height: 44px;
          align-content: center;
        }
      }
    `,
  ];

  override render() {
    const n = strings.numbers;
    if (this.failure) return html`<p role="status">${fill(n.failed, { reason: said(this.failure) })}</p>`;
    const { numbers } = this;
    if (!numbers) return html`<p class="note" role="status">${n.counting}</p>`;
    if (numbers.run.figures.queued === 0) return html`<p class="note" role="status">${n.empty}</p>`;
    return html`<label class="switch" title=${n.ghostNote}>
        <input type="checkbox" .checked=${this.ghost} @change=${() => this.dispatchEvent(new GhostEvent())} /> ${n.showGhost} <span class="note">(G)</span>
      </label>
      <div class=${this.busy ? 'busy' : ''} aria-busy=${this.busy}>
        ${this.#table(n.wholeRun, mainRows(numbers.run.figures), mainRows(numbers.ghost.figures))}
        ${this.#histogram(numbers)} ${this.#stages(numbers)}
        ${this.#table(n.figures.plugs, plugRows(numbers.run.figures, this.queuePlug), plugRows(numbers.ghost.figures, this.queuePlug))}
        ${this.queuePlug ? html`<p class="note">${n.btt}</p>` : nothing}
        ${this.ghost ? html`<p class="note">${n.ghostNote}</p>` : nothing}
      </div>`;
  }

  #table(title: string, rows: readonly Row[], others: readonly Row[]) {
    const n = strings.numbers;
    return html`<table>
      <caption>${title}</caption>
      <thead>
        <tr><th scope="col"><span class="hidden-text">${title}</span></th><th scope="col">${n.run}</th>${this.ghost ? html`<th scope="col">${n.ghost}</th><th scope="col">${n.difference}</th>` : nothing}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, i) => html`<tr><th scope="row">${row.name}</th><td class="run">${valueText(row)}</td>${this.ghost ? html`<td class="ghost">${valueText(others[i])}</td><td>${differenceText(row, others[i])}</td>` : nothing}</tr>`,
        )}
      </tbody>
    </table>`;
  }

  #histogram({ run, ghost }: Numbers) {
    const n = strings.numbers;
    return html`<h3>${n.histogram}, ms</h3>
      <blk-histogram .bins=${run.histogram} .ghost=${this.ghost ? ghost.histogram : []}></blk-histogram>
      ${this.ghost ? html`<div class="key"><span><i></i>${n.run}</span><span><i class="outline"></i>${n.ghost}</span></div>` : nothing}`;
  }

  /** btt's own table; the second line of a cell is the ghost's. */
  #stages({ run, ghost }: Numbers) {
    const n = strings.numbers;
    const stages = stagesOf(run.figures, ghost.figures);
    const none = n.columns.map(() => n.none);
    return html`<table class="stages">
        <caption>${n.stages}</caption>
        <thead>
          <tr><th scope="col">${n.stage}</th>${n.columns.map((c) => html`<th scope="col">${c}</th>`)}</tr>
        </thead>
        <tbody>
          ${stages.map((stage) => {
            const mine = stageOf(run.figures, stage) ?? none;
            const its = stageOf(ghost.figures, stage) ?? none;
            return html`<tr><th scope="row" title=${n.meaning[stage]}>${stage}</th>${mine.map((v, i) => html`<td><b>${v}</b>${this.ghost ? html`<span><span class="hidden-text">${n.ghost}: </span>${its[i]}</span>` : nothing}</td>`)}</tr>`;
          })}
        </tbody>
      </table>
      <details>
        <summary>${n.names}</summary>
        <dl>${stages.map((stage) => html`<dt>${stage}</dt><dd>${n.meaning[stage]}</dd>`)}</dl>
      </details>`;
  }
}

define('blk-numbers', BlkNumbers);
