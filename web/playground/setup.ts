import type { Engine, KernelInfo } from '../engine/engine.ts';
import type { MachineState } from '../fold/state.ts';
import { readSetup, type Setup } from '../scenario/text.ts';
import type { MachineSetup } from './view.ts';

/** Texts read last, the newest at the end: as many as machines may be compared. */
const readLast: Read[] = [];
const readMost = 8;

interface Read {
  text: string;
  setup: Setup;
  info?: KernelInfo | null; // once there is an engine to ask; null: it runs on none
}

function read(text: string): Read {
  let known = readLast.find((r) => r.text === text);
  if (!known) {
    known = { text, setup: readSetup(text) };
    readLast.push(known);
    if (readLast.length > readMost) readLast.shift();
  }
  return known;
}

/** The machine's numbers at a moment: the text's, the kernel's defaults, and what was set since. */
export function machineSetup(text: string, engine: Engine | null, state: MachineState): MachineSetup {
  const known = read(text);
  const { setup } = known;
  // Without its tasks a scenario is a machine, soon described.
  const info = (known.info ??= engine && engine.describe(text.replace(/^\s*(task|at)\b.*(\n[ \t].*)*/gm, '')));
  const names = engine?.description.names ?? [];
  const switched = state.elevator >= 0 ? (engine?.description.elevators[state.elevator] ?? '') : '';
  const elevator = switched || setup.elevator || info?.elevators[0]?.name || '';
  const ofElevator = info?.elevators.find((e) => e.name === elevator)?.tunables;
  const value = (name: string, otherwise: number): number =>
    state.settings.get(names.indexOf(name)) ?? setup.queue[name] ?? setup.tunables[name] ?? (info?.queue.find((p) => p.name === name) ?? ofElevator?.find((p) => p.name === name))?.default ?? otherwise;
  const queuePlug = setup.kernel === '2.6.24';
  return {
    kernel: setup.kernel,
    elevator,
    hz: setup.hz ?? 250,
    nrRequests: value('nr_requests', 128),
    unplugThresh: value('unplug_thresh', 4),
    unplugDelayMs: value('unplug_delay_ms', 3),
    depth: setup.device.depth ?? 1,
    value: (name) => value(name, NaN),
    queuePlug,
    taskPlug: setup.kernel !== '' && !queuePlug,
    info,
    setup,
  };
}
