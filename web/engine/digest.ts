import { Engine } from './engine.ts';

/** A scenario and what its run left elsewhere; e2e/digests/main.go has its twin. */
export interface Digest {
  readonly name: string;
  readonly text: string;
  readonly records: number;
  /** Over all records, causes too. */
  readonly sum: number;
  /** Of blktrace's lines. */
  readonly hash: string;
}

/**
 * Runs each scenario in an engine and returns a line for each that leaves
 * something else here. Two runs are open at a time, so that none may depend on
 * where it lies in memory.
 */
export async function differing(source: BufferSource | WebAssembly.Module, all: readonly Digest[]): Promise<string[]> {
  const engine = await Engine.start(source);
  const lines: string[] = [];
  let before = engine.open(all[0].text);
  for (const want of all) {
    const run = engine.open(want.text);
    while (run.advance(1000));
    const got = `${run.records.length} records ${sum(run.records)} ${run.hash()}`;
    const wanted = `${want.records} records ${want.sum} ${want.hash}`;
    if (got !== wanted) lines.push(`${want.name}: ${got}, not ${wanted}; ${run.end}`);
    before.close();
    before = run;
  }
  before.close();
  return lines;
}

/** FNV-1a, but of words of 32 bits. */
function sum(records: { readonly length: number; slice(from: number, to: number): Uint8Array }): number {
  let h = 2166136261;
  for (let at = 0; at < records.length; ) {
    const bytes = records.slice(at, records.length);
    for (const word of new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)) h = Math.imul(h ^ word, 16777619);
    at += bytes.length / 48;
  }
  return h >>> 0;
}
