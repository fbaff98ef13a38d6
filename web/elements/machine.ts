import { css, html } from 'lit';
import { newTask, type TaskState } from '../fold/state.ts';
import type { View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { fill, plural, strings } from '../strings.ts';
import { define, ViewElement } from './element.ts';
import './queue.ts';
import './slots.ts';
import './task.ts';

const m = strings.machine;
const cardsMost = 8; // of more tasks, those that have nothing to do are only counted

/** The machine at one moment: tasks, request queue, device. */
export class BlkMachine extends ViewElement {
  static override readonly turn = 0;
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(176px, 206px) 14px minmax(0, 1fr) 14px minmax(170px, 204px);
        min-height: 0;
        contain: layout style;
      }
      .column {
        display: flex;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
      }
      h3 {
        margin-bottom: 4px;
        color: var(--blk-ink2);
        font-size: 11px;
        line-height: 15px;
      }
      .tasks {
        display: flex;
        flex-direction: column;
        gap: 5px;
        min-height: 0;
        overflow: auto;
      }
      .tasks.many {
        display: grid;
        grid-template-columns: 1fr;
      }
      .arrow {
        display: flex;
        align-items: center;
        justify-content: center;
        color: var(--blk-ink2);
      }
      .arrow.high {
        align-items: flex-start;
        padding-top: 44px;
      }
      blk-slots {
        flex: 1;
      }
      @media (min-width: 2000px) {
        :host {
          grid-template-columns: clamp(206px, 16%, 420px) 20px minmax(0, 1fr) 20px clamp(204px, 16%, 420px);
        }
      }
      @media (min-width: 1000px) {
        :host(:not([compact])) {
          contain: strict; /* the page gives it its size: what changes inside lays out nothing else */
        }
      }
      @media (min-width: 640px) and (max-width: 999px) {
        :host {
          grid-template-columns: clamp(150px, 24%, 200px) 14px minmax(0, 1fr);
          grid-template-rows: minmax(250px, 1fr) auto;
          gap: 8px 0;
        }
        .arrow.high {
          display: none;
        }
        .device {
          grid-column: 1 / -1;
          min-height: auto;
        }
        blk-slots {
          flex: none;
        }
      }
      @media (max-width: 639px) {
        :host {
          display: block;
        }
        h3 {
          display: none;
        }
        .tasks {
          display: grid;
          grid-template-columns: repeat(3, minmax(0, 1fr));
          gap: 6px;
          max-height: 132px;
        }
        .arrow {
          transform: rotate(90deg);
          padding: 0 !important;
          height: 14px;
        }
        .arrow.high {
          display: none;
        }
        .device {
          margin-top: 8px;
        }
      }
    `,
  ];

  override render() {
    const { view } = this;
    if (!view) return html``;
    const all = tasksOf(view);
    const tasks = all.length > cardsMost ? all.filter(hasToDo) : all;
    return html`<div class="column">
        <h3>${m.tasks}</h3>
        <div class="tasks ${tasks.length > 5 ? 'many' : ''}">
          ${all.length === 0 ? html`<p class="note">${m.noTasks}</p>` : ''}
          ${tasks.map((task) => html`<blk-task .view=${view} .task=${task} ?compact=${all.length > 3 || (all.length > 2 && view.machine.taskPlug)}></blk-task>`)}
          ${tasks.length < all.length ? html`<p class="note">${fill(m.otherTasks, { tasks: plural(all.length - tasks.length, 'other task') })}</p>` : ''}
        </div>
      </div>
      <div class="arrow" aria-hidden="true">→</div>
      <blk-queue .view=${view} ?fixed=${!this.hasAttribute('compact')}></blk-queue>
      <div class="arrow high" aria-hidden="true">→</div>
      <div class="column device">
        <h3>${fill(m.device, { depth: view.machine.depth })}</h3>
        <blk-slots .view=${view}></blk-slots>
      </div>`;
  }
}

/** The scenario's tasks in its order, then those it does not list: the hand. */
function tasksOf(view: View): TaskState[] {
  const ids = view.machine.setup.tasks.map((t) => t.id);
  for (const id of view.state.tasks.keys()) if (id !== 0 && !ids.includes(id)) ids.push(id);
  return ids.map((id) => view.state.tasks.get(id) ?? newTask(id));
}

function hasToDo(task: TaskState): boolean {
  return task.open.length > 0 || task.activity === 'running' || task.activity === 'computing' || task.activity === 'waiting';
}

define('blk-machine', BlkMachine);
