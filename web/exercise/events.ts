import type { Question } from '../engine/tools.ts';

/** An answer was given, or an attempt made. */
export class AnswerEvent extends Event {
  static readonly type = 'blk-answer';
  constructor(
    readonly question: Question,
    readonly answer: string,
  ) {
    super(AnswerEvent.type, { bubbles: true, composed: true });
  }
}

/** Show a run (of a goal: its last attempt) at one of its traced events, counted from 1; 0: at its start. */
export class ShowEvent extends Event {
  static readonly type = 'blk-show';
  constructor(
    readonly run: string,
    readonly line: number,
    readonly goal: Question | null,
  ) {
    super(ShowEvent.type, { bubbles: true, composed: true });
  }
}
