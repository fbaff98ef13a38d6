// The layout of what crosses between the page and the programs compiled to
// WebAssembly. Its twins are wasm/abi, wasm/engine/protocol.go and wasm/tools;
// testdata of the latter two pins both sides.
//
// Numbers are little-endian. A text is its length in bytes (u32) and UTF-8; a
// list is its length (u32) and its entries. Records cross as they are in
// memory, see core/trace/event.go.

/** Bytes of a record. */
export const recordBytes = 48;

/** What an exported function returns; records() returns Status instead. */
export const Result = { ok: 0, refused: 1, crashed: 2 } as const;

/** How far a run is. */
export const Status = { running: 0, complete: 1, stuck: 2, limit: 3, crashed: 4 } as const;

/** Bits of a parameter. */
const clamps = 1;
const live = 2;

/** What is wrong with a text, and where; line and column count from 1, 0 is nowhere in particular. */
export interface ScenarioError {
  line: number;
  column: number;
  message: string;
}

/** The rule behind a record; see core/trace/cause.go. */
export interface CauseRule {
  name: string;
  func: string;
  text: string;
}

/** A number that a scenario can set. */
export interface Parameter {
  name: string;
  unit: string; // "ms", "ns", "sectors", "KiB", "requests", "segments", ""
  text: string;
  default: number;
  min: number;
  max: number;
  clamps: boolean; // a value outside is moved to the nearest inside instead of refused
  live: boolean; // a set op may change it
}

export interface ElevatorInfo {
  name: string;
  text: string;
  tunables: Parameter[];
}

export interface KernelInfo {
  name: string;
  text: string;
  elevators: ElevatorInfo[]; // the kernel's default is the first
  queue: Parameter[];
  settable: string[]; // names a set op may have
  whatIf: string[];
}

/** What the engine knows besides runs. */
export interface Description {
  causes: CauseRule[]; // by code; codes without a rule have empty words
  kernels: KernelInfo[];
  names: string[]; // tunables, by the number in a Set record
  elevators: string[]; // by the number in a Switch record
}

export interface TraceFile {
  name: string;
  bytes: Uint8Array;
}

/** What a trace is turned into; '' is the engine's choice. */
export interface ConvertOptions {
  kernel?: string;
  elevator?: string;
}

export interface Converted {
  text: string; // a scenario
  report: string; // what was read, what was left out and why; one thing a line
}

/** Reads what the engine wrote, from front to back. */
export class Reader {
  #view: DataView;
  #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u32(): number {
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, true);
  }

  /** An i64; exact up to 2^53. */
  i64(): number {
    this.#at += 8;
    return Number(this.#view.getBigInt64(this.#at - 8, true));
  }

  /** Good as long as the memory it was read from. */
  bytes(): Uint8Array {
    const n = this.u32();
    this.#at += n;
    return this.#bytes.subarray(this.#at - n, this.#at);
  }

  text(): string {
    return new TextDecoder().decode(this.bytes());
  }

  list<T>(entry: () => T): T[] {
    return Array.from({ length: this.u32() }, entry);
  }
}

/** Writes what the engine reads. */
export class Writer {
  #parts: Uint8Array[] = [];

  u32(v: number): this {
    const b = new Uint8Array(4);
    new DataView(b.buffer).setUint32(0, v, true);
    this.#parts.push(b);
    return this;
  }

  text(s: string): this {
    return this.bytes(new TextEncoder().encode(s));
  }

  bytes(b: Uint8Array): this {
    this.u32(b.length);
    this.#parts.push(b);
    return this;
  }

  finish(): Uint8Array {
    const all = new Uint8Array(this.#parts.reduce((n, p) => n + p.length, 0));
    let at = 0;
    for (const p of this.#parts) {
      all.set(p, at);
      at += p.length;
    }
    return all;
  }
}

export function readErrors(r: Reader): ScenarioError[] {
  return r.list(() => ({ line: r.u32(), column: r.u32(), message: r.text() }));
}

export function readConverted(r: Reader): Converted {
  return { text: r.text(), report: r.text() };
}

export function writeFiles(w: Writer, files: readonly TraceFile[]): Writer {
  w.u32(files.length);
  for (const f of files) w.text(f.name).bytes(f.bytes);
  return w;
}

export function readDescription(r: Reader): Description {
  return { causes: readCauses(r), kernels: r.list(() => readKernel(r)), names: r.list(() => r.text()), elevators: r.list(() => r.text()) };
}

/** What there is to know about a kernel, on a machine without peculiarities; undefined for an unknown one. */
export function kernelNamed({ kernels }: Description, name: string): KernelInfo | undefined {
  return kernels.find((k) => k.name === name);
}

function readCauses(r: Reader): CauseRule[] {
  const causes: CauseRule[] = [];
  for (let n = r.u32(); n > 0; n--) {
    const code = r.u32();
    while (causes.length < code) causes.push({ name: '', func: '', text: '' });
    causes.push({ name: r.text(), func: r.text(), text: r.text() });
  }
  return causes;
}

export function readKernel(r: Reader): KernelInfo {
  return {
    name: r.text(),
    text: r.text(),
    elevators: r.list(() => ({ name: r.text(), text: r.text(), tunables: r.list(() => readParameter(r)) })),
    queue: r.list(() => readParameter(r)),
    settable: r.list(() => r.text()),
    whatIf: r.list(() => r.text()),
  };
}

export function readParameter(r: Reader): Parameter {
  const p = { name: r.text(), unit: r.text(), text: r.text(), default: r.i64(), min: r.i64(), max: r.i64() };
  const bits = r.u32();
  return { ...p, clamps: (bits & clamps) !== 0, live: (bits & live) !== 0 };
}
