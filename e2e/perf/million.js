import { evenness, moveMark, openRun, play, quantile, scattered, seekTimes, timelineTimes, zoomAndPan } from './frames.js';
import { parts, recorded } from './recorded.js';

const streams = `version 1
# a million events
kernel KERNEL
elevator ELEVATOR
device linear depth=4 base_us=20 per_sector_ns=500
task 1 name=tar
  stream write random seed=1 count=66000 +8 every 100us
  wait
task 2 name=grep
  stream read random seed=2 count=66000 +8 every 100us
  wait
task 3 name=mail
  stream write sequential from=0 count=66000 +8 every 90us
  wait
`;

/** @param {string} kernel @param {string} elevator @returns {import('./run.js').Measure} */
function run(kernel, elevator) {
  return async (page) => {
    const { loadMs, records, steps } = await openRun(page, streams.replace('KERNEL', kernel).replace('ELEVATOR', elevator));
    await seekTimes(page, scattered(20)); // warm
    /** @type {number[]} */
    let clock = [];
    const seek = await recorded(page, async () => {
      clock = await seekTimes(page, scattered(100));
    });
    await timelineTimes(page, [...Array(24).fill('-'), ...Array(24).fill('+')]); // warm
    const out = await recorded(page, () => timelineTimes(page, Array(24).fill('-')));
    const pan = await recorded(page, () => timelineTimes(page, [...Array(12).fill('PageUp'), ...Array(12).fill('PageDown')]));
    const into = await recorded(page, () => timelineTimes(page, Array(24).fill('+')));
    await play(page, 2, 0.4, 500); // warm
    const mark = evenness((await recorded(page, () => moveMark(page, rateMs))).presented);
    const slow = await recorded(page, () => play(page, 2, 0.5, rateMs));
    const fast = await recorded(page, () => play(page, Infinity, 0.1, rateMs));
    const hand = await recorded(page, () => zoomAndPan(page, rateMs));
    return [
      { what: 'events that blktrace prints', value: steps, unit: '', budget: Infinity },
      { what: 'records', value: records, unit: '', budget: Infinity },
      { what: 'load: simulate and index, by the clock', value: loadMs, unit: 'ms', budget: Infinity },
      { what: 'a seek anywhere: own work', value: seek.own, unit: 'ms', budget: 16 },
      ...parts(seek),
      { what: 'a seek anywhere, by the clock, median', value: quantile(clock, 0.5), unit: 'ms', budget: Infinity },
      { what: 'a seek anywhere, by the clock, 95 of 100', value: quantile(clock, 0.95), unit: 'ms', budget: Infinity },
      { what: 'a frame of zooming out to the whole run: own work', value: out.own, unit: 'ms', budget: 16 },
      { what: 'a frame of panning the whole run: own work', value: pan.own, unit: 'ms', budget: 16 },
      { what: 'a frame of zooming in: own work', value: into.own, unit: 'ms', budget: 16 },
      { what: 'frames presented a second, were there nothing to do but move a mark', value: mark.rate, unit: '/s', budget: Infinity },
      { what: '    of 100 that a screen of 60 a second shows, missed', value: mark.dropped, unit: '', budget: Infinity },
      ...rate('playing 2 ms a second', slow),
      ...rate('playing the whole run in five seconds', fast),
      ...rate('zooming and panning by the wheel', hand),
    ];
  };
}

/** How long each rate is measured. */
const rateMs = 3000;

/**
 * Frames that came to the screen. Without a graphics processor the browser paints them itself, on the
 * cores that the page works on, and whatever else runs there takes its share: the rate is to be read
 * beside that of a mark that moves alone, and says what a reader has at least.
 * @param {string} what @param {import('./recorded.js').Recorded} r @returns {import('./run.js').Figure[]}
 */
function rate(what, r) {
  const { rate, median, slow, dropped } = evenness(r.presented);
  return [
    { what: `${what}: a frame’s own work`, value: r.own, unit: 'ms', budget: 16 },
    ...parts(r),
    { what: '    frames presented a second', value: rate, unit: '/s', budget: Infinity },
    { what: '    from one to the next, median', value: median, unit: 'ms', budget: Infinity },
    { what: '    from one to the next, 95 of 100', value: slow, unit: 'ms', budget: Infinity },
    { what: '    of 100 that a screen of 60 a second shows, missed', value: dropped, unit: '', budget: Infinity },
    { what: '    the longest task, by the clock', value: r.longest, unit: 'ms', budget: Infinity },
  ];
}

export const million = {
  'a million events, 2.6.24 deadline': run('2.6.24', 'deadline'),
  'a million events, 6.18 mq-deadline': run('6.18', 'mq-deadline'),
};
