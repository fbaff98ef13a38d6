import { css, html, nothing } from 'lit';
import type { KernelInfo } from '../engine/engine.ts';
import { EditEvent, FireEvent } from '../playground/events.ts';
import { handOf } from '../playground/view.ts';
import { forkAt } from '../scenario/fork.ts';
import { hasOp } from '../scenario/ops.ts';
import { setAt } from '../scenario/text.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, strings } from '../strings.ts';
import { define, ViewElement } from './element.ts';

const o = strings.ops;
const contextOps = ['fail_alloc_ioc', 'fail_alloc_icq', 'ioc_create_for', 'ioc_get', 'ioc_put', 'exit_begin'];
const withoutNumber = ['ioc_put', 'exit_begin'];

/** What a task can do besides submitting bios, each a line of the scenario at the present instant. */
export class BlkOps extends ViewElement {
  static override properties = { ...ViewElement.properties, task: { type: Number }, kernel: { attribute: false } };
  declare task: number; // 0: the hand
  declare kernel: KernelInfo | undefined;

  constructor() {
    super();
    this.task = 0;
  }

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      summary {
        padding: 2px 0;
        font-weight: 600;
        cursor: pointer;
      }
      .line {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 66px;
        gap: 4px 6px;
        margin-bottom: 5px;
      }
      .line .btn {
        height: 26px;
        padding: 0 4px;
      }
      .fork {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .both {
        grid-column: 1 / -1;
      }
      .check {
        display: flex;
        gap: 6px;
        align-items: center;
      }
      .check input {
        width: 16px;
        height: 16px;
        margin: 0;
        accent-color: var(--blk-ink);
      }
      @media (pointer: coarse), (max-width: 639px) {
        summary {
          min-height: 44px;
          align-content: center;
        }
      }
    `,
  ];

  override render() {
    const { view, kernel } = this;
    if (!view) return html``;
    const name = view.machine.kernel;
    let lastBio = 0;
    for (const task of view.state.tasks.values()) lastBio = Math.max(lastBio, task.open.at(-1) ?? 0);
    return html`<details>
      <summary>${o.title}</summary>
      ${this.#timed('sleep', o.sleep)} ${this.#timed('compute', o.compute)}
      <div class="line">
        <select id="class" class="both" aria-label=${o.ioprio} @change=${() => this.requestUpdate()}>
          <option value="none">none</option>
          ${['rt', 'be'].map((c) => [0, 1, 2, 3, 4, 5, 6, 7].map((l) => html`<option value="${c}/${l}" ?selected=${c === 'be' && l === 4}>${c}/${l}</option>`))}
          <option value="idle">idle</option>
        </select>
        <button class="btn both" @click=${() => this.#op(`ioprio ${this.#value('class')}`)}>${o.ioprio}</button>
      </div>
      <div class="line fork">
        <button class="btn" aria-disabled=${this.task === 0} title=${this.task === 0 ? o.handForks : o.forkNote} @click=${this.#fork}>${o.fork}</button>
        <label class="check"><input id="clone" type="checkbox" />CLONE_IO</label>
        ${this.task === 0 ? html`<div class="note both">${o.handForks}</div>` : nothing}
      </div>
      <div class="line">
        <button class="btn" aria-disabled=${!hasOp(name, 'reclaim')} title=${hasOp(name, 'reclaim') ? o.reclaimNote : o.only44} @click=${() => hasOp(name, 'reclaim') && this.#op(`reclaim ${this.#number('bio')}`)}>${o.reclaim}</button>
        <input id="bio" type="number" min="0" aria-label=${o.bio} .value=${String(lastBio)} />
      </div>
      ${hasOp(name, 'set') && kernel
        ? html`<div class="line">
            <select id="name" aria-label=${o.tunable}>${kernel.settable.map((n) => html`<option>${n}</option>`)}</select>
            <input id="value" type="number" aria-label=${o.value} value="1" />
            <button class="btn both" @click=${this.#set}>${o.set}</button>
          </div>`
        : html`<div class="note">${o.noSet}</div>`}
      ${name === '4.4'
        ? html`<div class="line">
            <select id="context" aria-label=${o.context}>${contextOps.map((n) => html`<option>${n}</option>`)}</select>
            <input id="count" type="number" min="0" aria-label=${o.value} value="1" />
            <button class="btn both" @click=${this.#context}>${o.context}</button>
          </div>`
        : nothing}
    </details>`;
  }

  #timed(op: string, label: string) {
    return html`<div class="line">
      <button class="btn" @click=${() => this.#op(`${op} ${Math.max(0, this.#number(op))}us`)}>${label}</button>
      <input id=${op} type="number" min="0" step="100" value="1000" aria-label=${fill(o.micros, { op })} />
    </div>`;
  }

  #value(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>('#' + id)!.value;
  }

  #number(id: string): number {
    return Math.round(Number(this.#value(id))) || 0;
  }

  #op(op: string): void {
    this.dispatchEvent(new FireEvent([(this.task > 0 ? `task ${this.task} ` : '') + op]));
  }

  #fork = (): void => {
    if (this.task === 0) return;
    const { view } = this;
    const child = handOf(view!.machine.setup.tasks);
    const shares = this.renderRoot.querySelector<HTMLInputElement>('#clone')!.checked;
    this.dispatchEvent(new EditEvent((text) => forkAt(text, Math.round(view!.now), this.task, child, shares)));
  };

  #set = (): void => {
    const name = this.#value('name');
    const value = this.#number('value');
    this.dispatchEvent(new EditEvent((text) => setAt(text, Math.round(this.view!.now), name, value)));
  };

  #context = (): void => {
    const op = this.#value('context');
    this.#op(withoutNumber.includes(op) ? op : `${op} ${this.#number('count')}`);
  };
}

define('blk-ops', BlkOps);
