import type { Engine } from '../engine/engine.ts';
import type { MachineState } from '../fold/state.ts';
import { readSetup, type Setup } from '../scenario/text.ts';
import type { MachineSetup } from './view.ts';

/** Texts read last, the newest at the end: as many as machines may be compared. */
const readLast: { text: string; setup: Setup }[] = [];
const readMost = 8;

function setupOf(text: string): Setup {
  const known = readLast.find((r) => r.text === text);
  if (known) return known.setup;
  const setup = readSetup(text);
  readLast.push({ text, setup });
  if (readLast.length > readMost) readLast.shift();
  return setup;
}

/** The machine's numbers at a moment: the text's, the kernel's defaults, and what was set since. */
export function machineSetup(text: string, engine: Engine | null, state: MachineState): MachineSetup {
  const setup = setupOf(text);
  const info = engine?.describe(setup.kernel) ?? null;
  const names = engine?.description.names ?? [];
  const number = (name: string, otherwise: number): number =>
    state.settings.get(names.indexOf(name)) ?? setup.queue[name] ?? info?.queue.find((p) => p.name === name)?.default ?? otherwise;
  const switched = state.elevator >= 0 ? (engine?.description.elevators[state.elevator] ?? '') : '';
  const elevator = switched || setup.elevator || info?.elevators[0]?.name || '';
  const tunables = info?.elevators.find((e) => e.name === elevator)?.tunables;
  const queuePlug = setup.kernel === '2.6.24';
  return {
    kernel: setup.kernel,
    elevator,
    hz: setup.hz ?? 250,
    nrRequests: number('nr_requests', 128),
    unplugThresh: number('unplug_thresh', 4),
    unplugDelayMs: number('unplug_delay_ms', 3),
    depth: setup.device.depth ?? 1,
    tunable: (name) =>
      state.settings.get(names.indexOf(name)) ?? setup.tunables[name] ?? tunables?.find((p) => p.name === name)?.default ?? NaN,
    queuePlug,
    taskPlug: setup.kernel !== '' && !queuePlug,
    setup,
  };
}
