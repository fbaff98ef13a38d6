import type { Lesson, LessonRun } from '../scenarios/lessons.ts';

export { LightEvent, SeekEvent } from './looks.ts';

// What elements tell the shell. Each event bubbles through shadow roots.

/** Look at a step. */
export class StepEvent extends Event {
  static readonly type = 'blk-step';
  constructor(readonly step: number) {
    super(StepEvent.type, { bubbles: true, composed: true });
  }
}

/** Show another window of time, ns. */
export class RangeEvent extends Event {
  static readonly type = 'blk-range';
  constructor(readonly from: number, readonly to: number) {
    super(RangeEvent.type, { bubbles: true, composed: true });
  }
}

/** Aim the next fire at a sector. */
export class AimEvent extends Event {
  static readonly type = 'blk-aim';
  constructor(readonly sector: number) {
    super(AimEvent.type, { bubbles: true, composed: true });
  }
}

/** A command of the transport. */
export class TransportEvent extends Event {
  static readonly type = 'blk-transport';
  constructor(readonly command: 'play' | 'start' | 'back' | 'forward' | 'unplug' | 'merge' | 'dispatch', readonly backwards = false) {
    super(TransportEvent.type, { bubbles: true, composed: true });
  }
}

/** Go to the next sleep, or open what finds a moment. */
export class FindEvent extends Event {
  static readonly type = 'blk-find';
  constructor(readonly what: 'sleep' | 'expression') {
    super(FindEvent.type, { bubbles: true, composed: true });
  }
}

/** Another speed, simulated ms for a second; Infinity runs to the end in about five seconds. */
export class SpeedEvent extends Event {
  static readonly type = 'blk-speed';
  constructor(readonly speed: number) {
    super(SpeedEvent.type, { bubbles: true, composed: true });
  }
}

/** Ops to be done at the present instant, as lines of the scenario without "at TIME". */
export class FireEvent extends Event {
  static readonly type = 'blk-fire';
  constructor(readonly ops: readonly string[]) {
    super(FireEvent.type, { bubbles: true, composed: true });
  }
}

/** A lesson's run to open. */
export class LessonEvent extends Event {
  static readonly type = 'blk-lesson';
  constructor(
    readonly lesson: () => Lesson, // in the language that is spoken when it is called
    readonly run: LessonRun,
  ) {
    super(LessonEvent.type, { bubbles: true, composed: true });
  }
}

/** Another kernel for the scenario. */
export class KernelEvent extends Event {
  static readonly type = 'blk-kernel';
  constructor(readonly kernel: string) {
    super(KernelEvent.type, { bubbles: true, composed: true });
  }
}

/** Another scenario text, made out of the one there is. */
export class EditEvent extends Event {
  static readonly type = 'blk-edit';
  constructor(readonly edit: (text: string) => string) {
    super(EditEvent.type, { bubbles: true, composed: true });
  }
}

/** Show the ghost run or not. */
export class GhostEvent extends Event {
  static readonly type = 'blk-ghost';
  constructor() {
    super(GhostEvent.type, { bubbles: true, composed: true });
  }
}
