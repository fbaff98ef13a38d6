/** Where a run stands; times in ms of the run. */
export interface PlayDetail {
  /** ms */
  time: number;
  /** ms */
  duration: number;
  /** Events so far; 0 before the first. */
  step: number;
  steps: number;
}

/** One event of the run. */
export interface StepDetail extends PlayDetail {
  /** blktrace's letter; "·U" for an unplug that blktrace does not print. */
  letter: string;
  /** What happened and why, as a sentence. */
  text: string;
}

export interface FaultDetail {
  message: string;
  /** Of the scenario, from 1; 0: the fault has no place in it. */
  line: number;
  column: number;
}

export interface PlayEvents {
  /** The player is there and has run the scenario. */
  ready: PlayDetail;
  play: PlayDetail;
  pause: PlayDetail;
  /** Another event of the run is looked at. While it plays fast, not every one is told. */
  step: StepDetail;
  end: PlayDetail;
  /** The scenario does not run, or the player did not load. */
  error: FaultDetail;
}

/** What the element tells: in `detail`. It does not bubble. */
export declare class PlayEvent<K extends keyof PlayEvents = keyof PlayEvents> extends CustomEvent<PlayEvents[K]> {}

/**
 * <blk-play>: a run of the Linux block layer. Attributes: scenario, src, poster,
 * label, at, loading, controls, theme, lang, playground; see README.md.
 */
export declare class BlkPlay extends HTMLElement {
  /** Address of a playground for "Open in playground" of all elements; '' for none. */
  static home: string;
  /** Where `assets/` lies, for pages whose bundler moves this script; '': beside it. */
  static base: string;

  /** The scenario's text, with what the reader turned; '' while only `src` names it. Setting it sets the attribute. */
  get scenario(): string;
  set scenario(text: string);
  get paused(): boolean;
  /** ms of the run. Setting it seeks. */
  get currentTime(): number;
  set currentTime(ms: number);
  /** ms; NaN before the run is there. */
  get duration(): number;

  /** Loads player, engine and scenario; rejects if that cannot be. The methods below do it as well. */
  load(): Promise<void>;
  play(): Promise<void>;
  pause(): void;
  /** Looks at an instant, ms of the run. */
  seek(ms: number): Promise<void>;
  /** Goes on by so many events; back if negative. */
  step(events?: number): Promise<void>;
  nextUnplug(): Promise<void>;

  addEventListener<K extends keyof PlayEvents>(type: K, listener: (this: BlkPlay, event: PlayEvent<K>) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'blk-play': BlkPlay;
  }
}
