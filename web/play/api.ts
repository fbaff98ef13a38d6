// What the facade and the player say to each other. The facade is in every page
// from the start; the player comes when a reader asks for it.

/** Where a run stands: what the element's events carry. */
export interface PlayDetail {
  time: number; // ms of the run
  duration: number; // ms
  step: number; // events so far; 0: none
  steps: number;
}

/** One event of the run, in blktrace's letters and in words. */
export interface StepDetail extends PlayDetail {
  letter: string; // "M"; "·U" for an unplug that blktrace does not print
  text: string;
}

export interface FaultDetail {
  message: string;
  line: number; // of the scenario, from 1; 0: no place
  column: number;
}

export interface PlayEvents {
  ready: PlayDetail;
  play: PlayDetail;
  pause: PlayDetail;
  step: StepDetail;
  end: PlayDetail;
  error: FaultDetail;
}

export type Emit = <K extends keyof PlayEvents>(type: K, detail: PlayEvents[K]) => void;

/** What a player is given. */
export interface Stage {
  root: HTMLElement; // what the player fills
  text: string; // a scenario
  label: string; // title of the box; '': the scenario's own
  at: number; // ms to look at first; NaN: the start
  controls: readonly string[]; // see knobs.ts; none: those of the transport
  home: string; // address of the playground; '': there is none to lead to
  emit: Emit;
  loading(share: number): void; // share of the engine that is here, 0 if nobody knows
}

export interface Player {
  readonly paused: boolean;
  readonly where: PlayDetail;
  readonly text: string; // of the scenario, with what the reader turned
  play(): void;
  pause(): void;
  seek(ms: number): void;
  stepBy(events: number): void;
  nextUnplug(): void;
  take(text: string, at: number): void;
  setControls(controls: readonly string[]): void;
  focus(): void;
  /** Takes it out of its root; `open` it again for another. */
  close(): void;
}

/** What assets/element.js exports. */
export interface PlayerModule {
  open(stage: Stage): Promise<Player>;
}
