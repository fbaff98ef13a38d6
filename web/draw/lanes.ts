import { upperBound, type BioLife, type RunIndex } from '../fold/index.ts';

/** What a timeline shows of a run, and in which row: made once a run. */
export interface Lanes {
  tasks: Lane[];
  depth: number; // rows of the device
  longestLife: number; // ns from Q to C, of any bio
}

export interface Lane {
  task: number;
  rows: number;
  bios: BioLife[]; // in order of submission
  rowOf: number[]; // by place in bios
}

const rowsMost = 12;
const lanesMost = 8; // more are shown only while they have something to show

/** Puts each task's bios into rows so that those that overlap stand below each other, as far as there are rows. */
export function makeLanes(index: RunIndex, order: readonly number[]): Lanes {
  const lanes = new Map<number, { lane: Lane; ends: number[] }>();
  for (const task of order) lanes.set(task, emptyLane(task));
  const gap = index.endTime * 0.004; // so that neighbours do not look like one
  let longestLife = 0;
  for (const bio of index.bios) {
    if (!bio) continue;
    let l = lanes.get(bio.task);
    if (!l) lanes.set(bio.task, (l = emptyLane(bio.task)));
    const end = bio.completed < 0 ? index.endTime : bio.completed;
    longestLife = Math.max(longestLife, end - bio.queued);
    let row = l.ends.findIndex((e) => e <= bio.queued);
    if (row < 0) row = l.ends.length < rowsMost ? l.ends.length : l.lane.bios.length % rowsMost;
    l.ends[row] = end + gap;
    l.lane.bios.push(bio);
    l.lane.rowOf.push(row);
    l.lane.rows = Math.max(l.lane.rows, row + 1);
  }
  return { tasks: [...lanes.values()].map((l) => l.lane), depth: Math.max(1, index.slots), longestLife };
}

/** The lanes to draw for a window: of many tasks, only those with bios in it. */
export function inWindow(all: Lanes, from: number, to: number): Lanes {
  if (all.tasks.length <= lanesMost) return all;
  const tasks = all.tasks.filter((lane) => {
    const first = upperBound(lane.bios, (b) => b.queued < from - all.longestLife);
    const last = upperBound(lane.bios, (b) => b.queued <= to);
    return lane.bios.slice(first, last).some((b) => b.completed < 0 || b.completed >= from);
  });
  return { ...all, tasks };
}

function emptyLane(task: number): { lane: Lane; ends: number[] } {
  return { lane: { task, rows: 1, bios: [], rowOf: [] }, ends: [] };
}
