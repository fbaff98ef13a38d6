import { Tools, type Axis, type Cell } from '../engine/tools.ts';

/** Where cells are run: the tools in some workers. */
export type Sweeper = Pick<Tools, 'sweepCells' | 'close'>;

/** So long a call should take: short enough for its progress to be seen, long enough not to matter. */
const callMs = 60;
const cellsAtOnce = 64;
/** A worker that has run so many cells and is so many times slower than it was is replaced: its collector searches ever longer. */
const cellsWorn = 100;
const timesSlower = 4;

/** Runs the cells of sweeps in module workers, each with a program of its own. */
export class Pool {
  #sweepers: Sweeper[];

  constructor(workers = 2, make: () => Sweeper = () => new Tools()) {
    this.#sweepers = Array.from({ length: workers }, make);
  }

  /** Starts the workers before they are needed. */
  warm(scenario: string): void {
    for (const s of this.#sweepers) void s.sweepCells(scenario, none, none, 0, 0).catch(() => {});
  }

  /**
   * Runs all cells, row by row, and tells each as it is there; the promise is
   * that of the last. An aborted sweep rejects with the signal's reason.
   */
  async run(scenario: string, x: Axis, y: Axis, each: (place: number, cell: Cell) => void, signal: AbortSignal): Promise<void> {
    const total = Math.max(1, x.values.length) * Math.max(1, y.values.length);
    let next = 0;
    const stop = new AbortController(); // by the caller, or because another worker failed
    const abort = (): void => stop.abort(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    const work = async (sweeper: Sweeper): Promise<void> => {
      let atOnce = 1;
      let ran = 0;
      let quickest = Infinity; // ms for a cell
      while (next < total) {
        const from = next;
        const count = Math.min(atOnce, total - from);
        next += count;
        const began = performance.now();
        const cells = await sweeper.sweepCells(scenario, x, y, from, count, { signal: stop.signal });
        stop.signal.throwIfAborted();
        cells.forEach((cell, i) => each(from + i, cell));
        const perCell = Math.max(0.05, (performance.now() - began) / count);
        quickest = Math.min(quickest, perCell);
        ran += count;
        if (ran >= cellsWorn && perCell > timesSlower * quickest) {
          sweeper.close();
          ran = 0;
        }
        // Toward the end less at once, so that both are done together.
        const fair = Math.ceil((total - next) / (2 * this.#sweepers.length));
        atOnce = Math.max(1, Math.min(cellsAtOnce, Math.floor(callMs / perCell), fair));
      }
    };
    try {
      await Promise.all(this.#sweepers.map(work));
    } catch (e) {
      stop.abort(e);
      throw e;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  close(): void {
    for (const s of this.#sweepers) s.close();
  }
}

const none: Axis = { name: '', values: [] };
