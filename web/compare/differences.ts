import type { BioLife, RunIndex } from '../fold/index.ts';

/** A time in which two runs are not at the same point, ns. */
export interface Span {
  from: number;
  to: number;
}

/** The first bio that is further in one run than in the other; null where it is not there at all. */
export interface First {
  time: number;
  task: number;
  a: BioLife | null;
  b: BioLife | null;
}

export interface Differences {
  spans: readonly Span[]; // in order, apart from each other
  first: First | null;
}

/** The bios of a run by task: the n-th bio of a task is the same one on every machine. */
export function byTask(index: RunIndex): Map<number, BioLife[]> {
  const tasks = new Map<number, BioLife[]>();
  for (const bio of index.bios) {
    if (!bio) continue;
    const list = tasks.get(bio.task);
    if (list) list.push(bio);
    else tasks.set(bio.task, [bio]);
  }
  return tasks;
}

/**
 * When two runs of one workload differ: some bio waits in one of them and not in
 * the other, or is at the device in one and not in the other.
 */
export function differences(a: RunIndex, b: RunIndex): Differences {
  const end = Math.max(a.endTime, b.endTime);
  const ofA = byTask(a);
  const ofB = byTask(b);
  const spans: Span[] = [];
  let first: First | null = null;
  for (const task of new Set([...ofA.keys(), ...ofB.keys()])) {
    const one = ofA.get(task) ?? [];
    const other = ofB.get(task) ?? [];
    for (let i = 0; i < Math.max(one.length, other.length); i++) {
      const x = one[i] ?? null;
      const y = other[i] ?? null;
      const time = compare(x, y, end, spans);
      if (time < (first?.time ?? Infinity)) first = { time, task, a: x, b: y };
    }
  }
  return { spans: merged(spans), first };
}

/** Adds the times in which a bio is at different points, and returns the first. */
function compare(a: BioLife | null, b: BioLife | null, end: number, spans: Span[]): number {
  let first = Infinity;
  const add = (x: number, y: number): void => {
    if (x === y) return;
    const from = Math.min(x, y);
    spans.push({ from, to: Math.min(end, Math.max(x, y)) });
    first = Math.min(first, from);
  };
  const timesA = timesOf(a);
  const timesB = timesOf(b);
  for (let k = 0; k < timesA.length; k++) add(timesA[k], timesB[k]);
  return first;
}

/** When a bio begins to wait, goes to the device, is complete; Infinity for never. */
function timesOf(bio: BioLife | null): readonly [number, number, number] {
  const known = (time: number | undefined): number => (time === undefined || time < 0 ? Infinity : time);
  return [known(bio?.queued), known(bio?.issued), known(bio?.completed)];
}

function merged(spans: Span[]): Span[] {
  spans.sort((x, y) => x.from - y.from);
  const list: Span[] = [];
  for (const s of spans) {
    const last = list[list.length - 1];
    if (last && s.from <= last.to) last.to = Math.max(last.to, s.to);
    else list.push({ ...s });
  }
  return list;
}

/** The beginning of the next span behind `now`, or with -1 of the one before; -1 if there is none. */
export function nextDifference(lists: readonly (readonly Span[])[], now: number, direction: 1 | -1): number {
  let best = -1;
  for (const spans of lists) {
    for (const { from } of spans) {
      if (direction > 0 && from > now && (best < 0 || from < best)) best = from;
      if (direction < 0 && from < now && from > best) best = from;
    }
  }
  return best;
}

/** Where a bio is at an instant. */
export function phaseAt(bio: BioLife | null, time: number): 'none' | 'waits' | 'device' | 'complete' {
  if (!bio || bio.queued > time) return 'none';
  if (bio.completed >= 0 && bio.completed <= time) return 'complete';
  return bio.issued >= 0 && bio.issued <= time ? 'device' : 'waits';
}
