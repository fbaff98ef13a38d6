/** Something that can be played: an instant, its steps and its end, ns. */
export interface Playable {
  readonly now: number;
  readonly end: number;
  seek(time: number): void;
  stepForward(): boolean; // false at the end
}

const maxSeconds = 5; // what "max" takes for a whole run
const reducedStepMs = 400;

/** Lets simulated time pass. With reduced motion it goes from event to event instead. */
export class Clock {
  speed = 2; // simulated ms for a second
  #frame = 0;
  #last = 0;

  constructor(readonly what: Playable, readonly changed: () => void) {}

  get playing(): boolean {
    return this.#frame !== 0;
  }

  toggle(): void {
    if (this.playing) this.stop();
    else this.play();
  }

  play(): void {
    if (this.what.now >= this.what.end) this.what.seek(0);
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#tick);
    this.changed();
  }

  stop(): void {
    if (!this.playing) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.changed();
  }

  #tick = (at: number): void => {
    this.#frame = requestAnimationFrame(this.#tick);
    const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (reduced) {
      if (at - this.#last < reducedStepMs) return;
      this.#last = at;
      if (!this.what.stepForward()) this.stop();
      return;
    }
    const elapsed = Math.min(100, Math.max(0, at - this.#last)) / 1000;
    this.#last = at;
    const rate = this.speed === Infinity ? this.what.end / maxSeconds : this.speed * 1e6;
    this.what.seek(this.what.now + elapsed * rate);
    if (this.what.now >= this.what.end) this.stop();
  };
}
