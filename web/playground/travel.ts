import { speeds } from '../elements/lists.ts';
import { Kind } from '../fold/kinds.ts';
import type { Clock } from './clock.ts';
import type { TransportEvent } from './events.ts';
import { Movement } from './movement.ts';
import { clockOf } from './session-clock.ts';
import type { Session } from './session.ts';

/** Kinds of records that a jump goes to. */
const jumps: Record<'unplug' | 'merge' | 'dispatch', readonly number[]> = {
  unplug: [Kind.Unplug, Kind.PlugOff],
  merge: [Kind.BackMerge, Kind.FrontMerge],
  dispatch: [Kind.Issue],
};

/** Goes about in a run: lets its time pass, and takes a hand from instant to instant. */
export class Travel {
  readonly clock: Clock;
  #movement: Movement;

  /** Root holds the picture, and over it what moves. */
  constructor(
    readonly session: Session,
    root: () => ParentNode,
    readonly changed: () => void,
  ) {
    this.clock = clockOf(session, changed);
    this.#movement = new Movement(root, () => root().querySelector('blk-machine'));
  }

  /** Stops the clock and moves. */
  go(move: () => void): void {
    this.clock.stop();
    this.#movement.clear();
    move();
  }

  /** One event on or back; the step forward is shown as a movement. */
  step(by: 1 | -1): void {
    const { session } = this;
    if (by < 0) {
      this.go(() => session.seekStep(session.step - 1));
      return;
    }
    this.clock.stop();
    this.#movement.show(
      () => session.view().state,
      () => session.seekStep(session.step + 1),
    );
  }

  jiffy(by: 1 | -1): void {
    const { session } = this;
    const jiffy = 1e9 / session.view().machine.hz;
    const at = session.now / jiffy;
    this.go(() => session.seekTime((by > 0 ? Math.floor(at) + 1 : Math.ceil(at) - 1) * jiffy));
  }

  jump(to: keyof typeof jumps, backwards: boolean): void {
    const { session } = this;
    const step = session.findStep(jumps[to], backwards ? -1 : 1);
    if (step >= 0) this.go(() => session.seekStep(step));
  }

  /** To a share of the run, 0..1. */
  share(of: number): void {
    this.go(() => this.session.seekTime(of * this.session.end));
  }

  /** The next speed there is, up or down. */
  faster(by: 1 | -1): void {
    const k = speeds.indexOf(this.clock.speed) + by;
    if (k >= 0 && k < speeds.length) this.speed(speeds[k]);
  }

  speed(speed: number): void {
    this.clock.speed = speed;
    this.changed();
  }

  /** What a button of the transport asks for. */
  command({ command, backwards }: TransportEvent): void {
    switch (command) {
      case 'play':
        this.clock.toggle();
        break;
      case 'start':
        this.go(() => this.session.seekStep(-1));
        break;
      case 'back':
      case 'forward':
        this.step(command === 'back' ? -1 : 1);
        break;
      default:
        this.jump(command, backwards);
    }
  }
}
