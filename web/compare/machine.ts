import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Change } from '../engine/machines.ts';
import { kernelNamed } from '../engine/protocol.ts';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import '../elements/timeline.ts';
import type { View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { counted, fill, said, strings } from '../strings.ts';
import { plain, rich } from '../words/rich.ts';
import { verdict } from '../words/verdict.ts';
import type { Machine } from './bench.ts';
import { changed, choicesOf, onKernel, withChange, type Choice } from './changes.ts';
import type { Span } from './differences.ts';
import { lossesText } from '../words/losses.ts';
import { letterOf } from './words.ts';

export class ChangeEvent extends Event {
  static readonly type = 'blk-change';
  constructor(readonly changes: readonly Change[]) {
    super(ChangeEvent.type, { bubbles: true, composed: true });
  }
}

/** Open a machine's scenario in the playground, or take the machine away. */
export class MachineEvent extends Event {
  static readonly type = 'blk-machine-does';
  constructor(readonly does: 'open' | 'remove') {
    super(MachineEvent.type, { bubbles: true, composed: true });
  }
}

/** A machine among others: what it is, what it does with the workload, where that differs from A. */
export class BlkCompared extends LitElement {
  static override properties = {
    machine: { attribute: false },
    view: { attribute: false },
    range: { attribute: false },
    spans: { attribute: false },
    place: { type: Number },
    removable: { type: Boolean },
    chosen: { state: true },
  };
  declare machine: Machine;
  declare view: View;
  declare range: readonly [number, number];
  declare spans: readonly Span[] | null; // null: this is A
  declare place: number;
  declare removable: boolean;
  declare chosen: string; // the setting about to be changed
  readonly speaks = new Speaks(this);

  constructor() {
    super();
    this.chosen = '';
    this.spans = null;
    this.removable = false;
  }

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-width: 0;
        background: var(--blk-panel);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        padding: 6px 12px 4px;
      }
      .letter {
        display: grid;
        place-content: center;
        width: 22px;
        height: 22px;
        border: 2px solid var(--blk-ink);
        border-radius: var(--blk-radius);
        font-weight: 700;
      }
      .letter.first {
        background: var(--blk-ink);
        color: var(--blk-inv);
      }
      h2 {
        font-size: 13px;
        font-weight: 700;
      }
      .head select {
        width: auto;
        max-width: 150px;
      }
      .head .btn {
        height: 26px;
      }
      .space {
        flex: 1;
      }
      .verdict {
        height: 18px;
        padding: 0 12px 0 42px;
        overflow: hidden;
        line-height: 18px;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .lost {
        padding: 0 12px 4px 42px;
        color: var(--blk-ink2);
      }
      .failed {
        padding: 4px 12px;
        border-left: 4px solid var(--blk-bad);
      }
      .chip button {
        padding: 0;
        border: 0;
        background: none;
        cursor: pointer;
      }
      details {
        flex: none;
      }
      details[open] {
        order: 9;
        flex: 1 1 100%;
      }
      summary {
        width: max-content;
        cursor: pointer;
        text-decoration: underline;
        text-underline-offset: 2px;
      }
      .editor {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 6px;
        padding: 4px 0 6px;
      }
      .editor label {
        display: grid;
        gap: 2px;
        color: var(--blk-ink2);
        font-size: var(--blk-small, 11px);
      }
      .editor select,
      .editor input {
        width: 170px;
        color: var(--blk-ink);
      }
      .editor .number {
        width: 110px;
      }
      .strip {
        position: relative;
        height: 14px;
        margin: 0 8px 0 88px;
        flex: none;
      }
      .strip i {
        position: absolute;
        top: 3px;
        min-width: 2px;
        height: 8px;
        background: repeating-linear-gradient(90deg, var(--blk-ink2) 0 2px, transparent 2px 4px);
        border: solid var(--blk-ink2);
        border-width: 1px;
      }
      .strip-label {
        position: absolute;
        right: 100%;
        width: 82px;
        margin-right: 0;
        color: var(--blk-ink2);
        font-size: var(--blk-small, 11px);
        line-height: 14px;
        white-space: nowrap;
      }
      .clip {
        position: absolute;
        inset: 0;
        overflow: hidden;
      }
      blk-timeline {
        flex: 1;
        min-height: 272px;
      }
      @media (max-width: 639px) {
        .verdict {
          height: 36px;
          padding-left: 12px;
          white-space: normal;
        }
      }
      @media (pointer: coarse), (max-width: 639px) {
        .chip {
          height: 44px;
          border-radius: 22px;
        }
        .chip button {
          min-width: 32px;
          min-height: 44px;
        }
        .head .btn {
          height: 44px;
        }
        summary {
          min-height: 44px;
          align-content: center;
        }
      }
    `,
  ];

  override render() {
    const { machine, view, place } = this;
    const c = strings.compare;
    const letter = letterOf(place);
    const v = verdict(view);
    return html`
      <div class="head" role="group" aria-label=${fill(c.machine, { letter })}>
        <b class="letter ${place === 0 ? 'first' : ''}" aria-hidden="true">${letter}</b>
        <h2>Linux ${view.machine.kernel}</h2>
        ${this.#select(strings.tune.kernel, view.machine.kernel, this.#kernels, (kernel) => this.#kernel(kernel))}
        ${this.#select(strings.tune.elevator, view.machine.elevator, this.#elevators, (e) => this.#send(this.#elevator(e)))}
        <span class="note">HZ ${view.machine.hz}</span>
        ${this.#chips()}
        <details>
          <summary>${c.settings}</summary>
          ${this.#editor()}
        </details>
        <span class="space"></span>
        <button class="btn" @click=${() => this.dispatchEvent(new MachineEvent('open'))}>${c.inPlayground}</button>
        ${this.removable ? html`<button class="btn square" @click=${() => this.dispatchEvent(new MachineEvent('remove'))} aria-label=${fill(c.remove, { letter })} title=${fill(c.remove, { letter })}>×</button>` : nothing}
      </div>
      <p class="verdict" title=${`${plain(v.what)} ${plain(v.why)}`}>${rich(v.what)} <span class="note">${rich(v.why)}</span></p>
      ${machine.failure ? html`<p class="failed" role="alert">${fill(c.failed, { reason: said(machine.failure) })}</p>` : nothing}
      ${machine.losses.length > 0 ? html`<p class="lost note">${lossesText(machine.losses, view.machine.kernel)}</p>` : nothing}
      ${machine.session.notice ? html`<p class="lost note"><b>${machine.session.notice.title}</b> ${machine.session.notice.text}</p>` : nothing}
      ${this.spans ? this.#strip(this.spans) : nothing}
      <blk-timeline compact .view=${view} .range=${this.range}></blk-timeline>
    `;
  }

  #select(label: string, value: string, values: readonly string[], chosen: (value: string) => void): TemplateResult {
    return html`<select aria-label=${label} .value=${value} @change=${(e: Event) => chosen((e.target as HTMLSelectElement).value)}>
      ${repeat(values, (x) => x, (x) => html`<option value=${x} ?selected=${x === value}>${x}</option>`)}
    </select>`;
  }

  get #engine() {
    return this.machine.session.engine!;
  }

  get #kernels(): string[] {
    return this.#engine.description.kernels.map((k) => k.name);
  }

  get #elevators(): string[] {
    return this.view.machine.info?.elevators.map((e) => e.name) ?? [];
  }

  #kernel(name: string): void {
    this.#send(onKernel(this.machine.changes, kernelNamed(this.#engine.description, name)!));
  }

  /** Another elevator: tunables of the one before mean nothing to it. */
  #elevator(name: string): Change[] {
    const tunables = this.view.machine.info?.elevators.find((e) => e.name === this.view.machine.elevator)?.tunables ?? [];
    const kept = this.machine.changes.filter((c) => !tunables.some((t) => t.name === c.name));
    return withChange(kept, 'elevator', name);
  }

  /** Settings of this machine that are not the scenario's. */
  #chips() {
    return this.machine.changes
      .filter((c) => c.name !== 'kernel' && c.name !== 'elevator')
      .map((c) => {
        const label = fill(strings.compare.takeBack, { name: c.name });
        return html`<span class="chip">${c.name} <b>${c.value}</b> <button aria-label=${label} title=${label} @click=${() => this.#send(withChange(this.machine.changes, c.name, null))}>×</button></span>`;
      });
  }

  #editor() {
    const c = strings.compare;
    const { view } = this;
    const choices = choicesOf(view.machine.info ?? undefined, view.machine.elevator, (view.machine.setup.model || 'linear') === 'linear');
    const choice = choices.find((x) => x.name === this.chosen) ?? choices[0];
    return html`<form class="editor" @submit=${(e: Event) => this.#set(e, choice)}>
      <label>${c.setting}
        <select name="name" @change=${(e: Event) => (this.chosen = (e.target as HTMLSelectElement).value)}>
          ${choices.map((x) => html`<option value=${x.name} ?selected=${x === choice}>${x.name}</option>`)}
        </select>
      </label>
      <label>${c.value}${choice.unit ? `, ${choice.unit}` : ''}
        ${choice.values
          ? html`<select name="value">${choice.values.map((x) => html`<option>${x}</option>`)}</select>`
          : html`<input class="number" name="value" type="number" required .value=${changed(this.machine.changes, choice.name) ?? choice.default} />`}
      </label>
      <button class="btn">${c.set}</button>
      <span class="note">${choice.text}</span>
    </form>`;
  }

  #set(e: Event, choice: Choice): void {
    e.preventDefault();
    const value = String(new FormData(e.target as HTMLFormElement).get('value') ?? '');
    if (value !== '') this.#send(withChange(this.machine.changes, choice.name, value));
  }

  #send(changes: readonly Change[]): void {
    this.dispatchEvent(new ChangeEvent(changes));
  }

  /** Where this run is at another point than A's, below the same axis. */
  #strip(spans: readonly Span[]) {
    const [from, to] = this.range;
    const c = strings.compare;
    const shown = spans.filter((s) => s.to >= from && s.from <= to);
    const all = spans.reduce((n, s) => n + s.to - s.from, 0);
    const label = fill(c.differsLabel, { spans: counted(c.stretches, spans.length), percent: ((all / Math.max(1, this.view.end)) * 100).toFixed(0) });
    const share = (time: number): number => ((time - from) / (to - from)) * 100;
    return html`<div class="strip" role="img" aria-label=${label} title=${label}>
      <span class="strip-label">${c.differs}</span>
      <span class="clip">${shown.slice(0, 2000).map((s) => html`<i .style=${`left:${share(s.from)}%;width:${share(s.to) - share(s.from)}%`}></i>`)}</span>
    </div>`;
  }
}

define('blk-compared', BlkCompared);
