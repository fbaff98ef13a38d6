import { Kind, letterOf } from './kinds.ts';
import type { RunIndex } from './index.ts';

/** Which lines of a trace are shown; what is empty lets all through. */
export interface TraceFilter {
  letters: ReadonlySet<string>;
  task: number; // -1: any
  sectors: Extent | null;
}

export interface Extent {
  from: number;
  to: number; // first sector behind it
}

export const noFilter: TraceFilter = { letters: new Set(), task: -1, sectors: null };

/** The letter of a step, ·U for an unplug that blktrace hides, '' for a setting. */
export function letterOfStep(kind: number): string {
  return letterOf(kind) || (kind === Kind.PlugOff ? '·U' : '');
}

/** "4096", "4096..8191" or "4096+8"; null if it is none of these. */
export function readExtent(text: string): Extent | null {
  const m = /^\s*(\d+)\s*(?:(\.\.|\+)\s*(\d+)\s*)?$/.exec(text);
  if (!m) return null;
  const from = Number(m[1]);
  const to = m[2] === '+' ? from + Number(m[3]) : m[2] ? Number(m[3]) + 1 : from + 1;
  return to > from ? { from, to } : null;
}

/** The steps that a filter lets through, null for all of them. */
export function filterSteps(index: RunIndex, filter: TraceFilter): Int32Array | null {
  const { letters, task, sectors } = filter;
  if (letters.size === 0 && task < 0 && !sectors) return null;
  const r = index.records;
  const found = new Int32Array(index.steps.length);
  let n = 0;
  for (let k = 0; k < found.length; k++) {
    const i = index.steps[k];
    const kind = r.kind(i);
    if (letters.size > 0 && !letters.has(letterOfStep(kind))) continue;
    if (task >= 0 && taskOf(index, i) !== task) continue;
    if (sectors && !(hasExtent(kind) && r.sector(i) < sectors.to && r.sector(i) + Math.max(1, r.sectors(i)) > sectors.from)) continue;
    found[n++] = k;
  }
  return found.slice(0, n);
}

/** Whose line it is: the task that did it, or what is done for its bio. */
function taskOf(index: RunIndex, i: number): number {
  const r = index.records;
  const task = r.task(i);
  if (task !== 0) return task;
  const first = r.bio(i) >= 0 ? r.bio(i) : (index.biosOfRequest(r.req(i))[0] ?? -1);
  return index.bios[first]?.task ?? 0;
}

function hasExtent(kind: number): boolean {
  return letterOf(kind) !== '' && kind !== Kind.Plug && kind !== Kind.Unplug && kind !== Kind.UnplugTimer;
}
