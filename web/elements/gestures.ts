/** What gestures on a picture of time ask for; places are px from its left edge. */
export interface TimeWindow {
  zoom(by: number, at?: number): void; // how many times as wide as it was, around a place or the instant looked at
  pan(px: number): void;
  whole(): void;
  scrub(at: number): void;
  point(x: number, y: number): void; // the pointer is there
  leave(): void;
  readonly zoomed: boolean; // there is something to pan to
  readonly scroller: HTMLElement | null; // what scrolls up and down around it
}

const axisPx = 22;
const clickPx = 4;

/**
 * The hand on a timeline: wheel and pinch zoom, a drag pans, a click goes there.
 * A drag along the scale scrubs; so does every drag while the whole run is shown.
 */
export class Gestures {
  #down = new Map<number, { x: number; y: number }>();
  #what: 'none' | 'scrub' | 'maybe' | 'pan' | 'pinch' = 'none';
  #from = 0;

  constructor(readonly on: TimeWindow) {}

  down = (e: PointerEvent): void => {
    if (e.button !== 0) return;
    (e.currentTarget as Element).setPointerCapture(e.pointerId);
    this.#down.set(e.pointerId, { x: e.offsetX, y: e.offsetY });
    if (this.#down.size === 2) {
      this.#what = 'pinch';
      return;
    }
    this.#from = e.offsetX;
    this.#what = e.offsetY < axisPx || !this.on.zoomed ? 'scrub' : 'maybe';
    if (this.#what === 'scrub') this.on.scrub(e.offsetX);
  };

  move = (e: PointerEvent): void => {
    const was = this.#down.get(e.pointerId);
    if (!was) {
      if (this.#down.size === 0) this.on.point(e.offsetX, e.offsetY);
      return;
    }
    const now = { x: e.offsetX, y: e.offsetY };
    switch (this.#what) {
      case 'scrub':
        this.on.scrub(now.x);
        break;
      case 'maybe':
        if (Math.abs(now.x - this.#from) < clickPx) return;
        this.#what = 'pan';
        this.on.pan(this.#from - now.x);
        break;
      case 'pan':
        this.on.pan(was.x - now.x);
        break;
      case 'pinch':
        this.#pinch(e.pointerId, now.x);
    }
    this.#down.set(e.pointerId, now);
  };

  up = (e: PointerEvent): void => {
    if (!this.#down.delete(e.pointerId)) return;
    if (this.#what === 'maybe' && e.type === 'pointerup') this.on.scrub(e.offsetX);
    if (this.#down.size === 0) this.#what = 'none';
    else this.#what = 'pan';
  };

  leave = (): void => {
    if (this.#down.size === 0) this.on.leave();
  };

  wheel = (e: WheelEvent): void => {
    const scroller = this.on.scroller;
    const scrolls = scroller !== null && scroller.scrollHeight > scroller.clientHeight + 1;
    if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) this.on.pan(e.shiftKey ? e.deltaY || e.deltaX : e.deltaX);
    else if (e.ctrlKey || e.metaKey || !scrolls) this.on.zoom(Math.exp(e.deltaY * (e.ctrlKey ? 0.01 : 0.002)), e.offsetX);
    else return;
    e.preventDefault();
  };

  /** Handles a key of the picture; its arrows belong to the run. */
  key = (e: KeyboardEvent): void => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const width = (e.currentTarget as HTMLElement).clientWidth;
    switch (e.key) {
      case '+':
      case '=':
      case 'ArrowUp':
        this.on.zoom(1 / 1.5);
        break;
      case '-':
      case 'ArrowDown':
        this.on.zoom(1.5);
        break;
      case 'PageUp':
        this.on.pan(-width / 3);
        break;
      case 'PageDown':
        this.on.pan(width / 3);
        break;
      case 'w':
        this.on.whole();
        break;
      default:
        return;
    }
    e.preventDefault();
    e.stopPropagation();
  };

  #pinch(id: number, x: number): void {
    const [a, b] = [...this.#down].map(([key, at]) => ({ key, x: at.x }));
    const other = a.key === id ? b : a;
    const was = Math.abs(this.#down.get(id)!.x - other.x);
    const now = Math.abs(x - other.x);
    if (was > 8 && now > 8) this.on.zoom(was / now, (x + other.x) / 2);
  }
}
