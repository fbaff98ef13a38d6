import { css, html, nothing, type TemplateResult } from 'lit';
import type { KernelInfo, Parameter, ScenarioError } from '../engine/engine.ts';
import { EditEvent } from '../playground/events.ts';
import { deviceModels, setDeviceTime, setModel, setTunable, setWhatIf, whatIfOf, type DeviceTime } from '../scenario/device.ts';
import { hasOp } from '../scenario/ops.ts';
import { setAt, setPair } from '../scenario/text.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { described, fill, sentences, strings } from '../strings.ts';
import { define, ViewElement } from './element.ts';
import { told } from '../words/told.ts';

const t = strings.settings;
const inTune = ['nr_requests', 'unplug_thresh', 'unplug_delay_ms']; // have their place above

/** Every other setting: the elevator's tunables, the queue's limits, the device and what no kernel does. */
export class BlkSettings extends ViewElement {
  static override properties = {
    ...ViewElement.properties,
    kernel: { attribute: false },
    fromNow: { type: Boolean },
    text: { attribute: false },
    errors: { attribute: false },
  };
  declare kernel: KernelInfo | undefined;
  declare fromNow: boolean;
  declare text: string;
  declare errors: readonly ScenarioError[];

  constructor() {
    super();
    this.fromNow = false;
    this.text = '';
    this.errors = [];
  }

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        isolation: isolate;
      }
      details {
        border-top: 1px solid var(--blk-line);
      }
      summary {
        padding: 4px 0;
        font-weight: 600;
        cursor: pointer;
      }
      summary .note {
        font-weight: 400;
      }
      .setting {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 84px;
        align-items: center;
        gap: 0 6px;
        margin-bottom: 6px;
      }
      .setting label {
        overflow-wrap: anywhere;
        font-family: var(--blk-mono);
        font-size: 12px;
      }
      .setting .note {
        grid-column: 1 / -1;
      }
      .changed label {
        font-weight: 700;
      }
      .error {
        margin: 4px 0;
        padding-left: 8px;
        border-left: 3px solid var(--blk-bad);
        color: var(--blk-bad);
        font-size: 12px;
      }
      .if {
        display: flex;
        gap: 6px;
        align-items: center;
        margin-bottom: 4px;
        font-family: var(--blk-mono);
      }
      .if input {
        width: 16px;
        height: 16px;
        margin: 0;
        accent-color: var(--blk-ink);
      }
      .unreal {
        padding: 4px 8px;
        border: 1.5px dashed var(--blk-ink);
        margin-bottom: 6px;
        font-size: 12px;
      }
      @media (pointer: coarse), (max-width: 639px) {
        summary,
        .if {
          min-height: 44px;
          align-content: center;
        }
      }
    `,
  ];

  override render() {
    const { view, kernel } = this;
    if (!view || !kernel) return html``;
    const { machine } = view;
    const elevator = kernel.elevators.find((e) => e.name === machine.elevator);
    const queue = kernel.queue.filter((p) => !inTune.includes(p.name));
    const changed = (list: readonly Parameter[], value: (p: Parameter) => number) => list.filter((p) => value(p) !== p.default).length;
    const value = (p: Parameter) => machine.value(p.name);
    const ifs = whatIfOf(this.text);
    return html`${this.errors.slice(0, 2).map((e) => html`<div class="error">⚠ ${this.#place(e)}${told(e.message)}</div>`)}
      ${elevator ? this.#part(fill(t.tunables, { name: elevator.name }), changed(elevator.tunables, value), html`
        <div class="note">${described(elevator.text)}</div>
        ${elevator.tunables.length === 0 ? html`<div class="note">${t.noTunables}</div>` : elevator.tunables.map((p) => this.#setting(p, value(p), this.#tunable))}`) : nothing}
      ${this.#part(t.queue, changed(queue, value), queue.map((p) => this.#setting(p, value(p), this.#queue)))}
      ${this.#part(fill(t.device, { model: machine.setup.model || 'linear' }), 0, this.#device())}
      ${this.#part(t.whatIf, ifs.length, html`<div class="unreal">${t.unreal}</div>
        ${kernel.whatIf.map((word) => html`<label class="if"><input type="checkbox" .checked=${ifs.includes(word)} @change=${(e: Event) => this.#whatIf(word, (e.target as HTMLInputElement).checked)} />${word}</label>
          <div class="note">${t.ifs[word] ?? ''}</div>`)}`)}`;
  }

  #part(title: string, changed: number, inside: unknown): TemplateResult {
    return html`<details>
      <summary>${title} ${changed > 0 ? html`<span class="note">${fill(t.changed, { n: changed })}</span>` : nothing}</summary>
      ${inside}
    </details>`;
  }

  #place(e: ScenarioError): string {
    return e.line > 0 ? fill(strings.text.place, { line: e.line, column: e.column }) + strings.grammar.colon : '';
  }

  #setting(p: Parameter, value: number, change: (name: string, value: number) => void): TemplateResult {
    const refused = this.fromNow && !this.#live(p.name);
    const unit = p.unit ? ' ' + described(p.unit) : '';
    const range = bounded(p.min) || bounded(p.max) ? fill(t.range, { min: bound(p.min), max: bound(p.max) }) + unit : t.anyNumber;
    const facts = fill(t.facts, { default: p.default + unit, range });
    const wrong = this.errors.find((e) => e.message.includes(p.name));
    return html`<div class="setting ${value === p.default ? '' : 'changed'}">
      <label for=${p.name}>${p.name}</label>
      <input id=${p.name} type="number" aria-describedby="${p.name}-note" .value=${String(value)} ?disabled=${refused} title=${refused ? strings.tune.notLive : p.clamps ? t.clamps : ''}
        @change=${(e: Event) => change(p.name, Number((e.target as HTMLInputElement).value))} />
      <div class="note" id="${p.name}-note">${sentences(described(p.text) + strings.grammar.stop, facts)}</div>
      ${wrong ? html`<div class="error note">⚠ ${this.#place(wrong)}${told(wrong.message)}</div>` : nothing}
    </div>`;
  }

  #live(name: string): boolean {
    return hasOp(this.view!.machine.kernel, 'set') && this.kernel!.settable.includes(name);
  }

  #device() {
    const { setup } = this.view!.machine;
    const model = deviceModels.find((m) => m.name === (setup.model || 'linear')) ?? deviceModels[0];
    const why = this.fromNow ? strings.tune.notLive : '';
    return html`<div class="setting">
        <label for="model">${t.model}</label>
        <select id="model" ?disabled=${this.fromNow} title=${why} @change=${this.#model}>
          ${deviceModels.map((m) => html`<option value=${m.name} ?selected=${m === model} title=${described(m.text)}>${m.name}</option>`)}
        </select>
        <div class="note">${described(model.text)}</div>
      </div>
      ${model.times.map((time) => html`<div class="setting">
        <label for=${time.name}>${time.name}, ${time.unit}</label>
        <input id=${time.name} type="number" min="0" .value=${String((setup.device[time.name] ?? time.default) / time.unitNs)} ?disabled=${this.fromNow} title=${why}
          @change=${(e: Event) => this.#time(time, Number((e.target as HTMLInputElement).value))} />
        <div class="note">${sentences(described(time.text) + strings.grammar.stop, fill(t.defaultIs, { default: time.default / time.unitNs }))}</div>
      </div>`)}`;
  }

  #edit(edit: (text: string) => string): void {
    this.dispatchEvent(new EditEvent(edit));
  }

  #model = (e: Event): void => {
    const model = (e.target as HTMLSelectElement).value;
    this.#edit((text) => setModel(text, model, this.view!.machine.depth));
  };

  #time(time: DeviceTime, value: number): void {
    this.#edit((text) => setDeviceTime(text, time, value));
  }

  #whatIf(word: string, on: boolean): void {
    this.#edit((text) => setWhatIf(text, word, on));
  }

  #tunable = (name: string, value: number): void => {
    const { view } = this;
    if (this.fromNow) this.#edit((text) => setAt(text, Math.round(view!.now), name, value));
    else this.#edit((text) => setTunable(text, view!.machine.elevator, name, value));
  };

  #queue = (name: string, value: number): void => {
    if (this.fromNow) this.#edit((text) => setAt(text, Math.round(this.view!.now), name, value));
    else this.#edit((text) => setPair(text, 'queue', name, value));
  };
}

/** A bound that only keeps numbers whole is no limit to tell. */
function bounded(n: number): boolean {
  return Math.abs(n) < 2 ** 31 - 1;
}

function bound(n: number): string {
  return !bounded(n) ? (n < 0 ? '−∞' : '∞') : String(n).replace('-', '−');
}

define('blk-settings', BlkSettings);
