/** @typedef {import('../browser/page.js').Page} Page */
/** @typedef {import('../browser/page.js').TraceEvent} TraceEvent */

/**
 * What the page's main thread did for a frame, on average, in ms of processor time, which a busy
 * machine stretches far less than what a clock shows; and which frames came to the screen.
 * @typedef {object} Recorded
 * @property {number} frames animation frames that the page made
 * @property {number} script
 * @property {number} style
 * @property {number} layout
 * @property {number} paint pre-paint and paint: what is to be drawn where
 * @property {number} garbage collecting it; it is part of script
 * @property {number} own script, style, layout and paint together
 * @property {number} all with what the browser does besides: layers, handing over, input
 * @property {number} ownMost the dearest frame's own work
 * @property {number} longest ms of the longest task, by the clock
 * @property {number[]} presented instants at which a frame was presented, ms
 */

/** What an event of the recording is; what is none of these belongs to what it happens in. */
const kinds = /** @type {Record<string, 'script' | 'style' | 'layout' | 'paint' | 'garbage' | 'other'>} */ ({
  FireAnimationFrame: 'script', TimerFire: 'script', EventDispatch: 'script', FunctionCall: 'script', RunMicrotasks: 'script',
  UpdateLayoutTree: 'style', Layout: 'layout', PrePaint: 'paint', Paint: 'paint', MinorGC: 'garbage', MajorGC: 'garbage',
  RunTask: 'other', Layerize: 'other', Commit: 'other', EvaluateScript: 'other',
});

/**
 * Has the browser record itself during an action.
 * @param {Page} page
 * @param {() => Promise<unknown>} action
 * @returns {Promise<Recorded>}
 */
export async function recorded(page, action) {
  const { trace } = page.driver;
  if (!trace) throw new Error('this browser does not record itself');
  return read(await trace(async () => void (await action())));
}

/** @param {TraceEvent[]} events @returns {Recorded} */
function read(events) {
  const main = events.find((e) => e.name === 'thread_name' && e.args.name === 'CrRendererMain' && events.some((x) => x.pid === e.pid && x.tid === e.tid && x.name === 'FireAnimationFrame'));
  if (!main) throw new Error('no main thread in what the browser recorded');
  const mine = events.filter((e) => e.pid === main.pid && e.tid === main.tid);
  const spans = mine.filter((e) => e.ph === 'X' && e.tdur !== undefined).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const starts = mine.filter((e) => e.name === 'AnimationFrame::Render' && e.ph === 'b').map((e) => e.ts);
  const sums = { script: 0, style: 0, layout: 0, paint: 0, garbage: 0, other: 0 };
  const ofFrame = new Float64Array(starts.length + 1);
  let frame = 0;
  /** @type {{ end: number, kind: keyof typeof sums }[]} */
  const within = [];
  for (const e of spans) {
    while (within.length > 0 && e.ts >= within[within.length - 1].end) within.pop();
    const around = within.at(-1)?.kind ?? 'other';
    const kind = kinds[e.name] ?? around;
    const took = (e.tdur ?? 0) / 1000;
    while (frame < starts.length && starts[frame] <= e.ts) frame++;
    // What happens inside another is not the other's.
    if (kind !== around || within.length === 0) {
      sums[kind] += took;
      if (within.length > 0) sums[around] -= took;
      if (kind !== 'other') ofFrame[frame] += took;
      if (within.length > 0 && around !== 'other') ofFrame[frame] -= took;
    }
    within.push({ end: e.ts + (e.dur ?? 0), kind });
  }
  const frames = Math.max(1, starts.length);
  const { script, style, layout, paint, garbage, other } = sums;
  const own = script + garbage + style + layout + paint;
  return {
    frames: starts.length,
    script: (script + garbage) / frames,
    style: style / frames,
    layout: layout / frames,
    paint: paint / frames,
    garbage: garbage / frames,
    own: own / frames,
    all: (own + other) / frames,
    ownMost: Math.max(...ofFrame),
    longest: Math.max(0, ...spans.filter((e) => e.name === 'RunTask').map((e) => (e.dur ?? 0) / 1000)),
    presented: mine.filter((e) => e.name === 'AnimationFrame::Presentation').map((e) => e.ts / 1000).sort((a, b) => a - b),
  };
}

/**
 * The parts of a frame's own work, for the table.
 * @param {Recorded} r
 * @returns {import('./run.js').Figure[]}
 */
export function parts(r) {
  const { script, style, layout, paint, garbage, ownMost, all } = r;
  const words = `    script ${script.toFixed(1)} (garbage ${garbage.toFixed(2)}), style ${style.toFixed(1)}, layout ${layout.toFixed(1)}, paint ${paint.toFixed(1)}`;
  return [
    { what: words, value: r.own, unit: 'ms', budget: Infinity },
    { what: '    the dearest frame', value: ownMost, unit: 'ms', budget: Infinity },
    { what: '    with layers and handing over', value: all, unit: 'ms', budget: Infinity },
  ];
}
