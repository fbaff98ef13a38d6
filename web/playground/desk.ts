import { BlkplayError } from '../engine/errors.ts';
import type { Tools } from '../engine/tools.ts';
import { fill, strings } from '../strings.ts';
import { nameOf, readFiles, scenarioIn } from './files.ts';
import { messageOf, type Notice } from './session.ts';

/** What the importer itself says of what it takes: the page says it in the reader's language. */
const accepted = /; accepted are .*$/s;

/** What is being done to files, for a progress bar: percent of it. */
export interface Work {
  label: string; // with {name} and {percent} to fill in
  name: string;
  percent: number;
}

/** What was imported, and what the importer says about it, one thing a line. */
export interface Import {
  name: string;
  lines: readonly string[];
}

/** What files turned out to be. */
export interface Opened {
  text: string;
  imported: Import | null; // null: they were a scenario
}

/** Opens files, one lot at a time, with progress and cancel. A file that does not open becomes a notice. */
export class Desk {
  work: Work | null = null;
  #stop: AbortController | null = null;

  constructor(
    readonly tools: Tools,
    readonly changed: () => void,
  ) {}

  cancel(): void {
    this.#stop?.abort(new DOMException('cancelled', 'AbortError'));
  }

  /**
   * What is in files: a scenario, or a trace made into one for a kernel and
   * elevator. A notice says why not; its ways are `choose` and `open`, which tries again.
   */
  async open(files: readonly File[], machine: { kernel: string; elevator: string }, choose: () => void, again: () => void): Promise<Opened | Notice> {
    this.cancel();
    const stop = (this.#stop = new AbortController());
    const name = nameOf(files);
    const o = strings.share.open;
    const tell = (label: string) => (done: number, total: number) => {
      if (this.#stop !== stop) return;
      this.work = { label, name, percent: total > 0 ? Math.min(99, Math.floor((done / total) * 100)) : 0 };
      this.changed();
    };
    try {
      tell(o.reading)(0, 1);
      const loaded = await readFiles(files, tell(o.reading), stop.signal);
      const text = await scenarioIn(loaded[0]);
      if (text !== null && loaded.length === 1) return { text, imported: null };
      if (text !== null) throw new Error(o.many);
      tell(o.importing)(0, 1);
      const { kernel, elevator } = machine;
      const converted = await this.tools.importTrace(loaded, { kernel, elevator }, { onWork: tell(o.importing), signal: stop.signal });
      return { text: converted.text, imported: { name, lines: converted.report.split('\n').filter(Boolean) } };
    } catch (e) {
      if (stop.signal.aborted) return { kind: 'info', title: o.cancelled, text: '' };
      const crashed = e instanceof BlkplayError && e.crashed;
      return {
        kind: 'error',
        title: fill(o.failed, { name }),
        text: crashed ? messageOf(e) : `${messageOf(e).replace(accepted, '')}\n${o.takes}`,
        ways: [...(crashed ? [{ label: o.again, go: again }] : []), { label: o.another, go: choose }],
      };
    } finally {
      if (this.#stop === stop) {
        this.#stop = null;
        this.work = null;
        this.changed();
      }
    }
  }
}
