import type { Reader } from './protocol.ts';

/** How a real trace is replayed; what is not given is the tools' choice. See core/difference. */
export interface ReplayOptions {
  kernel?: string;
  elevator?: string;
  mode?: ReplayMode;
  disk?: string; // "learned": as the trace tells; or a model of device lines
  keep?: number; // records of the trace, at most; without it none
}

/** When a bio is submitted: at its time, as soon as the block layer takes it, or when as many as then are complete. */
export const replayModes = ['timed', 'fast', 'closed'] as const;
export type ReplayMode = (typeof replayModes)[number];

/** A figure on both sides: ns, sectors, thousandths, bytes/s, or a number. */
export interface DifferenceRow {
  group: string;
  name: string;
  unit: '' | 'ns' | 'sectors' | 'thousandths' | 'bytes/s';
  real: number;
  simulated: number;
}

/** A request given to the driver, ns from the beginning of the trace or of the run. */
export interface Dispatch {
  time: number;
  sector: number;
  sectors: number;
  write: boolean;
}

/** In which order bios went to the driver. */
export interface DispatchOrder {
  bios: number;
  same: number;
  together: number; // with the same bio before them in their request
  first: number; // the request that differs, -1 if none
  real?: Dispatch; // that request
  simulated?: Dispatch;
}

/** Something the model does not know: a sentence of core/difference, and what it has of this trace. */
export interface Lack {
  key: string;
  values: string[];
  text: string;
}

/** What a real machine and the model made of the same bios. */
export interface Difference {
  scenario: string; // that was run
  json: string; // all of it, for programs
  text: string; // all of it, for people
  device: string; // of the trace
  kernel: string;
  elevator: string;
  disk: string;
  mode: ReplayMode;
  origin: number; // ns of the trace at which the run begins
  stuck: string; // how the run ended, '' if well
  rows: DifferenceRow[];
  order: DispatchOrder;
  replay: string[]; // what of the trace was replayed, a sentence each
  unknown: Lack[];
  records: Uint8Array; // of the trace, on the run's clock, as a run's records are
  same: Int32Array; // of each bio in the records that of the run, -1 for none
}

export function readDifference(r: Reader): Difference {
  const scenario = r.text();
  const json = r.text();
  const result = JSON.parse(json) as Omit<Difference, 'scenario' | 'json' | 'text' | 'records' | 'same'>;
  const text = r.text();
  const records = r.bytes();
  return { ...result, scenario, json, text, records, same: Int32Array.from(r.list(() => r.u32() - 1)) };
}
