import type { Difference, ReplayMode, Tools } from '../engine/tools.ts';
import { nameOf, readFiles } from '../playground/files.ts';
import { messageOf } from '../playground/session.ts';

/** The machine that a real trace is held against, and how its bios are sent. */
export interface Choice {
  kernel: string;
  elevator: string;
  disk: string;
  mode: ReplayMode;
}

/** Records of a trace that are drawn, at most. */
export const drawnMost = 1 << 17;

/** A real trace, and its replay as somebody chose it last. */
export class Trial {
  files: readonly File[] = [];
  choice: Choice = { kernel: '', elevator: '', disk: 'learned', mode: 'timed' };
  result: Difference | null = null;
  percent: number | null = null; // of the work, null when there is none
  failure = '';
  cancelled = false;
  #chosen: Choice | null = null; // that the result is of
  #stop: AbortController | null = null;

  constructor(
    readonly tools: () => Tools,
    readonly changed: () => void,
  ) {}

  get name(): string {
    return this.files.length > 0 ? nameOf(this.files) : '';
  }

  start(files: readonly File[], choice: Choice): Promise<void> {
    this.files = files;
    this.result = null;
    this.#chosen = null;
    return this.choose(choice);
  }

  /** Replays the trace so; what was at work is ended. A replay that fails leaves the result before. */
  async choose(choice: Choice): Promise<void> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    const { signal } = stop;
    const onWork = (done: number, total: number): void => {
      if (this.#stop !== stop) return;
      this.percent = Math.min(99, Math.floor((done / Math.max(1, total)) * 100));
      this.changed();
    };
    this.choice = choice;
    this.failure = '';
    this.cancelled = false;
    this.percent = 0;
    this.changed();
    try {
      const files = await readFiles(this.files, () => {}, signal);
      const result = await this.tools().difference(files, { ...choice, keep: drawnMost }, { signal, onWork });
      if (this.#stop !== stop) return;
      this.result = result;
      this.#chosen = choice;
    } catch (e) {
      if (this.#stop !== stop) return;
      if (signal.aborted) this.cancelled = true;
      else this.failure = messageOf(e);
      if (this.#chosen) this.choice = this.#chosen;
    }
    this.#stop = null;
    this.percent = null;
    this.changed();
  }

  /** Ends what is at work; what is shown stays. */
  cancel(): void {
    this.#stop?.abort(new DOMException('cancelled', 'AbortError'));
  }

  /** Forgets the trace. */
  close(): void {
    const stop = this.#stop;
    this.#stop = null;
    stop?.abort();
    this.files = [];
    this.result = null;
    this.percent = null;
  }
}
