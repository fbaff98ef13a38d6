import { css, html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { fill, listed, strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { controls } from '../styles/controls.ts';
import { biosIn, lanesOf, stretches, type Laid, type Stretch, type TextBio } from './bios.ts';

/** More bios than a reader lays by hand are not offered. */
const biosMost = 40;

/** Pixels of the smallest bio on the line: at least, and where there is room. */
const smallest = { least: 32, most: 72 };
const gapPx = 64;

/**
 * The bios of a scenario beside a line of sectors, on which a reader lays them before
 * the run is revealed. It knows nothing but the text: what becomes of them is not in it.
 */
export class BlkWorkOut extends LitElement {
  static override properties = { text: {}, laid: { state: true }, at: { state: true } };
  declare text: string; // the scenario
  declare laid: ReadonlySet<number>; // bios on the line, by number
  declare at: number; // index of the bio that the keys are at
  readonly speaks = new Speaks(this);
  #bios: TextBio[] | null = null;

  static override styles = [
    base,
    blocks,
    controls,
    css`
      :host {
        display: block;
      }
      .box {
        container-type: inline-size;
        padding: 14px 16px 16px;
        border: 1px solid var(--blk-line);
        border-radius: var(--blk-radius-panel);
        background: var(--blk-panel);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 12px;
      }
      h2 {
        flex: 1 1 auto;
        font-size: 14px;
        line-height: 18px;
        font-weight: 700;
      }
      p {
        margin-top: 6px;
        color: var(--blk-ink2);
        font-size: 13px;
        line-height: 18px;
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin: 12px 0 0;
        padding: 0;
        list-style: none;
      }
      .item {
        position: relative;
        display: grid;
        justify-items: center;
        gap: 4px;
        min-width: 64px;
        padding: 5px 6px 4px;
        border: 1px solid var(--blk-line2);
        border-radius: var(--blk-radius);
        background: none;
        color: var(--blk-ink2);
        font: 11px/15px var(--blk-ui);
        cursor: pointer;
      }
      .item:hover {
        background: var(--blk-sunk);
      }
      .item[aria-pressed='true'] {
        border-style: dashed;
      }
      .item[aria-pressed='true'] .bio {
        border-style: dashed;
        background: none;
        color: var(--blk-ink2);
      }
      .bio {
        min-width: 56px;
        height: 22px;
        padding: 0 6px;
        font-size: 12px;
        font-variant-numeric: tabular-nums;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: 14px 0;
        margin-top: 18px;
      }
      .stretch {
        position: relative;
        width: calc(var(--sectors) * var(--unit));
        padding-bottom: 22px;
      }
      .slots {
        position: relative;
        height: calc(var(--lanes) * 26px + 4px);
        border: 1.5px dashed var(--blk-line2);
        border-width: 1.5px 0;
        background: var(--blk-sunk);
      }
      .edge {
        position: absolute;
        top: 0;
        bottom: 16px;
        border-left: 1.5px solid var(--blk-line2);
      }
      .edge span {
        position: absolute;
        top: 100%;
        left: 0;
        padding-top: 2px;
        transform: translateX(-50%);
        color: var(--blk-ink2);
        font: 11px/14px var(--blk-mono);
        white-space: nowrap;
      }
      .edge.first span {
        transform: none;
      }
      .edge.last span {
        transform: translateX(-100%);
      }
      .slots .bio {
        position: absolute;
        min-width: 0;
        padding: 0;
        top: calc(var(--lane) * 26px + 2px);
        left: calc(var(--from) * var(--unit));
        width: calc(var(--length) * var(--unit) - 1px);
      }
      .gap {
        display: grid;
        place-items: end center;
        min-width: 64px;
        height: 17px;
        padding: 0 4px;
        border-bottom: 1.5px dotted var(--blk-line2);
        color: var(--blk-ink2);
        font: 11px/14px var(--blk-mono);
      }
      .btn {
        height: 28px;
        font-size: 12px;
      }
      @container (max-width: 480px) {
        .inner span,
        .tight span {
          display: none;
        }
        .gap {
          min-width: 44px;
        }
      }
      @media (max-width: 639px) {
        .item,
        .btn {
          min-height: 44px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.text = '';
    this.laid = new Set();
    this.at = 0;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('text')) return;
    this.#bios = biosIn(this.text, biosMost);
    this.laid = new Set();
    this.at = 0;
  }

  override render() {
    const bios = this.#bios;
    if (!bios || bios.length < 2) return nothing;
    const e = strings.exercise.work;
    const all = stretches(bios);
    const least = Math.min(...bios.map((b) => b.sectors));
    const longest = Math.max(...all.map((s) => s.to - s.from));
    const total = all.reduce((sum, s) => sum + s.to - s.from, 0);
    const gaps = (all.length - 1) * gapPx + 4;
    const [low, high] = [smallest.least / least, smallest.most / least];
    const unit = Math.max(low, Math.min(high, (640 - gaps) / total)); // about what it will be, for what fits under it
    const full = this.laid.size === bios.length;
    return html`<section class="box" aria-labelledby="title">
      <div class="head">
        <h2 id="title">${e.title}</h2>
        <span role="status">${fill(e.count, { n: this.laid.size, of: bios.length })}</span>
        <button class="btn" @click=${() => (this.laid = new Set(full ? [] : bios.map((b) => b.number)))}>${full ? e.none : e.all}</button>
      </div>
      <p id="how">${e.text}</p>
      <ol @keydown=${this.#move} aria-describedby="how">
        ${bios.map((b, k) => html`<li>${this.#item(b, k)}</li>`)}
      </ol>
      <div class="line" role="img" aria-label=${this.#told(all)} style="--unit: min(max(${low}px, min(${high}px, (100cqw - ${gaps}px) / ${total})), (100cqw - 2px) / ${longest})">
        ${all.map((s, k) => html`${k > 0 ? html`<span class="gap">${s.from - all[k - 1].to}</span>` : nothing}${this.#stretch(s, unit, low)}`)}
      </div>
    </section>`;
  }

  #item(b: TextBio, k: number) {
    const e = strings.exercise.work;
    const pressed = this.laid.has(b.number);
    return html`<button
      class="item"
      tabindex=${k === this.at ? 0 : -1}
      aria-pressed=${pressed}
      @focus=${() => (this.at = k)}
      @click=${() => this.#lay(b.number)}
    >
      <span class=${classOf(b)}>${b.sector}+${b.sectors}</span><span>${nameOf(b)}</span>
      <span class="hidden-text">${fill(e.at, { task: b.task, from: b.sector, to: b.sector + b.sectors - 1 })}</span>
    </button>`;
  }

  #stretch(s: Stretch, unit: number, low: number) {
    const laid = this.#laidIn(s);
    const lanes = Math.max(1, ...lanesOf(this.#bios!, s).map((l) => l.lane + 1));
    const last = s.edges.length - 1;
    const both = `${s.from} ${s.to}`.length * 7;
    const shows = (k: number): boolean => k === 0 || (k === last ? (s.to - s.from) * unit > both : roomy(s.edges, k, unit));
    const place = (k: number): string => (k === 0 ? 'first' : k < last ? 'inner' : (s.to - s.from) * low > both ? 'last' : 'last tight');
    return html`<div class="stretch" style="--sectors: ${s.to - s.from}; --lanes: ${lanes}">
      <div class="slots">${laid.map(({ bio: b, lane }) => html`<span class=${classOf(b)} style="--from: ${b.sector - s.from}; --length: ${b.sectors}; --lane: ${lane}">${b.number}</span>`)}</div>
      ${s.edges.map((edge, k) => html`<i class="edge ${place(k)}" style="left: calc(${edge - s.from} * var(--unit))">${shows(k) ? html`<span>${edge}</span>` : nothing}</i>`)}
    </div>`;
  }

  /** The bios that lie in a stretch, in the lanes that all of its bios would have. */
  #laidIn(s: Stretch): Laid[] {
    return lanesOf(this.#bios!, s).filter((l) => this.laid.has(l.bio.number));
  }

  /** The line in words. */
  #told(all: readonly Stretch[]): string {
    const e = strings.exercise.work;
    const parts = all.map((s) => {
      const names = this.#laidIn(s).map((l) => nameOf(l.bio));
      return fill(e.part, { from: s.from, to: s.to - 1, bios: names.length > 0 ? listed(names) : e.empty });
    });
    return `${e.line}${strings.grammar.colon}${parts.join(strings.exercise.between)}`;
  }

  #lay(number: number): void {
    const laid = new Set(this.laid);
    if (!laid.delete(number)) laid.add(number);
    this.laid = laid;
  }

  #move = (e: KeyboardEvent): void => {
    const last = this.#bios!.length - 1;
    const to = { ArrowRight: this.at + 1, ArrowDown: this.at + 1, ArrowLeft: this.at - 1, ArrowUp: this.at - 1, Home: 0, End: last }[e.key];
    if (to === undefined || e.altKey || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    this.renderRoot.querySelectorAll<HTMLButtonElement>('.item')[Math.max(0, Math.min(last, to))].focus();
  };
}

const nameOf = (b: TextBio): string => fill(b.write ? strings.exercise.work.write : strings.exercise.work.read, { n: b.of });

const classOf = (b: TextBio): string => `bio ${b.write ? 'write' : 'read'} t${((b.task - 1) % 6) + 1}`;

/** Whether the number under an edge keeps clear of its neighbours'. */
function roomy(edges: readonly number[], k: number, unit: number): boolean {
  const room = Math.min(edges[k] - edges[k - 1], edges[k + 1] - edges[k]) * unit;
  return room > String(edges[k]).length * 7 + 8;
}

define('blk-work-out', BlkWorkOut);
