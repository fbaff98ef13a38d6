import { BlkplayError } from '../engine/errors.ts';
import type { OnWork, Tools } from '../engine/tools.ts';
import { fill, said, strings } from '../strings.ts';
import { nameOf, readFiles, saveFile, scenarioIn, stemOf } from './files.ts';
import { messageOf, type Told } from './session.ts';

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
  files: readonly File[]; // of a trace, to be read again; none of a job, which has no events
}

/** What files turned out to be. */
export interface Opened {
  text: string;
  imported: Import | null; // null: they were a scenario
}

/** Formats that a real trace can be saved in as it is. */
export const traceEndings = ['.txt', '.iolog', '.v2.iolog', '.json', '.csv', '.svg'] as const;
export type TraceEnding = (typeof traceEndings)[number];

/** Tells how far something is, under a label of the strings. */
type Tell = (label: string) => OnWork;

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
   * elevator. A notice says why not; its ways are `choose` and `again`.
   */
  open(files: readonly File[], machine: { kernel: string; elevator: string }, choose: () => void, again: () => void): Promise<Opened | Told> {
    const o = strings.share.open;
    const { kernel, elevator } = machine;
    const name = nameOf(files);
    return this.#alone(
      name,
      async (tell, signal) => {
        const loaded = await readFiles(files, tell(o.reading), signal);
        const text = await scenarioIn(loaded[0]);
        if (text !== null && loaded.length > 1) throw new Error(o.many);
        if (text !== null) return { text, imported: null };
        tell(o.importing)(0, 1);
        const converted = await this.tools.importTrace(loaded, { kernel, elevator }, { onWork: tell(o.importing), signal });
        const lines = converted.report.split('\n').filter(Boolean);
        return { text: converted.text, imported: { name, lines, files: /\.fio(\.gz)?$/i.test(name) ? [] : files } };
      },
      (e) => {
        const crashed = e instanceof BlkplayError && e.crashed;
        return () => {
          const o = strings.share.open;
          const ways = [...(crashed ? [{ label: o.again, go: again }] : []), { label: o.another, go: choose }];
          return { kind: 'error', title: fill(o.failed, { name }), text: crashed ? said(messageOf(e)) : `${said(messageOf(e).replace(accepted, ''))}\n${o.takes}`, ways };
        };
      },
    );
  }

  /** Saves a real trace in another format; null if that went well. */
  convert({ name, files }: Import, ending: TraceEnding, again: () => void): Promise<Told | null> {
    const o = strings.share.open;
    return this.#alone<Told | null>(
      name,
      async (tell, signal) => {
        const loaded = await readFiles(files, tell(o.reading), signal);
        tell(o.converting)(0, 1);
        const bytes = await this.tools.exportTrace(loaded, ending, { onWork: tell(o.converting), signal });
        saveFile(stemOf(files[0].name.replace(/(\.blktrace\.\d+|\.\w+)?(\.gz)?$/i, '')) + ending, bytes as BlobPart);
        return null;
      },
      (e) => () => ({ kind: 'error', title: fill(strings.share.files.failed, { ending }), text: said(messageOf(e)), ways: [{ label: strings.share.open.again, go: again }] }),
    );
  }

  /** Does one thing at a time: what was at work before is cancelled. */
  async #alone<T>(name: string, job: (tell: Tell, signal: AbortSignal) => Promise<T>, failed: (e: unknown) => Told): Promise<T | Told> {
    this.cancel();
    const stop = (this.#stop = new AbortController());
    const tell: Tell = (label) => (done, total) => {
      if (this.#stop !== stop) return;
      this.work = { label, name, percent: total > 0 ? Math.min(99, Math.floor((done / total) * 100)) : 0 };
      this.changed();
    };
    try {
      tell(strings.share.open.reading)(0, 1);
      return await job(tell, stop.signal);
    } catch (e) {
      return stop.signal.aborted ? () => ({ kind: 'info', title: strings.share.open.cancelled, text: '' }) : failed(e);
    } finally {
      if (this.#stop === stop) {
        this.#stop = null;
        this.work = null;
        this.changed();
      }
    }
  }
}
