import { css, html, LitElement } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Axis, Cell } from '../engine/machines.ts';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { base } from '../styles/base.ts';
import { fill, strings } from '../strings.ts';
import { metricText, shade, shortText } from './heat.ts';

/** A cell that is read, or with `open` one whose run is to be opened. */
export class CellEvent extends Event {
  static readonly type = 'blk-cell';
  constructor(readonly place: number, readonly open: boolean) {
    super(CellEvent.type, { bubbles: true, composed: true });
  }
}

/** Cells of a sweep as a grid of numbers on shades of one hue. */
export class BlkHeatmap extends LitElement {
  static override properties = {
    x: { attribute: false },
    y: { attribute: false },
    cells: { attribute: false },
    done: { type: Number },
    metric: {},
    own: { attribute: false },
    dark: { type: Boolean },
    at: { type: Number },
  };
  declare x: Axis;
  declare y: Axis; // without a name: one row
  declare cells: readonly (Cell | undefined)[]; // row by row
  declare done: number; // changes with each cell that comes
  declare metric: string;
  declare own: readonly [x: string, y: string]; // the machine's present values
  declare dark: boolean;
  declare at: number; // the cell that is read
  readonly speaks = new Speaks(this);

  constructor() {
    super();
    this.x = { name: '', values: [] };
    this.y = { name: '', values: [] };
    this.cells = [];
    this.done = 0;
    this.metric = '';
    this.own = ['', ''];
    this.dark = false;
    this.at = 0;
  }

  static override styles = [
    base,
    css`
      :host {
        overflow: auto;
        padding: 2px;
      }
      .grid {
        display: grid;
        gap: 2px;
        min-width: max-content;
      }
      [role='row'] {
        display: contents;
      }
      [role='columnheader'],
      [role='rowheader'] {
        color: var(--blk-ink2);
        font: 600 var(--blk-small, 11px)/22px var(--blk-mono);
        text-align: center;
      }
      [role='rowheader'] {
        position: sticky;
        left: 0;
        z-index: 1;
        padding: 0 6px;
        background: var(--blk-panel);
        text-align: right;
      }
      [role='gridcell'] {
        position: relative;
        height: 24px;
        padding: 0 4px;
        background: var(--blk-sunk);
        font: var(--blk-small, 11px)/24px var(--blk-mono);
        text-align: center;
        white-space: nowrap;
        cursor: pointer;
      }
      .black {
        color: #000;
      }
      .white {
        color: #fff;
      }
      .own {
        outline: 2px solid var(--blk-ink);
        outline-offset: -2px;
        font-weight: 700;
      }
      .least::after {
        content: '▾';
        position: absolute;
        top: -6px;
        right: 1px;
        font-size: 12px;
      }
      .at {
        box-shadow: 0 0 0 2px var(--blk-cur);
        z-index: 1;
      }
      [role='gridcell']:focus-visible {
        outline: 2px solid var(--blk-ink);
        outline-offset: 1px;
        z-index: 2;
      }
      @media (pointer: coarse), (max-width: 639px) {
        [role='gridcell'] {
          height: 44px;
          min-width: 44px;
          line-height: 44px;
        }
        [role='rowheader'] {
          line-height: 44px;
        }
      }
      @media (forced-colors: active) {
        [role='gridcell'] {
          forced-color-adjust: none;
        }
      }
    `,
  ];

  override render() {
    const { x, y, metric } = this;
    const s = strings.sweep;
    const columns = Math.max(1, x.values.length);
    const label = fill(y.name ? s.label : s.labelOne, { metric: s.metrics[metric] ?? metric, x: x.name, y: y.name });
    return html`<div
      class="grid"
      role="grid"
      aria-label=${label}
      aria-rowcount=${Math.max(1, y.values.length) + 1}
      aria-colcount=${columns + 1}
      .style=${`grid-template-columns: auto repeat(${columns}, minmax(44px, 1fr))`}
      @keydown=${this.#key}
      @pointerdown=${this.#down}
      @pointerover=${this.#over}
      @focusin=${this.#over}
      @click=${this.#click}
    >
      ${guard([x, y, this.cells, this.done, metric, this.dark, this.own.join(), this.at, s.pending], () => this.#rows(columns))}
    </div>`;
  }

