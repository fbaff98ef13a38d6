import { css, html, LitElement, svg } from 'lit';
import type { Bin } from '../engine/machines.ts';
import { base } from '../styles/base.ts';
import { fill, plural, strings } from '../strings.ts';
import { define } from './element.ts';
import { Speaks } from './speaks.ts';

const height = 76; // px, of the bars
const wide = 360;

/** Latencies on a logarithmic scale: bars of this run, and the outline of its ghost. */
export class BlkHistogram extends LitElement {
  static override properties = { bins: { attribute: false }, ghost: { attribute: false } };
  declare bins: readonly Bin[];
  declare ghost: readonly Bin[]; // empty: none is shown
  readonly speaks = new Speaks(this);

  constructor() {
    super();
    this.bins = [];
    this.ghost = [];
  }

  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        height: auto;
        overflow: visible;
      }
      .bar {
        fill: var(--blk-ink2);
      }
      .hit {
        fill: transparent;
      }
      .hit:hover {
        fill: color-mix(in srgb, var(--blk-ink) 10%, transparent);
      }
      .ghost {
        fill: none;
        stroke: var(--blk-ink);
        stroke-width: 1.5;
        stroke-dasharray: 3 2;
        vector-effect: non-scaling-stroke;
      }
      .axis {
        stroke: var(--blk-line2);
      }
      .grid {
        stroke: var(--blk-line);
      }
      text {
        fill: var(--blk-ink2);
        font: 10px var(--blk-mono);
      }
    `,
  ];

  override render() {
    const columns = align(this.bins, this.ghost);
    if (columns.length === 0) return html``;
    const most = Math.max(1, ...columns.map((c) => Math.max(c.count, c.ghost)));
    const step = wide / Math.max(8, columns.length);
    const y = (n: number): number => height - (n / most) * (height - 12);
    const withGhost = this.ghost.length > 0;
    return html`<svg viewBox="-26 0 ${wide + 40} ${height + 16}" role="img" aria-label=${this.#label(columns)}>
      <line class="grid" x1="0" x2=${wide} y1=${y(most)} y2=${y(most)} />
      <text x="-4" y=${y(most) + 3} text-anchor="end">${most}</text>
      ${columns.map((c, i) => (c.count > 0 ? svg`<rect class="bar" x=${i * step + 0.75} width=${step - 1.5} y=${y(c.count)} height=${height - y(c.count)} />` : ''))}
      ${withGhost ? svg`<path class="ghost" d=${outline(columns, step, y)} />` : ''}
      <line class="axis" x1="0" x2=${wide} y1=${height} y2=${height} />
      ${columns.map((c, i) => (i % labelEvery(columns.length) === 0 ? svg`<text x=${i * step} y=${height + 12} text-anchor="middle">${msShort(c.from)}</text>` : ''))}
      <text x=${columns.length * step} y=${height + 12} text-anchor="middle">${msShort(columns[columns.length - 1].to)}</text>
      ${columns.map((c, i) => svg`<rect class="hit" x=${i * step} width=${step} y="0" height=${height}><title>${this.#bin(c, withGhost)}</title></rect>`)}
    </svg>`;
  }

  #bin(c: Column, withGhost: boolean): string {
    const n = strings.numbers;
    return fill(withGhost ? n.binGhost : n.bin, { from: msShort(c.from), to: msShort(c.to), count: c.count, ghost: c.ghost });
  }

  #label(columns: readonly Column[]): string {
    const top = columns.reduce((a, b) => (b.count > a.count ? b : a));
    const bios = plural(columns.reduce((n, c) => n + c.count, 0), 'bio');
    return fill(strings.numbers.histogramLabel, { bios, count: top.count, from: msShort(top.from), to: msShort(top.to) });
  }
}

interface Column {
  from: number;
  to: number;
  count: number;
  ghost: number;
}

/** Both histograms over one range; their bounds are the same wherever they meet. */
function align(run: readonly Bin[], ghost: readonly Bin[]): Column[] {
  const columns = new Map<number, Column>();
  for (const b of run) columns.set(b.from, { from: b.from, to: b.to, count: b.count, ghost: 0 });
  for (const b of ghost) {
    const c = columns.get(b.from);
    if (c) c.ghost = b.count;
    else columns.set(b.from, { from: b.from, to: b.to, count: 0, ghost: b.count });
  }
  const sorted = [...columns.values()].sort((a, b) => a.from - b.from);
  return sorted.flatMap((c, i) => (i > 0 && sorted[i - 1].to < c.from ? [...between(sorted[i - 1].to, c.from), c] : [c]));
}

const series = [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8];

/** The empty bins from one bound to another, where the two runs have no latency in common. */
function between(from: number, to: number): Column[] {
  const bounds: number[] = [];
  for (let scale = 1000; scale < to; scale *= 10) bounds.push(...series.map((s) => Math.round(s * scale)));
  const inside = bounds.filter((b) => b >= from && b < to);
  return inside.map((b, i) => ({ from: b, to: inside[i + 1] ?? to, count: 0, ghost: 0 }));
}

function outline(columns: readonly Column[], step: number, y: (n: number) => number): string {
  let d = `M0 ${y(0)}`;
  columns.forEach((c, i) => (d += `L${i * step} ${y(c.ghost)}H${(i + 1) * step}`));
  return `${d}V${y(0)}`;
}

function labelEvery(columns: number): number {
  return Math.max(1, Math.ceil(columns / 9));
}

/** A bound in ms: its digits are few, and none is rounded away. */
function msShort(ns: number): string {
  return String(ns / 1e6);
}

define('blk-histogram', BlkHistogram);
