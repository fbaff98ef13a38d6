import { html, LitElement, nothing } from 'lit';
import type { Axis, Cell } from '../engine/machines.ts';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { messageOf } from '../playground/session.ts';
import { countBios } from '../scenario/text.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, said, strings } from '../strings.ts';
import type { Bench, Machine } from './bench.ts';
import { axisNames, cellsMost, firstAxes, ownValue, readAxis, usualValues } from './axes.ts';
import { changed } from './changes.ts';
import { CellEvent, type BlkHeatmap } from './heatmap.ts';
import './heatmap.ts';
import { metricText } from './heat.ts';
import { Pool } from './pool.ts';
import type { SweepState } from './state.ts';
import { sweepStyles } from './sweepstyle.ts';
import { lossesText } from '../words/losses.ts';
import { letterOf } from './words.ts';

/** The sweep is otherwise than it was: the link has to say so. */
export class SweepEvent extends Event {
  static readonly type = 'blk-sweep-state';
  constructor(readonly state: SweepState) {
    super(SweepEvent.type, { bubbles: true, composed: true });
  }
}

/** A scenario, with changes, to be opened in the playground. */
export class OpenCellEvent extends Event {
  static readonly type = 'blk-open-cell';
  constructor(
    readonly machine: Machine,
    readonly changes: readonly { name: string; value: string }[],
    readonly how: 'playground' | 'machine',
  ) {
    super(OpenCellEvent.type, { bubbles: true, composed: true });
  }
}

/** Runs of so many bios in all are begun without being asked for. */
const unasked = 3_000_000;
const metricNames = ['mean_q2c', 'p95_q2c', 'p99_q2c', 'max_q2c', 'requests', 'bios_per_request', 'merges', 'seeks', 'throughput', 'unplugs', 'timer_unplugs', 'device_busy', 'span'];

/** One workload on many machines that differ in two settings: a metric of each run as a heat map. */
export class BlkSweep extends LitElement {
  static override properties = { bench: { attribute: false }, state: { attribute: false }, version: { type: Number } };
  declare bench: Bench;
  declare state: SweepState;
  /** Changes whenever the bench may have. */
  declare version: number;
  readonly speaks = new Speaks(this);
  pool = new Pool();

  #place = 0; // the machine that is swept
  #x: Axis = { name: '', values: [] };
  #y: Axis = { name: '', values: [] };
  #of: { text: string; axes: string } | null = null; // what the cells are of
  #cells: (Cell | undefined)[] = [];
  #done = 0;
  #own: Cell | null = null;
  #at = 0;
  #told = '';
  #stop: AbortController | null = null;
  #scheme = matchMedia('(prefers-color-scheme: dark)');

  static override styles = [base, controls, sweepStyles];

