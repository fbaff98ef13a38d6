import type { View } from '../playground/view.ts';

const biosAtFirst = 300; // a longer run begins with a window of about so many
const leastNs = 1000;

/** Which stretch of a run is shown, ns: it follows now until a hand moves it. */
export class VisibleTime {
  from = 0;
  to = 1;
  #away = false; // a hand moved it: it stays, though now is elsewhere
  #nowThen = -1;

  get span(): number {
    return this.to - this.from;
  }

  /** A new run: what is shown stays if the run has it, and else is its beginning. */
  take({ index, end }: View, first: boolean): void {
    if (!first && this.from !== 0 && this.to <= end) return;
    this.from = 0;
    this.to = end * Math.min(1, biosAtFirst / Math.max(1, index.bios.length));
  }

  /** Keeps now in it. */
  follow({ now, end }: View): void {
    if (now !== this.#nowThen) this.#away = false;
    this.#nowThen = now;
    if (this.#away || (now >= this.from && now <= this.to)) return;
    [this.from, this.to] = within(now - this.span * 0.3, this.span, end);
  }

  /** What it would be if it were so many times as wide around a time; without one around now, where that is in it. */
  zoomed(by: number, { now, end }: View, around = now >= this.from && now <= this.to ? now : this.from + this.span / 2): [number, number] {
    return within(around - (around - this.from) * by, this.span * by, end);
  }

  /** What it would be if it were so many ns later. */
  panned(by: number, { end }: View): [number, number] {
    return within(this.from + by, this.span, end);
  }

  /** A hand moves it. */
  set([from, to]: readonly [number, number]): void {
    this.from = from;
    this.to = to;
    this.#away = true;
  }

  /** Somebody else decides it. */
  obey([from, to]: readonly [number, number]): void {
    this.from = from;
    this.to = to;
  }
}

/** A stretch as near to the one asked for as the run allows. */
function within(from: number, span: number, end: number): [number, number] {
  const wide = Math.max(leastNs, Math.min(span, end));
  const begin = Math.max(0, Math.min(from, end - wide));
  return [begin, begin + wide];
}
