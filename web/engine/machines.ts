// What crosses for calls over several machines; its twin is wasm/tools/machines.go.

import type { Reader, Writer } from './protocol.ts';

/** btt's figures of a run; names and units as `blkplay stats -format json` has them. */
export type Figures = Record<string, number>;

/** How many latencies there are from `from` up to, but without, `to`; ns. */
export interface Bin {
  from: number;
  to: number;
  count: number;
}

/** A time in which a slot of the device was busy, ns. */
export interface Busy {
  slot: number;
  from: number;
  to: number;
}

export interface RunNumbers {
  figures: Figures;
  histogram: readonly Bin[];
  busy: readonly Busy[]; // in order of their beginning; none if there are too many to show
}

/** A run's numbers, and those of its ghost: the same without plugging. */
export interface Numbers {
  run: RunNumbers;
  ghost: RunNumbers;
}

/** One thing of a machine to be otherwise, by its name in sysfs or in the scenario text. */
export interface Change {
  name: string;
  value: string;
}

/** What did not go along to another machine; see core/scenario/losses.go. */
export interface Loss {
  kind: 'op' | 'plugEach' | 'queue' | 'tunable' | 'whatIf' | 'elevator' | 'value' | 'split';
  name: string;
  value: string; // what stands in its place, where something does
  count: number;
  line: number; // of the first; 0: none
  stays: boolean; // the scenario is lenient: it is there, and does nothing
}

export interface Retargeted {
  text: string;
  losses: readonly Loss[];
}

/** A setting and the values that it takes. */
export interface Axis {
  name: string;
  values: readonly string[];
}

/** What a run of a sweep gave: its metrics by name, or why there was none. */
export interface Cell {
  end: 'complete' | 'stuck' | 'limit' | 'refused';
  values: Figures; // ns, thousandths, bytes a second, counts
  losses: readonly Loss[];
  why: string; // of a refusal
}

export function readNumbers(r: Reader): Numbers {
  const one = (): RunNumbers => ({
    figures: JSON.parse(r.text()) as Figures,
    histogram: r.list(() => ({ from: r.i64(), to: r.i64(), count: r.i64() })),
    busy: r.list(() => ({ slot: r.u32(), from: r.i64(), to: r.i64() })),
  });
  return { run: one(), ghost: one() };
}

export function writeChanges(w: Writer, changes: readonly Change[]): Writer {
  w.u32(changes.length);
  for (const c of changes) w.text(c.name).text(c.value);
  return w;
}

const lossKinds: readonly Loss['kind'][] = ['op', 'plugEach', 'queue', 'tunable', 'whatIf', 'elevator', 'value', 'split'];

export function readRetargeted(r: Reader): Retargeted {
  return { text: r.text(), losses: readLosses(r) };
}

function readLosses(r: Reader): Loss[] {
  return r.list(() => ({
    kind: lossKinds[r.u32()],
    name: r.text(),
    value: r.text(),
    count: r.u32(),
    line: r.u32(),
    stays: r.u32() === 1,
  }));
}

export function writeAxis(w: Writer, axis: Axis): Writer {
  w.text(axis.name).u32(axis.values.length);
  for (const v of axis.values) w.text(v);
  return w;
}

const ends: readonly Cell['end'][] = ['complete', 'stuck', 'limit', 'refused'];

/** Reads so many cells. */
export function readCells(r: Reader, count: number): Cell[] {
  const names = r.list(() => r.text());
  return Array.from({ length: count }, () => {
    const end = ends[r.u32()];
    if (end === 'refused') return { end, values: {}, losses: [], why: r.text() };
    return { end, values: Object.fromEntries(names.map((name) => [name, r.i64()])), losses: readLosses(r), why: '' };
  });
}
