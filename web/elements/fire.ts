import { css, html } from 'lit';
import type { KernelInfo } from '../engine/engine.ts';
import { AimEvent, EditEvent, FireEvent } from '../playground/events.ts';
import { handOf, hueClass } from '../playground/view.ts';
import { nextAim, shotOps, shotsMost, type Shot } from '../scenario/fire.ts';
import { addTask, type TaskLine } from '../scenario/text.ts';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { controls } from '../styles/controls.ts';
import { counted, fill, ms, strings } from '../strings.ts';
import { define, ViewElement } from './element.ts';
import './ops.ts';

const f = strings.fire;
const buttonsMost = 6; // more tasks stand in a list

const patterns: [Shot['pattern'], string][] = [
  ['sequential', 'M2 9h4M7 9h4M12 9h4M17 9h4'],
  ['strided', 'M2 9h3M9 9h3M16 9h3'],
  ['random', 'M2 5h3M14 8h3M8 12h3'],
  ['reverse', 'M21 6h-4M15 6h-4M9 6h-4M8 12h-6l3-2m-3 2l3 2'],
];

/** Sends bios at the present instant: each shot becomes a line of the scenario. */
export class BlkFire extends ViewElement {
  static override readonly turn = 2;
  static override properties = { ...ViewElement.properties, kernel: { attribute: false }, shot: { state: true } };
  declare kernel: KernelInfo | undefined;
  declare shot: Omit<Shot, 'sector'>;

  constructor() {
    super();
    this.shot = { task: 0, write: true, sync: false, pattern: 'sequential', sectors: 8, count: 4 };
  }

