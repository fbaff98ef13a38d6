import { BlkplayError, textOf } from './errors.ts';
import { Reader, Result, readErrors } from './protocol.ts';

/** What every program of ours exports; see wasm/abi. */
export interface ProgramExports {
  readonly mem: WebAssembly.Memory;
  buffer(bytes: number): number;
  resultAt(): number;
  resultBytes(): number;
}

/** A program compiled to WebAssembly: bytes go in by its buffer, and come out as a result. */
export class Program {
  #go: ProgramExports;

  constructor(go: ProgramExports) {
    this.#go = go;
  }

  /** Lays bytes into the buffer that the program reads, and returns their number. */
  put(bytes: Uint8Array): number {
    const at = this.#go.buffer(bytes.length);
    // The view is made anew each time: growing memory detaches older ones.
    new Uint8Array(this.#go.mem.buffer, at, bytes.length).set(bytes);
    return bytes.length;
  }

  putText(text: string): number {
    return this.put(new TextEncoder().encode(text));
  }

  /** What the last call left; good until the next one. */
  result(): Uint8Array {
    return new Uint8Array(this.#go.mem.buffer, this.#go.resultAt(), this.#go.resultBytes());
  }

  /** Calls f and reads its result. Throws a BlkplayError if the program refuses or crashes. */
  call(f: () => number): Reader {
    let result: number;
    try {
      result = f();
    } catch (e) {
      throw new BlkplayError([{ line: 0, column: 0, message: textOf(e) }], true);
    }
    const r = new Reader(this.result());
    if (result === Result.ok) return r;
    if (result === Result.refused) throw new BlkplayError(readErrors(r));
    throw new BlkplayError([{ line: 0, column: 0, message: r.text() }], true);
  }
}
