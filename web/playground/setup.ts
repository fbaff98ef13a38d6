import type { Engine } from '../engine/engine.ts';
import type { MachineState } from '../fold/state.ts';
import { readSetup, type Setup } from '../scenario/text.ts';
import type { MachineSetup } from './view.ts';

let readText = '';
let read: Setup = readSetup('');

/** The machine's numbers at a moment: the text's, the kernel's defaults, and what was set since. */
export function machineSetup(text: string, engine: Engine | null, state: MachineState): MachineSetup {
  if (text !== readText) {
    readText = text;
    read = readSetup(text);
  }
  const setup = read;
  const info = engine?.describe(setup.kernel) ?? null;
  const names = engine?.description.names ?? [];
  const number = (name: string, otherwise: number): number =>
    state.settings.get(names.indexOf(name)) ?? setup.queue[name] ?? info?.queue.find((p) => p.name === name)?.default ?? otherwise;
  const switched = state.elevator >= 0 ? (engine?.description.elevators[state.elevator] ?? '') : '';
  const queuePlug = setup.kernel === '2.6.24';
  return {
    kernel: setup.kernel,
    elevator: switched || setup.elevator || info?.elevators[0]?.name || '',
    hz: setup.hz ?? 250,
    nrRequests: number('nr_requests', 128),
    unplugThresh: number('unplug_thresh', 4),
    unplugDelayMs: number('unplug_delay_ms', 3),
    depth: setup.device.depth ?? 1,
    queuePlug,
    taskPlug: setup.kernel !== '' && !queuePlug,
    setup,
  };
}
