import { RunIndex } from '../fold/index.ts';
import { Kind } from '../fold/kinds.ts';
import type { CauseText, View } from '../playground/view.ts';
import { machineSetup } from '../playground/setup.ts';
import { list, type Row } from './list.ts';

const causes: CauseText[] = [{ name: '', func: '', text: '' }];

/** A cause's number, made on the way. */
export function cause(name: string, func = '', text = ''): number {
  return causes.push({ name, func, text }) - 1;
}

/** The view of a step of a hand-made run; -1 is its start. */
export function viewOf(scenario: string, rows: Row[], step: number, now?: number): View {
  const index = new RunIndex(list(rows));
  index.extend();
  const state = index.stateAfter(index.lastRecordOf(step));
  const i = index.steps[step];
  return {
    machine: machineSetup(scenario, null, state),
    index,
    causes,
    tunables: ['nr_requests', 'max_sectors', 'nomerges', 'unplug_thresh'],
    elevators: ['noop', 'deadline'],
    state,
    step,
    now: now ?? index.timeOf(step),
    end: index.endTime,
    touched: new Set(i !== undefined && rows[i].kind !== Kind.PlugOff && rows[i].req !== undefined ? [rows[i].req] : []),
    lit: null,
    aim: 0,
    maxSector: 16384,
    scale: 2,
  };
}
