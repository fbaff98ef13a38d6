import type { Engine } from '../engine/engine.ts';
import { Records } from '../engine/records.ts';
import type { Difference } from '../engine/tools.ts';
import { RunIndex } from '../fold/index.ts';
import { MachineState } from '../fold/state.ts';
import { machineSetup } from '../playground/setup.ts';
import type { View } from '../playground/view.ts';

/** A real trace as a run: its records, folded like those of a simulated one. */
export class Real {
  readonly index: RunIndex;
  readonly #simulated: Map<number, number>; // bio of the run: real bio

  constructor(readonly difference: Difference) {
    const records = new Records();
    records.append(difference.records);
    this.index = new RunIndex(records);
    this.index.extend();
    this.#simulated = new Map();
    difference.same.forEach((bio, real) => bio >= 0 && this.#simulated.set(bio, real));
  }

  /** The run's bios that these real ones are. */
  simulatedOf(bios: readonly number[]): number[] {
    return bios.map((b) => this.difference.same[b] ?? -1).filter((b) => b >= 0);
  }

  /** The real bios that these of the run are. */
  realOf(bios: readonly number[]): number[] {
    return bios.map((b) => this.#simulated.get(b) ?? -1).filter((b) => b >= 0);
  }

  /** The trace at an instant, for views that need no state; its tasks are named as the run's are. */
  view(engine: Engine, now: number, end: number, lit: ReadonlySet<number> | null): View {
    const state = new MachineState();
    const { causes, names, elevators } = engine.description;
    return {
      // A trace tells when tasks plug; how a queue was plugged it does not.
      machine: { ...machineSetup(this.difference.scenario, engine, state), queuePlug: false, taskPlug: true },
      index: this.index,
      causes,
      tunables: names,
      elevators,
      state,
      step: this.index.stepAt(now),
      now,
      end,
      touched: new Set(),
      lit,
      aim: 0,
      maxSector: this.index.maxSector,
      scale: 2,
    };
  }
}
