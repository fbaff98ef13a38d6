import { speeds } from '../elements/lists.ts';
import { Kind } from '../fold/kinds.ts';
import { Clock } from '../playground/clock.ts';
import { strings } from '../strings.ts';
import type { BarCommand } from './bar.ts';
import type { Bench, Machine } from './bench.ts';
import { nextDifference } from './differences.ts';

/** Kinds of records that a jump goes to. */
const kinds: Partial<Record<BarCommand, readonly number[]>> = {
  unplug: [Kind.Unplug, Kind.UnplugTimer, Kind.PlugOff],
  merge: [Kind.BackMerge, Kind.FrontMerge],
  dispatch: [Kind.Issue],
};

/** Goes about on the clock that all machines share. Each way stops it first. */
export class Travel {
  readonly clock: Clock;

  /** Bench is null before the engine has come; told is what there is to say of a way that leads nowhere, '' if there is nothing. */
  constructor(
    readonly bench: () => Bench | null,
    readonly told: (what: string) => void,
    readonly changed: () => void,
  ) {
    this.clock = new Clock(
      {
        get now() {
          return bench()?.now ?? 0;
        },
        get end() {
          return bench()?.end ?? 1;
        },
        seek: (time) => bench()?.seek(time),
        stepForward: () => this.#step(1),
      },
      changed,
    );
  }

  /** To an instant, ns; one below 0 is none. */
  go(time: number): void {
    if (time < 0) return;
    this.clock.stop();
    this.told('');
    this.bench()?.seek(time);
  }

  /** To the next or previous event: of any machine, or of that with a number. */
  step(by: 1 | -1, machine?: number): void {
    this.clock.stop();
    const machines = this.bench()?.machines ?? [];
    if (machine === undefined) this.#step(by);
    else if (machines[machine]) this.#step(by, [machines[machine]]);
  }

  jump(to: 'unplug' | 'merge' | 'dispatch', by: 1 | -1): void {
    this.clock.stop();
    this.#step(by, undefined, kinds[to]);
  }

  jiffy(by: 1 | -1): void {
    const bench = this.bench();
    if (!bench) return;
    const jiffy = 1e9 / bench.machines[0].session.view().machine.hz;
    const at = bench.now / jiffy;
    this.go(Math.max(0, (by > 0 ? Math.floor(at + 1e-9) + 1 : Math.ceil(at - 1e-9) - 1) * jiffy));
  }

  /** To a share of the longest run, 0..1. */
  share(of: number): void {
    const bench = this.bench();
    if (bench) this.go(of * bench.end);
  }

  /** To the next or previous instant after `from`, ns, at which another machine begins to differ from the first. */
  difference(direction: 1 | -1, from = this.bench()?.now ?? 0): void {
    const bench = this.bench();
    if (!bench) return;
    const [first, ...others] = bench.machines;
    const lists = others.map((m) => m.differencesFrom(first).spans);
    const time = nextDifference(lists, from, direction);
    if (time >= 0) this.go(time);
    else this.told(lists.every((l) => l.length === 0) ? strings.compare.noDifference : strings.compare.noFurther);
  }

  speed(speed: number): void {
    this.clock.speed = speed;
    this.changed();
  }

  /** The next speed there is, up or down. */
  faster(by: 1 | -1): void {
    const k = speeds.indexOf(this.clock.speed) + by;
    if (k >= 0 && k < speeds.length) this.speed(speeds[k]);
  }

  /** What a button of the bar asks for. */
  command(command: BarCommand): void {
    switch (command) {
      case 'play':
        return this.clock.toggle();
      case 'start':
        return this.go(0);
      case 'first':
        return this.difference(1, -1);
      case 'next':
        return this.difference(1);
      case 'back':
        return this.step(-1);
      case 'forward':
        return this.step(1);
      default:
        return this.jump(command, 1);
    }
  }

  #step(direction: 1 | -1, machines: readonly Machine[] = this.bench()?.machines ?? [], of?: readonly number[]): boolean {
    const time = this.bench()?.nextStep(machines, direction, of) ?? -1;
    if (time >= 0) this.bench()!.seek(time);
    return time >= 0;
  }
}
