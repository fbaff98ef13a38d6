import { css, html, LitElement, nothing } from 'lit';
import type { Figures } from '../engine/machines.ts';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { base } from '../styles/base.ts';
import { strings } from '../strings.ts';
import { differenceText, mainRows, plugRows, valueText, type Row } from '../words/numbers.ts';
import { letterOf } from './words.ts';

/** What one machine gave; no figures while they are counted. */
export interface Column {
  kernel: string;
  elevator: string;
  queuePlug: boolean;
  figures: Figures | null;
  failure: string;
}

/** The numbers of every machine, a column each, and how far each is from A's. */
export class BlkCompareTable extends LitElement {
  static override properties = { columns: { attribute: false } };
  declare columns: readonly Column[];
  readonly speaks = new Speaks(this);

  constructor() {
    super();
    this.columns = [];
  }

  static override styles = [
    base,
    css`
      :host {
        overflow: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      caption {
        padding-bottom: 6px;
        font-size: 13px;
        font-weight: 600;
        text-align: left;
      }
      th,
      td {
        padding: 3px 0 3px 10px;
        border-bottom: 1px solid var(--blk-line);
        font-weight: 400;
        text-align: right;
        vertical-align: top;
      }
      th:first-child {
        padding-left: 0;
        text-align: left;
      }
      thead th {
        color: var(--blk-ink2);
        font-size: var(--blk-small, 11px);
        line-height: 15px;
      }
      thead b {
        display: block;
        color: var(--blk-ink);
        font-size: 13px;
        line-height: 18px;
      }
      td {
        font-family: var(--blk-mono);
        font-size: var(--blk-small, 11px);
        white-space: nowrap;
      }
      td b,
      td span {
        display: block;
      }
      td span {
        color: var(--blk-ink2);
      }
    `,
  ];

  override render() {
    const c = strings.compare;
    const { columns } = this;
    const rows = columns.map((m) => (m.figures ? [...mainRows(m.figures), ...plugRows(m.figures, columns[0].queuePlug)] : null));
    const names = rows.find((r) => r !== null) ?? [];
    const failed = columns.findIndex((m) => m.failure !== '');
    return html`<table>
        <caption>${c.numbers}</caption>
        <thead>
          <tr>
            <td></td>
            ${columns.map((m, i) => html`<th scope="col"><b>${letterOf(i)}</b>${m.kernel}<br />${m.elevator}</th>`)}
            ${columns.length === 2 ? html`<th scope="col"><b>B − A</b></th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${names.map((row, k) => html`<tr><th scope="row">${row.name}</th>${rows.map((r, i) => this.#cell(r, rows[0], k, i))}${columns.length === 2 ? this.#difference(rows[1], rows[0], k) : nothing}</tr>`)}
        </tbody>
      </table>
      ${columns.length > 2 ? html`<p class="note">${c.against}</p>` : nothing}
      ${names.length === 0 && failed < 0 ? html`<p class="note" role="status">${strings.numbers.counting}</p>` : nothing}
      ${failed >= 0 ? html`<p class="note" role="status">${letterOf(failed)}: ${columns[failed].failure}</p>` : nothing}`;
  }

  #cell(rows: readonly Row[] | null, first: readonly Row[] | null, k: number, machine: number) {
    if (!rows) return html`<td>…</td>`;
    return html`<td><b>${valueText(rows[k])}</b>${this.columns.length > 2 && machine > 0 && first ? html`<span>${differenceText(rows[k], first[k])}</span>` : nothing}</td>`;
  }

  #difference(rows: readonly Row[] | null, first: readonly Row[] | null, k: number) {
    return html`<td>${rows && first ? differenceText(rows[k], first[k]) : '…'}</td>`;
  }
}

define('blk-compare-table', BlkCompareTable);