  #rows(columns: number) {
    const values = this.cells.map((c) => (c && c.end !== 'refused' ? c.values[this.metric] : NaN));
    const known = values.filter((v) => !Number.isNaN(v));
    const least = Math.min(...known);
    const most = Math.max(...known);
    const first = values.indexOf(least);
    const unit = this.y.name ? this.y.values : [''];
    return html`<div role="row">
        <span role="columnheader">${this.y.name ? html`<span class="hidden-text">${this.y.name} / ${this.x.name}</span>` : ''}</span>
        ${this.x.values.map((v) => html`<span role="columnheader">${v}</span>`)}
      </div>
      ${unit.map(
        (rowValue, row) => html`<div role="row">
          <span role="rowheader">${rowValue}</span>
          ${this.x.values.map((_, column) => {
            const place = row * columns + column;
            return this.#cell(place, values[place], most > least ? (values[place] - least) / (most - least) : 0, place === first && most > least);
          })}
        </div>`,
      )}`;
  }

  #cell(place: number, value: number, share: number, least: boolean) {
    const cell = this.cells[place];
    const known = !Number.isNaN(value);
    const tint = known ? shade(share, this.dark) : null;
    const columns = Math.max(1, this.x.values.length);
    const own = this.x.values[place % columns] === this.own[0] && (!this.y.name || this.y.values[Math.floor(place / columns)] === this.own[1]);
    const mark = cell?.end === 'stuck' || cell?.end === 'limit' ? '!' : '';
    const classes = [tint?.ink ?? '', own ? 'own' : '', least ? 'least' : '', place === this.at ? 'at' : ''].join(' ');
    return html`<span role="gridcell" class=${classes} data-place=${place} tabindex=${place === this.at ? 0 : -1} .style=${tint ? `background:${tint.background}` : ''}
      ><span aria-hidden="true">${known ? shortText(this.metric, value) + mark : cell ? '–' : ''}</span><span class="hidden-text">${this.say(place)}</span></span
    >`;
  }

  /** A cell in words. */
  say(place: number): string {
    const s = strings.sweep;
    const columns = Math.max(1, this.x.values.length);
    const x = `${this.x.name} ${this.x.values[place % columns] ?? ''}`;
    const y = `${this.y.name} ${this.y.values[Math.floor(place / columns)] ?? ''}`;
    const cell = this.cells[place];
    let value = s.pending;
    if (cell?.end === 'refused') value = fill(s.refused, { why: cell.why });
    else if (cell) value = metricText(this.metric, cell.values[this.metric]) + (cell.end === 'stuck' ? `, ${s.stuck}` : cell.end === 'limit' ? `, ${s.limit}` : '');
    return fill(this.y.name ? s.cell : s.cellOne, { x, y, metric: s.metrics[this.metric] ?? this.metric, value });
  }

  #placeOf(e: Event): number {
    const cell = (e.target as Element).closest<HTMLElement>('[role="gridcell"]');
    return cell ? Number(cell.dataset.place) : -1;
  }

  #over = (e: Event): void => {
    const place = this.#placeOf(e);
    if (place >= 0 && place !== this.at) this.dispatchEvent(new CellEvent(place, false));
  };

  /** A finger cannot point: its first touch reads a cell, the second opens it. */
  #touched = -1;
  #down = (e: PointerEvent): void => {
    const place = this.#placeOf(e);
    this.#touched = e.pointerType === 'touch' && place !== this.#readBefore ? place : -1;
    this.#readBefore = place;
  };
  #readBefore = -1;

  #click = (e: Event): void => {
    const place = this.#placeOf(e);
    if (place >= 0 && place !== this.#touched) this.dispatchEvent(new CellEvent(place, true));
  };

  #key = (e: KeyboardEvent): void => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const columns = Math.max(1, this.x.values.length);
    const total = this.cells.length;
    const at = this.#placeOf(e);
    if (at < 0) return;
    const row = at - (at % columns);
    const to: Record<string, number> = {
      ArrowLeft: Math.max(row, at - 1),
      ArrowRight: Math.min(row + columns - 1, at + 1),
      ArrowUp: at - columns < 0 ? at : at - columns,
      ArrowDown: at + columns >= total ? at : at + columns,
      Home: row,
      End: row + columns - 1,
    };
    if (e.key === 'Enter' || e.key === ' ') this.dispatchEvent(new CellEvent(at, true));
    else if (e.key in to) this.#focus(to[e.key]);
    else return;
    e.preventDefault();
    e.stopPropagation();
  };

  #focus(place: number): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
  }
}

define('blk-heatmap', BlkHeatmap);
