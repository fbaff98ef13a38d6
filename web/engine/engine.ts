import './wasm_exec.ts';
import { instantiate, type Exports } from './instance.ts';
import {
  Reader, Result, Status, Writer, readConverted, readDescription, readErrors, recordBytes, writeFiles,
  type CauseRule, type ConvertOptions, type Converted, type Description, type KernelInfo, type ScenarioError, type TraceFile,
} from './protocol.ts';
import { Records } from './records.ts';
import { unpack } from './unpack.ts';

export type { CauseRule, ConvertOptions, Converted, ElevatorInfo, KernelInfo, Parameter, ScenarioError, TraceFile } from './protocol.ts';
export { Records } from './records.ts';

export type RunStatus = 'running' | 'complete' | 'stuck' | 'limit' | 'crashed';

const statusWords: readonly RunStatus[] = ['running', 'complete', 'stuck', 'limit', 'crashed'];

/** A text, a trace or the engine itself cannot go on. Line and column are 0 where there is no place. */
export class BlkplayError extends Error {
  readonly line: number;
  readonly column: number;
  /** All that is wrong; the first is this error's own. */
  readonly all: readonly ScenarioError[];
  /** The engine broke: no fault of the input. */
  readonly crashed: boolean;

  constructor(all: readonly ScenarioError[], crashed = false) {
    super(all[0].message);
    this.name = 'BlkplayError';
    this.line = all[0].line;
    this.column = all[0].column;
    this.all = all;
    this.crashed = crashed;
  }
}

/** Told while the engine is fetched; total is 0 if the server does not say. */
export type OnProgress = (loadedBytes: number, totalBytes: number) => void;

/** The model of the block layer, compiled to WebAssembly. One engine has any number of runs. */
export class Engine {
  readonly description: Description;
  #go: Exports;

  /** Fetches and starts the engine at url; rejects with a BlkplayError. */
  static async load(url: string | URL, onProgress?: OnProgress): Promise<Engine> {
    return new Engine(await instantiate(url, onProgress).catch(broken));
  }

  /** Starts an engine whose bytes are there already. */
  static async start(wasm: BufferSource): Promise<Engine> {
    return new Engine(await instantiate(wasm).catch(broken));
  }

  private constructor(go: Exports) {
    this.#go = go;
    this.description = readDescription(this.#call(() => go.describe()));
  }

  /** The rules that records name, by code. */
  get causes(): readonly CauseRule[] {
    return this.description.causes;
  }

  /** What a kernel's scenarios can set; undefined for an unknown kernel. */
  describe(kernel: string): KernelInfo | undefined {
    return this.description.kernels.find((k) => k.name === kernel);
  }

  /** What is wrong with a scenario text, in order of place. */
  check(text: string): ScenarioError[] {
    return readErrors(this.#call(() => this.#go.check(this.#put(encode(text)))));
  }

  /** The one canonical form of a scenario text. */
  format(text: string): string {
    return this.#call(() => this.#go.format(this.#put(encode(text)))).text();
  }

  /** A run of a scenario, at time 0. */
  open(text: string): Run {
    const handle = this.#call(() => this.#go.open(this.#put(encode(text)))).u32();
    return new Run({
      advance: (records) => this.#advance(handle, records),
      end: () => this.#call(() => this.#go.end(handle)).text(),
      hash: () => this.#call(() => this.#go.hash(handle)).text(),
      lines: (bytes, before) => this.#call(() => this.#go.lines(handle, this.#put(bytes), before)).text(),
      close: () => void this.#call(() => this.#go.close(handle)),
    });
  }

  /** Turns the files of a real trace, gzipped or not, into a scenario that submits the same bios at the same times. */
  async convert(files: readonly TraceFile[], options: ConvertOptions = {}): Promise<Converted> {
    const plain = await Promise.all(files.map(unpack)).catch((e) => refuse(e));
    const bytes = writeFiles(new Writer(), plain, options).finish();
    return readConverted(this.#call(() => this.#go.convert(this.#put(bytes))));
  }

  /** Lays bytes into the buffer that the engine reads, and returns their number. */
  #put(bytes: Uint8Array): number {
    const at = this.#go.buffer(bytes.length);
    // The view is made anew each time: growing memory detaches older ones.
    new Uint8Array(this.#go.mem.buffer, at, bytes.length).set(bytes);
    return bytes.length;
  }

  #result(): Uint8Array {
    return new Uint8Array(this.#go.mem.buffer, this.#go.resultAt(), this.#go.resultBytes());
  }

  #call(f: () => number): Reader {
    let result: number;
    try {
      result = f();
    } catch (e) {
      throw new BlkplayError([{ line: 0, column: 0, message: e instanceof Error ? e.message : String(e) }], true);
    }
    const r = new Reader(this.#result());
    if (result === Result.ok) return r;
    if (result === Result.refused) throw new BlkplayError(readErrors(r));
    throw new BlkplayError([{ line: 0, column: 0, message: r.text() }], true);
  }

  #advance(handle: number, records: number): Advance {
    const status = this.#go.advance(handle, records);
    if (status === Status.crashed) return { status: 'crashed', records: noBytes, message: new Reader(this.#result()).text() };
    return { status: statusWords[status], records: this.#result(), message: '' };
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

const encoder = new TextEncoder();

function encode(text: string): Uint8Array {
  return encoder.encode(text);
}

function refuse(e: unknown): never {
  throw new BlkplayError([{ line: 0, column: 0, message: e instanceof Error ? e.message : String(e) }]);
}

function broken(e: unknown): never {
  if (e instanceof BlkplayError) throw e;
  const why = e instanceof Error ? e.message : String(e);
  throw new BlkplayError([{ line: 0, column: 0, message: `The engine did not start: ${why}` }], true);
}
