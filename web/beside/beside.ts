import { html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import type { Engine } from '../engine/engine.ts';
import { kernelNamed } from '../engine/protocol.ts';
import { replayModes } from '../engine/difference.ts';
import type { Difference, DifferenceRow, DispatchOrder, Tools } from '../engine/tools.ts';
import { saveFile, stemOf } from '../playground/files.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, said, sentences, strings } from '../strings.ts';
import { rich } from '../words/rich.ts';
import './lines.ts';
import type { BlkBesideLines } from './lines.ts';
import { differenceOf, dispatchText, figure, groupsOf, lackText, rowName } from './rows.ts';
import { style } from './style.ts';
import { Trial, type Choice } from './trial.ts';
import { words } from './words.ts';
import { told } from '../words/told.ts';

/** Open the simulated run, at an instant in ns. */
export class SimulatedEvent extends Event {
  static readonly type = 'blk-simulated';
  constructor(
    readonly text: string,
    readonly at: number,
  ) {
    super(SimulatedEvent.type, { bubbles: true, composed: true });
  }
}

const disks = ['learned', 'linear', 'hp97560', 'atlas10k', 'ssd'];

/** A real trace beside its replay: what both did, in figures and on one clock. */
export class BlkBeside extends LitElement {
  static override properties = { engine: { attribute: false }, tools: { attribute: false }, onlyOther: { state: true } };
  declare engine: Engine | null;
  declare tools: Tools | null;
  declare onlyOther: boolean;
  readonly speaks = new Speaks(this);
  readonly trial = new Trial(
    () => this.tools!,
    () => this.requestUpdate(),
  );

  static override styles = [base, controls, style];

  constructor() {
    super();
    this.engine = null;
    this.tools = null;
    this.onlyOther = false;
  }

  /** Replays a trace on a machine; an elevator that the kernel lacks becomes its first. */
  open(files: readonly File[], kernel: string, elevator = ''): void {
    void this.trial.start(files, { kernel, elevator: this.#elevatorOf(kernel, elevator), disk: 'learned', mode: 'timed' });
  }

  close(): void {
    this.trial.close();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.trial.close();
  }

  override render() {
    const { trial } = this;
    const { result } = trial;
    if (!this.engine || trial.files.length === 0) return nothing;
    return html`
      <p class="intro">${fill(words.intro, { name: trial.name })}</p>
      ${this.#choices(trial.choice)}
      ${result ? this.#result(result) : nothing}
    `;
  }

  #choices(choice: Choice) {
    const w = words;
    const kernels = this.engine!.description.kernels.map((k) => k.name);
    const note = choice.disk === 'learned' ? w.deviceNotes.learned : w.deviceNotes.other;
    return html`<div class="choices" role="group" aria-label=${w.machine}>
      ${this.#select(strings.tune.kernel, choice.kernel, kernels.map((k) => [k, `Linux ${k}`]), (kernel) => ({ kernel, elevator: this.#elevatorOf(kernel, choice.elevator) }))}
      ${this.#select(strings.tune.elevator, choice.elevator, this.#elevators(choice.kernel).map((e) => [e, e]), (elevator) => ({ elevator }))}
      ${this.#select(w.device, choice.disk, disks.map((d) => [d, w.devices[d]]), (disk) => ({ disk }))}
      ${this.#select(w.mode, choice.mode, replayModes.map((m) => [m, w.modes[m]]), (mode) => ({ mode: mode as Choice['mode'] }))}
      <div class="told" role="status">${this.#told()}</div>
      <p class="note">${sentences(note, w.modeNotes[choice.mode])}</p>
    </div>`;
  }

  #select(label: string, value: string, options: [string, string][], chosen: (value: string) => Partial<Choice>) {
    const change = (e: Event): void => void this.trial.choose({ ...this.trial.choice, ...chosen((e.target as HTMLSelectElement).value) });
    return html`<label>${label}<select .value=${value} @change=${change}>${options.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}</select></label>`;
  }

  override updated(): void {
    // What a select shows follows a choice that was taken back.
    const { kernel, elevator, disk, mode } = this.trial.choice;
    this.renderRoot.querySelectorAll('select').forEach((select, i) => (select.value = [kernel, elevator, disk, mode][i]));
  }

  #elevators(kernel: string): string[] {
    return (this.engine && kernelNamed(this.engine.description, kernel))?.elevators.map((e) => e.name) ?? [];
  }

  #elevatorOf(kernel: string, wanted: string): string {
    const all = this.#elevators(kernel);
    return all.includes(wanted) ? wanted : (all[0] ?? '');
  }

  #told() {
    const { trial } = this;
    const { percent, failure, cancelled, result } = trial;
    if (percent !== null) {
      const text = fill(words.working, { name: trial.name, percent });
      return html`<b>${text}</b><progress max="100" .value=${percent} aria-label=${text}></progress><button class="btn" @click=${() => trial.cancel()}>${strings.cancel}</button>`;
    }
    const again = html`<button class="btn" @click=${() => trial.choose(trial.choice)}>${words.again}</button>`;
    if (failure) return html`<span class="failed">${fill(words.failed, { reason: said(failure) })}</span>${again}`;
    if (cancelled) return html`<span>${result ? words.cancelled : words.cancelledFirst}</span>${result ? nothing : again}`;
    return nothing;
  }

  #result(d: Difference) {
    const w = words;
    return html`
      ${d.stuck ? html`<p class="failed">${fill(w.stuck, { how: said(d.stuck) })}</p>` : nothing}
      <div class="body" aria-busy=${this.trial.percent !== null}>
        ${this.#table(d.rows)}
        <div class="side">
          ${this.#order(d)}
          <section>
            <h3 id="unknown">${w.unknownTitle}</h3>
            <ul aria-labelledby="unknown">${d.unknown.map((lack) => html`<li>${lackText(lack)}</li>`)}</ul>
          </section>
          <section>
            <h3 id="replayed">${w.replayed}</h3>
            <ul aria-labelledby="replayed" >${d.replay.map((line) => html`<li>${told(line)}</li>`)}</ul>
          </section>
          <details>
            <summary>${w.deviceLine}</summary>
            <code tabindex="0">${/^device .*$/m.exec(d.scenario)?.[0]}</code>
          </details>
          <div class="save" role="group" aria-label=${w.save}>
            <span>${w.save}</span>
            <button class="btn" @click=${() => this.#save('.txt', d.text)}>.txt</button>
            <button class="btn" @click=${() => this.#save('.json', d.json)}>.json</button>
            <button class="btn" @click=${() => this.#save('.blkplay', d.scenario)}>.blkplay</button>
          </div>
        </div>
      </div>
      <section class="lines" aria-label=${w.lines}>
        <h3>${w.lines}</h3>
        <blk-beside-lines .difference=${d} .engine=${this.engine} .name=${this.trial.name}></blk-beside-lines>
      </section>
    `;
  }

  #save(ending: string, text: string): void {
    const stem = stemOf(this.trial.files[0].name.replace(/(\.blktrace\.\d+|\.\w+)?(\.gz)?$/i, ''));
    saveFile(`${stem}-difference${ending}`, text, ending === '.json' ? 'application/json' : 'text/plain');
  }

  #table(rows: readonly DifferenceRow[]) {
    const w = words;
    const other = rows.filter((r) => r.real !== r.simulated).length;
    return html`<div class="figures">
      <div class="filter">
        <span>${fill(w.differ, { n: other, all: rows.length })}</span>
        <label><input type="checkbox" .checked=${this.onlyOther} @change=${(e: Event) => (this.onlyOther = (e.target as HTMLInputElement).checked)} />${w.onlyOther}</label>
      </div>
      <table>
        <caption class="hidden-text">${w.caption}</caption>
        <thead>
          <tr><th scope="col">${w.figure}</th><th scope="col">${w.real}</th><th scope="col">${w.simulated}</th><th scope="col">${w.difference}</th></tr>
        </thead>
        ${groupsOf(rows, this.onlyOther).map(
          (g) => html`<tbody>
            <tr class="part"><th scope="rowgroup" colspan="4">${w.groups[g.name] ?? g.name}</th></tr>
            ${g.rows.map((r) => html`<tr data-row=${r.name} class=${r.real === r.simulated ? 'same' : ''}>
              <th scope="row">${rowName(r)}</th><td>${figure(r.real, r.unit)}</td><td>${figure(r.simulated, r.unit)}</td><td>${differenceOf(r)}</td>
            </tr>`)}
          </tbody>`,
        )}
      </table>
    </div>`;
  }

  #order(d: Difference) {
    const w = words;
    const { order, origin } = d;
    const at = order.simulated?.time ?? 0;
    return html`<section class="order">
      <h3>${w.order}</h3>
      ${order.bios > 0 ? html`<p>${rich(fill(w.sameOrder, { same: order.same, bios: order.bios }))}</p><p>${rich(fill(w.together, { together: order.together, bios: order.bios }))}</p>` : nothing}
      <p>${this.#first(order, origin)}</p>
      <div class="ways">
        ${order.simulated ? html`<button class="btn" @click=${() => this.#go(at)}>${w.goFirst}</button>` : nothing}
        <button class="btn" @click=${() => this.dispatchEvent(new SimulatedEvent(d.scenario, at))}>${order.simulated ? w.goRunThere : w.goRun}</button>
      </div>
    </section>`;
  }

  #first(order: DispatchOrder, origin: number): string {
    if (order.first < 0 || !order.real || !order.simulated) return order.bios > 0 ? words.noFirst : '';
    return fill(words.firstOther, { n: order.first, real: dispatchText(order.real, origin), simulated: dispatchText(order.simulated, 0) });
  }

  #go(at: number): void {
    this.renderRoot.querySelector<BlkBesideLines>('blk-beside-lines')!.seek(at);
    this.renderRoot.querySelector('.lines')!.scrollIntoView();
  }
}

define('blk-beside', BlkBeside);
