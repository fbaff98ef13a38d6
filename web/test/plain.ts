import type { MachineState } from '../fold/state.ts';

/** A state without what only tells whose its parts are. */
export function plainState(s: MachineState): unknown {
  return JSON.parse(JSON.stringify(s, (key, value) => (key === 'epoch' || key === 'kept' ? undefined : value instanceof Map ? [...value] : value)));
}
