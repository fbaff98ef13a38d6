import { upperBound, type BioLife, type Plugged, type RunIndex } from '../fold/index.ts';
import { openSeries, Series } from './series.ts';

/** What a timeline shows of a run, and in which row: made once a run. */
export interface Lanes {
  tasks: Lane[];
  depth: number; // rows of the device
  longestLife: number; // ns from Q to C, of any bio
  longestService: number; // ns from D to C, of any request
  waiting: Series;
  busy: Series; // requests at the device
}

export interface Lane {
  task: number;
  rows: number;
  bios: BioLife[]; // in order of submission
  rowOf: number[]; // by place in bios
  plugs: readonly Plugged[]; // while the task's own plug held requests
  open(): Series; // how many of its bios are open
}

const rowsMost = 12;
const lanesMost = 8; // more are shown only while they have something to show

/** Puts each task's bios into rows so that those that overlap stand below each other, as far as there are rows. */
export function makeLanes(index: RunIndex, order: readonly number[]): Lanes {
  const lanes = new Map<number, { lane: Lane; ends: number[] }>();
  for (const task of order) lanes.set(task, emptyLane(index, task));
  const gap = index.endTime * 0.004; // so that neighbours do not look like one
  let longestLife = 0;
  for (const bio of index.bios) {
    if (!bio) continue;
    let l = lanes.get(bio.task);
    if (!l) lanes.set(bio.task, (l = emptyLane(index, bio.task)));
    const end = bio.completed < 0 ? index.endTime : bio.completed;
    longestLife = Math.max(longestLife, end - bio.queued);
    let row = l.ends.findIndex((e) => e <= bio.queued);
    if (row < 0) row = l.ends.length < rowsMost ? l.ends.length : l.lane.bios.length % rowsMost;
    l.ends[row] = end + gap;
    l.lane.bios.push(bio);
    l.lane.rowOf.push(row);
    l.lane.rows = Math.max(l.lane.rows, row + 1);
  }
  for (const { lane } of lanes.values()) if (lane.bios.length > 1000) lane.open(); // now, not in the frame that first needs it
  const begins = Float64Array.from(index.services, (s) => s.from);
  const ends = Float64Array.from(index.services, (s) => (s.to < 0 ? Infinity : s.to));
  let longestService = 0;
  for (let k = 0; k < begins.length; k++) longestService = Math.max(longestService, Math.min(ends[k], index.endTime) - begins[k]);
  return {
    tasks: [...lanes.values()].map((l) => l.lane),
    depth: Math.max(1, index.slots),
    longestLife,
    longestService,
    waiting: new Series(index.waitingTimes, index.waitingCounts),
    busy: openSeries(begins, ends.sort()),
  };
}

/** The lanes to draw for a window: of many tasks, only those with bios in it. */
export function inWindow(all: Lanes, from: number, to: number): Lanes {
  if (all.tasks.length <= lanesMost) return all;
  const tasks = all.tasks.filter((lane) => {
    const first = upperBound(lane.bios, (b) => b.queued < from - all.longestLife);
    const last = upperBound(lane.bios, (b) => b.queued <= to);
    for (let k = first; k < last; k++) if (lane.bios[k].completed < 0 || lane.bios[k].completed >= from) return true;
    return false;
  });
  return { ...all, tasks };
}

function emptyLane(index: RunIndex, task: number): { lane: Lane; ends: number[] } {
  let series: Series | null = null;
  const lane: Lane = {
    task,
    rows: 1,
    bios: [],
    rowOf: [],
    plugs: index.taskPlugs.get(task) ?? [],
    open: () => (series ??= openSeries(
      Float64Array.from(lane.bios, (b) => b.queued),
      Float64Array.from(lane.bios, (b) => (b.completed < 0 ? Infinity : b.completed)).sort(),
    )),
  };
  return { lane, ends: [] };
}
