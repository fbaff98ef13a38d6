import { recordBytes } from './protocol.ts';

const words = recordBytes / 4;
const halves = recordBytes / 2;
const bits = 12;
/** Records in a chunk. */
const inChunk = 1 << bits;
const mask = inChunk - 1;
const noChunk = new ArrayBuffer(0);

/**
 * The records of a run, by number. They lie in chunks as the engine left them;
 * fields are read in place. Sector is also argument A and arg argument B of
 * records that blktrace does not have; times are nanoseconds.
 */
export class Records {
  #bytes: Uint8Array[] = [];
  #int: Int32Array[] = [];
  #uint: Uint32Array[] = [];
  #half: Uint16Array[] = [];
  #traced: number[] = []; // by chunk: records of blktrace before it
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds copies of whole records. */
  append(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      const inLast = this.#length & mask;
      if (inLast === 0) this.#addChunk();
      const chunk = this.#bytes[this.#bytes.length - 1];
      const n = Math.min(bytes.length - from, (inChunk - inLast) * recordBytes);
      chunk.set(bytes.subarray(from, from + n), inLast * recordBytes);
      this.#length += n / recordBytes;
      from += n;
    }
  }

  #addChunk(): void {
    const last = this.#traced.length - 1;
    this.#traced.push(last < 0 ? 0 : this.tracedBefore(this.#length));
    const b = new ArrayBuffer(inChunk * recordBytes);
    this.#bytes.push(new Uint8Array(b));
    this.#int.push(new Int32Array(b));
    this.#uint.push(new Uint32Array(b));
    this.#half.push(new Uint16Array(b));
  }

  /** How many of the first n records blktrace has. */
  tracedBefore(n: number): number {
    if (n <= 0) return 0;
    const chunk = (n - 1) >> bits;
    let count = this.#traced[chunk];
    for (let i = chunk << bits; i < n; i++) if (this.kind(i) < 32) count++;
    return count;
  }

  /** The bytes of records from..to, at most a chunk's; the rest is for a further call. */
  slice(from: number, to: number): Uint8Array {
    const chunk = from >> bits;
    if (from >= to || chunk >= this.#bytes.length) return new Uint8Array(noChunk);
    const end = Math.min(to, this.#length, (chunk + 1) << bits) - (chunk << bits);
    return this.#bytes[chunk].subarray((from & mask) * recordBytes, end * recordBytes);
  }

  time(i: number): number {
    return this.#long(i, 0);
  }
  sector(i: number): number {
    return this.#long(i, 2);
  }
  arg(i: number): number {
    return this.#long(i, 4);
  }
  sectors(i: number): number {
    return this.#int[i >> bits][(i & mask) * words + 6];
  }
  bio(i: number): number {
    return this.#int[i >> bits][(i & mask) * words + 7];
  }
  req(i: number): number {
    return this.#int[i >> bits][(i & mask) * words + 8];
  }
  by(i: number): number {
    return this.#int[i >> bits][(i & mask) * words + 9];
  }
  task(i: number): number {
    return this.#half[i >> bits][(i & mask) * halves + 20];
  }
  kind(i: number): number {
    return this.#bytes[i >> bits][(i & mask) * recordBytes + 42];
  }
  rwbs(i: number): number {
    return this.#bytes[i >> bits][(i & mask) * recordBytes + 43];
  }
  cause(i: number): number {
    return this.#half[i >> bits][(i & mask) * halves + 22];
  }
  aux(i: number): number {
    return this.#half[i >> bits][(i & mask) * halves + 23];
  }

  /** An i64; exact up to 2^53. */
  #long(i: number, word: number): number {
    const at = (i & mask) * words + word;
    return this.#int[i >> bits][at + 1] * 4294967296 + this.#uint[i >> bits][at];
  }
}
