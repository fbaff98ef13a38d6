const bits = 8;
const inBlock = 1 << bits;

/**
 * A number that changes in steps: from times[k] on it is values[k], before
 * times[0] it is 0. The least and the most of any stretch are found without
 * looking at every step of it, so that a run of a million events draws as fast
 * as a short one.
 */
export class Series {
  readonly most: number;
  #levels: { least: Int32Array; most: Int32Array }[] = [];

  constructor(readonly times: ArrayLike<number>, readonly values: ArrayLike<number>) {
    let below: { least: ArrayLike<number>; most: ArrayLike<number> } = { least: values, most: values };
    for (let n = values.length; n > inBlock; n = Math.ceil(n / inBlock)) {
      const level = coarser(below);
      this.#levels.push(level);
      below = level;
    }
    this.most = this.range(0, values.length)[1];
  }

  /** How many steps are at or before a time. */
  before(time: number): number {
    let low = 0;
    let high = this.times.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.times[mid] <= time) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  /** The value behind the first k steps. */
  after(k: number): number {
    return k > 0 ? this.values[k - 1] : 0;
  }

  /** The least and the most of values[from..to-1]; 0 and 0 of none. */
  range(from: number, to: number): [least: number, most: number] {
    if (from >= to) return [0, 0];
    let least = Infinity;
    let most = -Infinity;
    let lows: ArrayLike<number> = this.values;
    let highs: ArrayLike<number> = this.values;
    const take = (k: number): void => {
      if (lows[k] < least) least = lows[k];
      if (highs[k] > most) most = highs[k];
    };
    for (let level = 0; ; level++) {
      const next = this.#levels[level];
      if (!next || to - from <= 2 * inBlock) {
        for (let k = from; k < to; k++) take(k);
        return [least, most];
      }
      while (from % inBlock !== 0) take(from++);
      while (to % inBlock !== 0) take(--to);
      from >>= bits;
      to >>= bits;
      lows = next.least;
      highs = next.most;
      if (from >= to) return [least, most];
    }
  }
}

function coarser(of: { least: ArrayLike<number>; most: ArrayLike<number> }): { least: Int32Array; most: Int32Array } {
  const n = Math.ceil(of.least.length / inBlock);
  const least = new Int32Array(n).fill(0x7fffffff);
  const most = new Int32Array(n).fill(-0x80000000);
  for (let k = 0; k < of.least.length; k++) {
    const block = k >> bits;
    if (of.least[k] < least[block]) least[block] = of.least[k];
    if (of.most[k] > most[block]) most[block] = of.most[k];
  }
  return { least, most };
}

/** How many of some spans are open, from where each begins and where each ends, both sorted. */
export function openSeries(begins: ArrayLike<number>, ends: ArrayLike<number>): Series {
  const times = new Float64Array(begins.length + ends.length);
  const values = new Int32Array(times.length);
  let n = 0;
  for (let b = 0, e = 0; b < begins.length || e < ends.length; ) {
    const time = Math.min(b < begins.length ? begins[b] : Infinity, e < ends.length ? ends[e] : Infinity);
    while (b < begins.length && begins[b] === time) b++;
    while (e < ends.length && ends[e] === time) e++;
    times[n] = time;
    values[n++] = b - e;
  }
  return new Series(times.subarray(0, n), values.subarray(0, n));
}
