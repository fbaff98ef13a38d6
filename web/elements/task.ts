import { css, html } from 'lit';
import type { TaskState } from '../fold/state.ts';
import { hueClass, taskName, type View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { fill, plural, strings } from '../strings.ts';
import { sleepsForTag } from '../words/tags.ts';
import { sleepsForRequest } from '../words/verdict.ts';
import { bioBlock, requestFrame } from './blocks.ts';
import { contextChip } from './context.ts';
import { define, ViewElement } from './element.ts';

const blocksShown = 16;

/** A task: what it does now, its priority and io_context, and its bios that are not complete. */
export class BlkTask extends ViewElement {
  static override properties = { ...ViewElement.properties, task: { attribute: false }, compact: { type: Boolean, reflect: true } };
  declare task: TaskState | undefined;
  declare compact: boolean;

  static override styles = [
    base,
    blocks,
    css`
      :host {
        isolation: isolate; /* painted by itself: what changes elsewhere does not paint it anew */
      }
      article {
        min-height: 52px;
        padding: 5px 7px;
        overflow: hidden;
        border: 1px solid var(--blk-line);
        border-left: 4px solid var(--hue);
        border-radius: var(--blk-radius);
        background: var(--blk-panel);
      }
      article.running {
        border-color: var(--blk-ink);
        border-left-color: var(--hue);
      }
      header {
        display: flex;
        align-items: center;
        gap: 6px;
        white-space: nowrap;
      }
      header b {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      :host([compact]) article {
        min-height: 0;
        padding: 3px 7px;
      }
      .activity {
        overflow: hidden;
        text-overflow: ellipsis;
        margin-left: auto;
        font-size: 11px;
        color: var(--blk-ink2);
      }
      .running .activity {
        color: var(--blk-ink);
        font-weight: 600;
      }
      .chips {
        display: flex;
        gap: 4px;
        margin: 3px 0;
      }
      :host([compact]) .chips {
        display: none;
      }
      :host([compact]) header {
        margin-bottom: 3px;
      }
      .bios {
        display: flex;
        gap: 2px;
        height: 18px;
        align-items: center;
        overflow: hidden;
        contain: layout size;
      }
      .holder {
        display: inline-flex;
      }
      .plug {
        display: flex;
        align-items: center;
        gap: 5px;
        min-height: 18px;
        margin: 2px 0;
        padding-right: 6px;
        border-right: 4px dashed var(--blk-line2);
      }
      .plug .note {
        flex: none;
      }
      .plug .aside {
        min-width: 0;
        margin-left: auto;
        overflow: hidden;
        white-space: nowrap;
      }
      .plug.holds {
        border-right: 6px solid var(--blk-ink);
      }
      @media (min-width: 640px) {
        header {
          height: 16px;
          contain: layout size;
        }
      }
      @media (max-width: 639px) {
        article {
          border-left-width: 1px;
          border-top: 4px solid var(--hue);
        }
        article.running {
          border-top-color: var(--hue);
          border-left-color: var(--blk-ink);
        }
        .chips,
        .plug .aside {
          display: none;
        }
        header {
          margin-bottom: 3px;
          flex-wrap: wrap;
        }
        .activity {
          text-align: right;
          white-space: normal;
        }
        .bios {
          min-height: 44px;
          margin: -8px 0;
        }
        .holder {
          position: relative;
        }
        .holder::after {
          content: '';
          position: absolute;
          inset: -14px -1px;
        }
      }
    `,
  ];

  override render() {
    const { view, task } = this;
    if (!view || !task) return html``;
    const m = strings.machine;
    const shown = task.open.slice(0, blocksShown);
    return html`<article class="${hueClass(task.id)} ${task.activity === 'running' ? 'running' : ''}">
      <header>
        <span class="digit">${task.id}</span><b>${taskName(view, task.id)}</b><span class="activity">${activity(view, task)}</span>
      </header>
      <div class="chips">
        <span class="chip">${m.prio} <b>${priority(task.ioprio || ownPriority(view, task.id))}</b></span>
        ${contextChip(view, task)}
      </div>
      ${view.machine.taskPlug ? ownPlug(view, task, this.compact) : ''}
      <div class="bios">
        ${shown.length > 0 ? shown.map((id) => bioBlock(view, id)) : html`<span class="note">${m.noBio}</span>`}
        ${task.open.length > shown.length ? html`<span class="note">${fill(m.more, { n: task.open.length - shown.length })}</span>` : ''}
      </div>
    </article>`;
  }
}

function ownPlug(view: View, task: TaskState, compact: boolean) {
  const m = strings.machine;
  const held = (task.plug ?? []).map((id) => view.state.requests.get(id)).filter((rq) => rq !== undefined);
  const what = held.length > 0 ? held.map((rq) => requestFrame(view, rq, 0.75)) : task.plug ? m.ownPlugEmpty : m.ownPlugNone;
  return html`<div class="plug ${held.length > 0 ? 'holds' : ''}"><span class="note">${m.ownPlug}</span> ${what}${compact && view.state.contextOf.has(task.id) ? html`<span class="aside">${contextChip(view, task)}</span>` : ''}</div>`;
}

function activity(view: View, task: TaskState): string {
  const s = strings.activity;
  switch (task.activity) {
    case 'sleeping':
      return '◔ ' + fill(s.sleepsTo, { ms: (task.until / 1e6).toFixed(1) });
    case 'waiting':
      if (sleepsForRequest(view, task.cause)) return '◼ ' + s.waitsRequest;
      if (sleepsForTag(view, task.cause)) return '◼ ' + s.waitsTag;
      return '◼ ' + (task.open.length > 0 ? fill(s.waitsOn, { bios: plural(task.open.length, 'bio') }) : s.waitsOther);
    case 'running':
    case 'computing':
      return '▶ ' + s[task.activity];
    case 'exited':
      return '× ' + s.exited;
    default:
      return '· ' + s[task.activity];
  }
}

/** The priority that the scenario begins with: no record tells it. */
function ownPriority(view: View, id: number): number {
  return view.machine.setup.tasks.find((t) => t.id === id)?.ioprio ?? 0;
}

function priority(ioprio: number): string {
  const name = ['', 'RT', 'BE', 'idle'][ioprio >> 13];
  if (!name) return strings.machine.none;
  return name === 'idle' ? name : name + (ioprio & 7);
}

define('blk-task', BlkTask);
