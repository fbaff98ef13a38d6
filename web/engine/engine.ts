import { broken } from './errors.ts';
import { instantiate, type OnProgress } from './instance.ts';
import { Program, type ProgramExports } from './program.ts';
import { Reader, Status, readDescription, readErrors, readKernel, recordBytes, type CauseRule, type Description, type KernelInfo, type ScenarioError } from './protocol.ts';
import { Records } from './records.ts';

export { BlkplayError } from './errors.ts';
export type { OnProgress } from './instance.ts';
export type { CauseRule, ElevatorInfo, KernelInfo, Parameter, ScenarioError } from './protocol.ts';
export { Records } from './records.ts';

/** What the engine exports; see wasm/engine/exports.go. */
interface Exports extends ProgramExports {
  describe(bytes: number): number;
  check(bytes: number): number;
  open(bytes: number): number;
  advance(handle: number, records: number): number;
  end(handle: number): number;
  hash(handle: number): number;
  lines(handle: number, bytes: number, linesBefore: number): number;
  close(handle: number): number;
}

export type RunStatus = 'running' | 'complete' | 'stuck' | 'limit' | 'crashed';

const statusWords: readonly RunStatus[] = ['running', 'complete', 'stuck', 'limit', 'crashed'];

/** The model of the block layer, compiled to WebAssembly. One engine has any number of runs. */
export class Engine {
  readonly description: Description;
  #program: Program;
  #go: Exports;

  /** Fetches and starts the engine at url; rejects with a BlkplayError. */
  static async load(url: string | URL, onProgress?: OnProgress): Promise<Engine> {
    return new Engine(await instantiate<Exports>(url, onProgress).catch(broken));
  }

  /** Starts an engine that is there already, as bytes or compiled. */
  static async start(wasm: BufferSource | WebAssembly.Module): Promise<Engine> {
    return new Engine(await instantiate<Exports>(wasm).catch(broken));
  }

  private constructor(go: Exports) {
    this.#program = new Program(go);
    this.#go = go;
    this.description = readDescription(this.#program.call(() => go.describe(0)));
  }

  /** The rules that records name, by code. */
  get causes(): readonly CauseRule[] {
    return this.description.causes;
  }

  /** What the kernel of a scenario can set, with the defaults of its machine, at its HZ and depth; null for what is no scenario. */
  describe(text: string): KernelInfo | null {
    try {
      return readKernel(this.#program.call(() => this.#go.describe(this.#program.putText(text))));
    } catch {
      return null;
    }
  }

  /** What is wrong with a scenario text, in order of place. */
  check(text: string): ScenarioError[] {
    return readErrors(this.#program.call(() => this.#go.check(this.#program.putText(text))));
  }

  /** A run of a scenario, at time 0. */
  open(text: string): Run {
    const handle = this.#program.call(() => this.#go.open(this.#program.putText(text))).u32();
    return new Run({
      advance: (records) => this.#advance(handle, records),
      end: () => this.#program.call(() => this.#go.end(handle)).text(),
      hash: () => this.#program.call(() => this.#go.hash(handle)).text(),
      lines: (bytes, before) => this.#program.call(() => this.#go.lines(handle, this.#program.put(bytes), before)).text(),
      close: () => void this.#program.call(() => this.#go.close(handle)),
    });
  }

  #advance(handle: number, records: number): Advance {
    const status = this.#go.advance(handle, records);
    if (status === Status.crashed) return { status: 'crashed', records: noBytes, message: new Reader(this.#program.result()).text() };
    return { status: statusWords[status], records: this.#program.result(), message: '' };
  }
}

interface Advance {
  status: RunStatus;
  records: Uint8Array; // good until the next call
  message: string;
}

/** The engine's side of a run. */
interface Machine {
  advance(records: number): Advance;
  end(): string;
  hash(): string;
  lines(records: Uint8Array, linesBefore: number): string;
  close(): void;
}

const noBytes = new Uint8Array(0);
/** Records that the engine makes in one call: about a third of a millisecond. */
const slice = 2048;

/** A scenario being run. Close it: the engine keeps its machine until then. */
export class Run {
  readonly records = new Records();
  status: RunStatus = 'running';
  /** How the run ended, in a sentence; '' while it goes on. */
  end = '';
  #machine: Machine;
  #closed = false;

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** Goes on for about budgetMs; true while there is more to do. Never throws: a crash is a status. */
  advance(budgetMs: number): boolean {
    if (this.status !== 'running' || this.#closed) return false;
    const deadline = performance.now() + budgetMs;
    do {
      this.#step();
    } while (this.status === 'running' && performance.now() < deadline);
    return this.status === 'running';
  }

  #step(): void {
    try {
      const { status, records, message } = this.#machine.advance(slice);
      this.records.append(records);
      this.status = status;
      if (status !== 'running') this.end = status === 'crashed' ? message : this.#machine.end();
    } catch (e) {
      this.status = 'crashed';
      this.end = e instanceof Error ? e.message : String(e);
    }
  }

  /** The hash of the lines so far: of the whole trace once the run is over. */
  hash(): string {
    return this.#machine.hash();
  }

  /** blkparse's lines of the records from..to, by default of all there are. */
  blkparse(from = 0, to = this.records.length): string {
    const parts: string[] = [];
    let before = this.records.tracedBefore(from);
    for (let i = from; i < to; ) {
      const bytes = this.records.slice(i, to);
      if (bytes.length === 0) break;
      parts.push(this.#machine.lines(bytes, before));
      i += bytes.length / recordBytes;
      before = this.records.tracedBefore(i);
    }
    return parts.join('');
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#machine.close();
  }
}
