import { openRun, quantile, scattered, seekTimes, timelineTimes } from './frames.js';

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
    const seeks = await seekTimes(page, scattered(100));
    const end = Array.from({ length: 100 }, (_, k) => 0.5 + k / 100000);
    const frames = await seekTimes(page, end);
    const out = await timelineTimes(page, Array(24).fill('-'));
    const panned = await timelineTimes(page, [...Array(12).fill('PageUp'), ...Array(12).fill('PageDown')]);
    const into = await timelineTimes(page, Array(24).fill('+'));
    return [
      { what: 'events that blktrace prints', value: steps, unit: '', budget: Infinity },
      { what: 'records', value: records, unit: '', budget: Infinity },
      { what: 'load: simulate and index', value: loadMs, unit: 'ms', budget: Infinity },
      { what: 'a seek anywhere, median', value: quantile(seeks, 0.5), unit: 'ms', budget: 16 },
      { what: 'a seek anywhere, 95 of 100', value: quantile(seeks, 0.95), unit: 'ms', budget: 16 },
      { what: 'a frame while playing, 95 of 100', value: quantile(frames, 0.95), unit: 'ms', budget: 16 },
      { what: 'a frame of zooming out to the whole run, 95 of 100', value: quantile(out, 0.95), unit: 'ms', budget: 16 },
      { what: 'a frame of panning the whole run, 95 of 100', value: quantile(panned, 0.95), unit: 'ms', budget: 16 },
      { what: 'a frame of zooming in, 95 of 100', value: quantile(into, 0.95), unit: 'ms', budget: 16 },
    ];
  };
}

export const million = {
  'a million events, 2.6.24 deadline': run('2.6.24', 'deadline'),
  'a million events, 6.18 mq-deadline': run('6.18', 'mq-deadline'),
};
