import type { Reader } from './protocol.ts';

/** How a real trace is replayed; what is not given is the tools' choice. See core/difference. */
export interface ReplayOptions {
  kernel?: string;
  elevator?: string;
  mode?: 'timed' | 'fast' | 'closed';
  disk?: string; // "learned": as the trace tells; or a model of device lines
}

/** A figure on both sides: ns, sectors, thousandths, bytes/s, or a number. */
export interface DifferenceRow {
  group: string;
  name: string;
  unit: '' | 'ns' | 'sectors' | 'thousandths' | 'bytes/s';
  real: number;
  simulated: number;
}

/** What a real machine and the model made of the same bios. */
export interface Difference {
  scenario: string; // that was run
  text: string; // all of it, for people
  device: string; // of the trace
  kernel: string;
  elevator: string;
  disk: string;
  stuck: string; // how the run ended, '' if well
  rows: DifferenceRow[];
  order: { bios: number; same: number; together: number; first: number }; // first: the request that differs, -1 if none
  replay: string[]; // what of the trace was replayed, a sentence each
  unknown: string[]; // what the model does not know
}

export function readDifference(r: Reader): Difference {
  const scenario = r.text();
  const result = JSON.parse(r.text()) as Omit<Difference, 'scenario' | 'text'>;
  return { ...result, scenario, text: r.text() };
}