  static override styles = [
    base,
    blocks,
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
      .at {
        flex: 1;
        align-self: center;
      }
      .at span {
        display: block;
        height: 15px;
        contain: strict; /* only a block in a block is laid out by itself */
        text-align: right;
      }
      .btn {
        height: 25px;
      }
      .tasks {
        flex-wrap: wrap;
        gap: 4px 0;
      }
      .tasks .btn {
        flex: 1 0 auto;
        padding: 0 3px;
        gap: 2px;
        font-size: 11px;
      }
      .tasks .digit {
        min-width: 14px;
        padding: 0 2px;
      }
      .tasks .add {
        flex: 0 0 22px;
      }
      .btn[aria-pressed='true'] .digit {
        outline: 1.5px solid var(--blk-inv);
      }
      .go {
        height: 30px;
        font-weight: 600;
      }
      .preview {
        display: flex;
        gap: 1px;
      }
      .preview .bio,
      .swatch {
        width: 15px;
        height: 12px;
      }
      .btn[aria-pressed='true'] .swatch,
      .go .bio {
        border-color: var(--blk-inv);
      }
      .by {
        flex: 0 0 8px;
      }
    `,
  ];

  override render() {
    const { view } = this;
    if (!view) return html``;
    const { shot } = this;
    const { tasks } = view.machine.setup;
    const task = shot.task || handOf(tasks);
    const hue = hueClass(task);
    const direction = shot.write ? 'write' : 'read';
    return html`
      <h2>${f.title} <span class="note at"><span>${fill(f.at, { ms: ms(view.now) })}</span></span></h2>
      ${tasks.length > buttonsMost ? this.#taskList(tasks) : this.#taskButtons(tasks)}
      <div class="row">
        <div class="group" role="group" aria-label="${f.read}, ${f.write}">
          <button class="btn" aria-pressed=${!shot.write} @click=${() => this.#set({ write: false })}><span class="bio read swatch ${hue}"></span>${f.read}</button>
          <button class="btn" aria-pressed=${shot.write} @click=${() => this.#set({ write: true })}><span class="bio write swatch ${hue}"></span>${f.write}</button>
        </div>
        <button class="btn" style="flex:0 0 68px" aria-pressed=${shot.sync} @click=${() => this.#set({ sync: !shot.sync })}>
          <span class="bio write sync swatch ${hue}"></span>${f.sync}
        </button>
      </div>
      <div class="fields">
        <span class="label">${f.pattern}</span>
        <div class="group" role="group" aria-label=${f.pattern}>
          ${patterns.map(
            ([name, path]) => html`<button class="btn" title=${f[name]} aria-label=${f[name]} aria-pressed=${shot.pattern === name} @click=${() => this.#set({ pattern: name })}>
              <svg width="23" height="15" aria-hidden="true"><path d=${path} stroke="currentColor" stroke-width="2" fill="none" /></svg>
            </button>`,
          )}
        </div>
        <label for="from">${f.from}</label>
        <div class="row"><input id="from" type="number" min="0" step="1" .value=${String(view.aim)} @change=${this.#from} /><span class="note">${f.orClick}</span></div>
        <label for="count">${f.count}</label>
        <div class="row">
          <input id="count" type="number" min="1" max=${shotsMost} .value=${String(shot.count)} aria-label=${f.countLabel} @change=${this.#number('count', shotsMost)} />
          <span class="by">×</span>
          <input type="number" min="1" max="1024" .value=${String(shot.sectors)} aria-label=${f.sizeLabel} @change=${this.#number('sectors', 1024)} />
        </div>
      </div>
      <button class="btn primary go" @click=${this.#fire}>
        ${fill(f.go, { bios: counted(f.bios[`${shot.sync ? 'sync ' : ''}${shot.write ? 'write' : 'read'}` as const], shot.count) })}
        <span class="preview" aria-hidden="true">
          ${Array.from({ length: Math.min(4, shot.count) }, () => html`<span class="bio ${direction} ${hue}${shot.sync ? ' sync' : ''}"></span>`)}
        </span>
      </button>
      <div class="row">
        <button class="btn" title=${f.waitNote} @click=${() => this.#op('wait')}>${f.wait}</button>
        <button class="btn" title=${f.sleepNote} @click=${() => this.#op('sleep 1ms')}>${f.sleep}</button>
        ${this.#kernelOp('unplug', f.unplug, view.machine.queuePlug, f.noQueuePlug)}
      </div>
      <div class="row">
        ${this.#kernelOp('start_plug', f.startPlug, view.machine.taskPlug, f.noTaskPlug)}
        ${this.#kernelOp('finish_plug', f.finishPlug, view.machine.taskPlug, f.noTaskPlug)}
      </div>
      <blk-ops .view=${view} .kernel=${this.kernel} .task=${shot.task}></blk-ops>
      <div class="note">${this.#busyNote() || (view.machine.taskPlug ? '' : f.noTaskPlug)}</div>
    `;
  }

  #taskButtons(tasks: readonly TaskLine[]) {
    return html`<div class="group tasks" role="group" aria-label=${f.task}>
      ${this.#taskButton(0, handOf(tasks), strings.hand)}${tasks.map((t) => this.#taskButton(t.id, t.id, t.name))}
      <button class="btn add" aria-label=${f.addTask} title=${f.addTask} @click=${this.#addTask}>+</button>
    </div>`;
  }

  #taskList(tasks: readonly TaskLine[]) {
    return html`<select aria-label=${f.task} @change=${(e: Event) => this.#set({ task: Number((e.target as HTMLSelectElement).value) })}>
      <option value="0">${strings.hand}</option>
      ${tasks.map((t) => html`<option value=${t.id} ?selected=${t.id === this.shot.task}>${t.id} ${t.name}</option>`)}
    </select>`;
  }

  #taskButton(id: number, digit: number, name: string) {
    return html`<button class="btn ${hueClass(digit)}" aria-pressed=${this.shot.task === id} @click=${() => this.#set({ task: id })}>
      <span class="digit">${digit}</span>${name}
    </button>`;
  }

  #kernelOp(op: string, label: string, has: boolean, reason: string) {
    return html`<button class="btn" aria-disabled=${!has} title=${has ? '' : reason} @click=${() => has && this.#op(op)}>${label}</button>`;
  }

  /** A task does what its own list says first: a shot of a hand comes behind that. */
  #busyNote(): string {
    const { view, shot } = this;
    const task = view?.state.tasks.get(shot.task);
    if (!view || shot.task === 0 || !task || task.activity === 'exited') return '';
    const name = view.machine.setup.tasks.find((t) => t.id === shot.task)?.name ?? '';
    return fill(f.busy, { task: name });
  }

  #set(change: Partial<Shot>): void {
    this.shot = { ...this.shot, ...change };
  }

  #number(key: 'count' | 'sectors', most: number) {
    return (e: Event): void => {
      const value = Math.round(Number((e.target as HTMLInputElement).value));
      this.#set({ [key]: Math.max(1, Math.min(most, value || 1)) });
      this.requestUpdate();
    };
  }

  #from = (e: Event): void => {
    this.dispatchEvent(new AimEvent(Math.max(0, Math.round(Number((e.target as HTMLInputElement).value) || 0))));
  };

  #fire = (): void => {
    const shot = { ...this.shot, sector: this.view!.aim };
    this.dispatchEvent(new FireEvent(shotOps(shot, this.view!.maxSector, Math.random)));
    this.dispatchEvent(new AimEvent(nextAim(shot)));
  };

  #op(op: string): void {
    this.dispatchEvent(new FireEvent([(this.shot.task > 0 ? `task ${this.shot.task} ` : '') + op]));
  }

  #addTask = (): void => {
    const id = handOf(this.view!.machine.setup.tasks);
    this.dispatchEvent(new EditEvent((text) => addTask(text, id, `task${id}`)));
    this.#set({ task: id });
  };
}

define('blk-fire', BlkFire);
