import type { KernelInfo } from '../engine/protocol.ts';
import type { RunIndex } from '../fold/index.ts';
import type { MachineState } from '../fold/state.ts';
import type { Setup } from '../scenario/text.ts';
import { strings } from '../strings.ts';

/** What there is to say about a cause; see core/trace/cause.go. */
export interface CauseText {
  name: string;
  func: string;
  text: string;
}

/** The machine's numbers, from the scenario text and the kernel's defaults. */
export interface MachineSetup {
  kernel: string;
  elevator: string;
  hz: number;
  nrRequests: number;
  unplugThresh: number;
  unplugDelayMs: number;
  depth: number;
  value(name: string): number; // of a setting of the queue or the elevator; NaN if they have none of that name
  queuePlug: boolean; // the kernel plugs the queue (2.6.24)
  taskPlug: boolean; // it has plugs in tasks
  setup: Setup;
  info: KernelInfo | null; // what there is to set, with this machine's defaults; null: not known yet
}

/** An instant that somebody marked. */
export interface Marker {
  readonly time: number; // ns
  readonly name: string;
}

/** One moment of a run, as every view shows it. */
export interface View {
  machine: MachineSetup;
  index: RunIndex;
  causes: readonly CauseText[]; // by code
  tunables: readonly string[]; // names that Set records number
  elevators: readonly string[]; // names that Switch records number
  state: MachineState;
  step: number; // -1: before the first
  now: number; // ns
  end: number; // ns: how far time can go
  touched: ReadonlySet<number>; // requests that the step touches
  lit: ReadonlySet<number> | null; // bios
  aim: number; // sector
  maxSector: number; // right end of the strip
  scale: number; // px for a sector in the picture
  turn?: number; // of frames in which more passes than anybody can follow: which of them this is
  markers?: readonly Marker[];
  source?: string; // the scenario's text, whose lines TaskOp records number
}

export function taskName(view: View, id: number): string {
  if (id === 0) return 'kernel';
  const { tasks } = view.machine.setup;
  const listed = tasks.find((t) => t.id === id);
  if (listed) return listed.name;
  return id === handOf(tasks) ? strings.hand : `task${id}`;
}

/** The number the hand has as a task: one above the highest. */
export function handOf(tasks: readonly { id: number }[]): number {
  return tasks.reduce((most, t) => Math.max(most, t.id), 0) + 1;
}

/** The class that gives a task its hue; from task 7 on hues repeat. */
export function hueClass(task: number): string {
  return `t${((Math.max(1, task) - 1) % 6) + 1}`;
}

export function isLit(view: View, bios: readonly number[]): boolean {
  return view.lit !== null && bios.some((b) => view.lit!.has(b));
}

/** ' dim', ' lit' or '' for what holds these bios. */
export function lightClass(view: View, bios: readonly number[]): string {
  if (view.lit === null) return '';
  return isLit(view, bios) ? ' lit' : ' dim';
}
