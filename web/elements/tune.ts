import { css, html, type TemplateResult } from 'lit';
import type { KernelInfo, ScenarioError } from '../engine/engine.ts';
import { EditEvent, FireEvent, KernelEvent } from '../playground/events.ts';
import { hasOp } from '../scenario/ops.ts';
import { dropTunables, setAt, setPair, setWord } from '../scenario/text.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { described, fill, ms, strings } from '../strings.ts';
import { define, ViewElement } from './element.ts';
import './jiffy.ts';
import './settings.ts';

const t = strings.tune;
const hzs = [100, 250, 1000];

/** The settings of the machine, turned from the start of the run or from now on. */
export class BlkTune extends ViewElement {
  static override readonly turn = 1;
  static override properties = { ...ViewElement.properties, kernels: { attribute: false }, text: { attribute: false }, errors: { attribute: false }, fromNow: { state: true } };
  declare kernels: readonly KernelInfo[];
  declare text: string;
  declare errors: readonly ScenarioError[];
  declare fromNow: boolean;

  constructor() {
    super();
    this.kernels = [];
    this.text = '';
    this.errors = [];
    this.fromNow = false;
  }

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        isolation: isolate;
        flex-direction: column;
        gap: 6px;
      }
      h2 {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        font-size: 13px;
        font-weight: 600;
      }
      .btn {
        height: 25px;
      }
      .slider .pair {
        font-size: 12px;
      }
      .slider input {
        height: 16px;
      }
      @media (pointer: coarse), (max-width: 639px) {
        .slider input {
          height: 44px;
        }
      }
      code {
        font-size: 11px;
        line-height: 15px;
        color: var(--blk-ink2);
      }
    `,
  ];

  override render() {
    const { view } = this;
    if (!view) return html``;
    const { machine } = view;
    const kernel = machine.info ?? this.kernels.find((k) => k.name === machine.kernel);
    return html`
      <h2>${t.title} <span class="note">${this.fromNow ? fill(t.senseNow, { ms: ms(view.now) }) : t.senseStart}</span></h2>
      <div class="group" role="group" aria-label=${t.sense}>
        <button class="btn" aria-pressed=${!this.fromNow} @click=${() => (this.fromNow = false)}>${t.fromStart}</button>
        <button class="btn" aria-pressed=${this.fromNow} @click=${() => (this.fromNow = true)}>${t.fromNow}</button>
      </div>
      <div class="fields">
        <span class="label">${t.kernel}</span>
        <div class="group" role="group" aria-label=${t.kernel}>
          ${this.kernels.map((k) => html`<button class="btn" aria-pressed=${k.name === machine.kernel} @click=${() => this.dispatchEvent(new KernelEvent(k.name))}>${k.name}</button>`)}
        </div>
        <label for="elevator">${t.elevator}</label>
        <select id="elevator" ?disabled=${this.fromNow && !hasOp(machine.kernel, 'elevator')} title=${this.fromNow && !hasOp(machine.kernel, 'elevator') ? strings.settings.switchOnlyOld : ''} @change=${this.#elevator}>
          ${(kernel?.elevators ?? []).map((e) => html`<option value=${e.name} ?selected=${e.name === machine.elevator} title=${described(e.text)}>${e.name}</option>`)}
        </select>
        <span class="label">${t.hz}</span>
        <div class="group" role="group" aria-label=${t.hz}>
          ${hzs.map((hz) => html`<button class="btn" aria-pressed=${hz === machine.hz} aria-disabled=${this.fromNow} title=${this.fromNow ? t.notLive : ''} @click=${() => this.#hz(hz)}>${hz}</button>`)}
        </div>
      </div>
      ${machine.queuePlug
        ? html`${this.#slider('unplug_delay_ms', t.delay, machine.unplugDelayMs, 1, Math.max(24, machine.unplugDelayMs), ' ms')}
            <blk-jiffy .view=${view}></blk-jiffy>
            ${this.#slider('unplug_thresh', t.thresh, machine.unplugThresh, 1, Math.max(16, machine.unplugThresh), '')}
            ${machine.unplugThresh === 1 ? html`<div class="note">${t.threshOne}</div>` : ''}`
        : html`<div class="note">${machine.kernel === '6.18' ? t.noQueuePlugMq : t.noQueuePlug}</div>`}
      <div class="fields">
        <label for="nr">${t.nrRequests}</label>
        <input id="nr" type="number" min="4" max="1024" .value=${String(machine.nrRequests)} @change=${this.#nrRequests} />
        <label for="depth">${t.depth}</label>
        <input id="depth" type="number" min="1" max="64" .value=${String(machine.depth)} ?disabled=${this.fromNow} title=${this.fromNow ? t.notLive : ''} @change=${this.#depth} />
      </div>
      ${(machine.setup.model || 'linear') === 'linear' ? html`<code>${this.#disk()}</code>` : ''}
      <blk-settings .view=${view} .kernel=${kernel} .fromNow=${this.fromNow} .text=${this.text} .errors=${this.errors}></blk-settings>
    `;
  }

  #slider(name: string, label: string, value: number, min: number, max: number, unit: string): TemplateResult {
    return html`<div class="slider">
      <div class="pair"><label for=${name}>${label}</label><b class="mono">${value}${unit}</b></div>
      <input id=${name} type="range" min=${min} max=${max} .value=${String(value)} @input=${(e: Event) => this.#queue(name, valueOf(e))} />
    </div>`;
  }

  #disk(): string {
    const d = this.view!.machine.setup.device;
    const base = (d.base ?? 100_000) / 1e6;
    const max = d.seek_max ? fill(t.diskMax, { ms: d.seek_max / 1e6 }) : '';
    return fill(t.disk, { base, sector: (d.per_sector ?? 1000) / 1e3, seek: (d.seek_per_1024 ?? 0) / 1e6, max });
  }

  /** A number of the queue, as its sysfs file would be written. */
  #queue(name: string, value: number): void {
    if (this.fromNow) this.#edit((text) => setAt(text, Math.round(this.view!.now), name, value));
    else this.#edit((text) => setPair(text, 'queue', name, value));
  }

  #edit(edit: (text: string) => string): void {
    this.dispatchEvent(new EditEvent(edit));
  }

  #elevator = (e: Event): void => {
    const name = (e.target as HTMLSelectElement).value;
    if (this.fromNow) this.dispatchEvent(new FireEvent([`elevator ${name}`]));
    else this.#edit((text) => setWord(dropTunables(fewerRequests(text, name, this.view!.machine)), 'elevator', name));
  };

  #hz(hz: number): void {
    if (!this.fromNow) this.#edit((text) => setWord(text, 'hz', String(hz)));
  }

  #nrRequests = (e: Event): void => this.#queue('nr_requests', Math.max(4, valueOf(e)));

  #depth = (e: Event): void => this.#edit((text) => setDepth(text, Math.max(1, valueOf(e))));
}

/** Without an elevator requests are the device's tags: more of them than its depth are refused. */
function fewerRequests(text: string, elevator: string, machine: { nrRequests: number; depth: number }): string {
  return elevator === 'none' && machine.nrRequests > machine.depth ? setPair(text, 'queue', 'nr_requests', null) : text;
}

/** The device line begins with its model, which a line made anew must name. */
function setDepth(text: string, depth: number): string {
  const changed = setPair(text, 'device', 'depth', depth);
  return changed.replace(/^(\s*device) depth=/m, '$1 linear depth=');
}

function valueOf(e: Event): number {
  return Math.round(Number((e.target as HTMLInputElement).value)) || 0;
}

define('blk-tune', BlkTune);