  constructor() {
    super();
    this.version = 0;
    this.state = { x: '', y: '', metric: '' };
    this.addEventListener(CellEvent.type, (e) => this.#cell(e as CellEvent));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#scheme.addEventListener('change', this.#again);
    addEventListener('blk-theme', this.#again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scheme.removeEventListener('change', this.#again);
    removeEventListener('blk-theme', this.#again);
    this.#stop?.abort();
    this.pool.close();
  }

  #again = (): void => this.requestUpdate();

  get #machine(): Machine {
    return this.bench.machines[Math.min(this.#place, this.bench.machines.length - 1)];
  }

  get #text(): string {
    return this.#machine.session.goodText;
  }

  get #kernel() {
    return this.#machine.session.view().machine.info ?? undefined;
  }

  get #metric(): string {
    return metricNames.includes(this.state.metric) ? this.state.metric : metricNames[0];
  }

  /** Axes as they are written, those of the page's beginning where nobody wrote any. */
  #axesText(): [x: string, y: string] {
    const view = this.#machine.session.view();
    const [x, y] = firstAxes(view.machine.queuePlug);
    const values = (name: string): string => `${name}=${usualValues(name, this.bench.engine.description.kernels, this.#kernel, view.machine.elevator)}`;
    const names = axisNames(this.#kernel, view);
    const known = (text: string): boolean => names.includes(text.split('=')[0]);
    if (known(this.state.x)) return [this.state.x, known(this.state.y) ? this.state.y : ''];
    return [values(x), values(y)];
  }

  override render() {
    if (!this.bench || this.#text === '') return nothing;
    const s = strings.sweep;
    const [xText, yText] = this.#axesText();
    const letter = letterOf(this.bench.machines.indexOf(this.#machine));
    const names = axisNames(this.#kernel, this.#machine.session.view());
    return html`<section aria-labelledby="sweep-title">
      <form @submit=${this.#submit}>
        <h2 id="sweep-title">${s.title}</h2>
        <p class="note">${fill(s.intro, { letter })}</p>
        ${this.bench.machines.length > 1
          ? html`<label>${s.of}<select name="machine" @change=${this.#chooseMachine}>${this.bench.machines.map((_, i) => html`<option value=${i} ?selected=${i === this.bench.machines.indexOf(this.#machine)}>${letterOf(i)}</option>`)}</select></label>`
          : nothing}
        ${this.#axis('x', s.across, xText, names, false)} ${this.#axis('y', s.down, yText, names, true)}
        ${this.#button()}
        <p class="note" role="status">${this.#told}</p>
        <fieldset>
          <legend>${s.metric}</legend>
          ${metricNames.map((m) => html`<label class="radio"><input type="radio" name="metric" value=${m} .checked=${m === this.#metric} @change=${() => this.#set({ metric: m })} /> ${s.metrics[m]}</label>`)}
        </fieldset>
      </form>
      <div class="map">
        <p class="axes"><span>${s.across}: <b>${this.#x.name}</b>${this.#y.name ? html` · ${s.down}: <b>${this.#y.name}</b>` : nothing}</span><span class="note">${this.#dark() ? s.scaleDark : s.scale} · ${s.ownMark} · ${s.leastMark}</span></p>
        <blk-heatmap .x=${this.#x} .y=${this.#y} .cells=${this.#cells} .done=${this.#done} .metric=${this.#metric} .own=${this.#owns()} .dark=${this.#dark()} .at=${this.#at}></blk-heatmap>
      </div>
      <div class="read">${this.#reading()}</div>
    </section>`;
  }

  #axis(which: 'x' | 'y', label: string, text: string, names: readonly string[], none: boolean) {
    const s = strings.sweep;
    const [name, values = ''] = text.split('=');
    return html`<div class="axis" role="group" aria-label=${label}>
      <label>${label}
        <select name="${which}-name" @change=${(e: Event) => this.#chooseAxis(which, (e.target as HTMLSelectElement).value)}>
          ${none ? html`<option value="" ?selected=${name === ''}>${s.nothing}</option>` : nothing}
          ${names.map((n) => html`<option value=${n} ?selected=${n === name}>${n}</option>`)}
        </select>
      </label>
      <label ?hidden=${name === ''}>${s.values}<input type="text" name="${which}-values" spellcheck="false" autocapitalize="off" .value=${values} @change=${(e: Event) => this.#set({ [which]: `${name}=${(e.target as HTMLInputElement).value.trim()}` })} /></label>
    </div>`;
  }

  #button() {
    const s = strings.sweep;
    if (this.#stop) {
      const total = this.#cells.length;
      const text = fill(s.progress, { done: this.#done, total });
      return html`<div class="progress"><progress max=${total} .value=${this.#done} aria-label=${text}></progress><span>${text}</span><button type="button" class="btn" @click=${() => this.#stop?.abort()}>${strings.cancel}</button></div>`;
    }
    return html`<button class="btn ${this.#current ? '' : 'primary'}">${s.run}</button>`;
  }

  /** The cell that is read, beside the machine as it is. */
  #reading() {
    const s = strings.sweep;
    const cell = this.#cells[this.#at];
    if (!cell) return html`<p class="note">${s.read} ${s.click}</p>`;
    const kernel = changed(this.#changes(this.#at), 'kernel') ?? this.#kernel?.name ?? '';
    const title = this.#changes(this.#at).map((c) => `${c.name} ${c.value}`).join(', ');
    return html`<h3>${title}</h3>
      ${cell.end === 'refused' ? html`<p>${fill(s.refused, { why: cell.why })}</p>` : this.#readTable(cell)}
      ${cell.losses.length > 0 ? html`<p class="note">${lossesText(cell.losses, kernel)}</p>` : nothing}
      ${cell.end === 'stuck' ? html`<p class="note">${s.stuck}</p>` : nothing}
      <p class="note">${s.click}</p>
      <div class="ways">
        <button class="btn primary" ?disabled=${cell.end === 'refused'} @click=${() => this.#open('playground')}>${strings.compare.inPlayground}</button>
        <button class="btn" ?disabled=${cell.end === 'refused'} @click=${() => this.#open('machine')}>${s.add}</button>
      </div>`;
  }

  #readTable(cell: Cell) {
    const s = strings.sweep;
    return html`<table>
      <thead><tr><td></td><th scope="col">${s.here}</th><th scope="col">${s.own}</th></tr></thead>
      <tbody>
        ${metricNames.map((m) => html`<tr class=${m === this.#metric ? 'chosen' : ''}><th scope="row">${s.metrics[m]}</th><td><b>${metricText(m, cell.values[m])}</b></td><td>${this.#own ? metricText(m, this.#own.values[m]) : '…'}</td></tr>`)}
      </tbody>
    </table>`;
  }

  override updated(): void {
    if (!this.bench || this.#text === '') return;
    if (!this.#current && this.#cost() <= unasked) void this.#run();
  }

  #counted: { text: string; bios: number } | null = null;
  #cost(): number {
    const [x, y] = this.#axesText().map(readAxis);
    if (this.#counted?.text !== this.#text) this.#counted = { text: this.#text, bios: countBios(this.#text) };
    return x && y ? x.values.length * Math.max(1, y.values.length) * this.#counted.bios : Infinity;
  }

  /** The cells are those of the present text and axes. */
  get #current(): boolean {
    return this.#of?.text === this.#text && this.#of.axes === this.#axesText().join();
  }

  async #run(): Promise<void> {
    const s = strings.sweep;
    this.#stop?.abort();
    const [x, y] = this.#axesText().map(readAxis);
    const wrong = x === null ? s.across : y === null ? s.down : '';
    this.#of = { text: this.#text, axes: this.#axesText().join() };
    if (!x || !y || x.values.length * Math.max(1, y.values.length) > cellsMost) {
      this.#tell(fill(s.badValues, { name: wrong || s.values, most: cellsMost }));
      return;
    }
    if (x.name === y.name) {
      this.#tell(s.sameAxes);
      return;
    }
    const stop = new AbortController();
    const total = x.values.length * Math.max(1, y.values.length);
    this.#stop = stop;
    [this.#x, this.#y, this.#done, this.#told, this.#own] = [x, y, 0, '', null];
    this.#cells = new Array<Cell | undefined>(total).fill(undefined);
    this.#at = this.#ownPlace();
    const cells = this.#cells;
    const began = performance.now();
    const text = this.#text;
    this.requestUpdate();
    try {
      void this.bench.tools.sweepCells(text, none, none, 0, 1, { signal: stop.signal }).then(([own]) => {
        if (this.#cells === cells) this.#own = own;
      }, () => {});
      await this.pool.run(text, x, y, (place, cell) => {
        cells[place] = cell;
        if (this.#cells !== cells) return;
        this.#done++;
        this.requestUpdate();
      }, stop.signal);
      this.#tell(fill(s.finished, { total, seconds: ((performance.now() - began) / 1000).toFixed(2) }));
    } catch (e) {
      if (this.#cells !== cells) return;
      this.#tell(stop.signal.aborted ? fill(s.cancelled, { done: this.#done, total }) : fill(s.failed, { reason: said(messageOf(e)) }));
    } finally {
      if (this.#stop === stop) this.#stop = null;
      this.requestUpdate();
    }
  }

  #tell(text: string): void {
    this.#told = text;
    this.requestUpdate();
  }

  #owns(): [string, string] {
    const view = this.#machine.session.view();
    return [ownValue(this.#x.name, view, this.#kernel), ownValue(this.#y.name, view, this.#kernel)];
  }

  /** The machine's own cell, else the first. */
  #ownPlace(): number {
    const [x, y] = this.#owns();
    const column = this.#x.values.indexOf(x);
    const row = this.#y.name ? this.#y.values.indexOf(y) : 0;
    return column < 0 || row < 0 ? 0 : row * this.#x.values.length + column;
  }

  #dark(): boolean {
    const { theme } = document.documentElement.dataset;
    return theme ? theme === 'dark' : this.#scheme.matches;
  }

  #changes(place: number): { name: string; value: string }[] {
    const columns = Math.max(1, this.#x.values.length);
    const list = [{ name: this.#x.name, value: this.#x.values[place % columns] }];
    if (this.#y.name) list.push({ name: this.#y.name, value: this.#y.values[Math.floor(place / columns)] });
    return list;
  }

  #cell(e: CellEvent): void {
    this.#at = e.place;
    if (e.open && this.#cells[e.place] && this.#cells[e.place]!.end !== 'refused') this.#open('playground');
    this.requestUpdate();
  }

  #open(how: 'playground' | 'machine'): void {
    this.dispatchEvent(new OpenCellEvent(this.#machine, this.#changes(this.#at), how));
  }

  #chooseMachine = (e: Event): void => {
    this.#place = Number((e.target as HTMLSelectElement).value);
    this.requestUpdate();
  };

  #chooseAxis(which: 'x' | 'y', name: string): void {
    const values = usualValues(name, this.bench.engine.description.kernels, this.#kernel, this.#machine.session.view().machine.elevator);
    this.#set({ [which]: name === '' ? '' : `${name}=${values}` });
  }

  #set(change: Partial<SweepState>): void {
    const [x, y] = this.#axesText();
    this.state = { x, y, metric: this.#metric, ...change };
    this.#told = '';
    this.dispatchEvent(new SweepEvent(this.state));
  }

  #submit = (e: Event): void => {
    e.preventDefault();
    void this.#run();
  };
}

const none: Axis = { name: '', values: [] };

define('blk-sweep', BlkSweep);
export type { BlkHeatmap };
