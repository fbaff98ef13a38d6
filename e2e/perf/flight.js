import { openRun, play, quantile, seekTimes, stepping } from './frames.js';
import { parts, recorded } from './recorded.js';

const burst = `version 1
# ten thousand requests in flight
kernel KERNEL
elevator ELEVATOR
queue QUEUE
device linear depth=DEPTH base_us=100 per_sector_ns=1000
task 1 name=tar
  stream write random seed=1 count=7000 +8 every 1us
  wait
task 2 name=grep
  stream read random seed=2 count=7000 +8 every 1us
  wait
`;

/** @param {string} kernel @param {string} elevator @param {string} [queue] @param {number} [depth] @returns {import('./run.js').Measure} */
function run(kernel, elevator, queue = 'nr_requests=20000', depth = 64) {
  return async (page) => {
    const text = burst.replace('KERNEL', kernel).replace('ELEVATOR', elevator).replace('QUEUE', queue).replace('DEPTH', String(depth));
    const { loadMs, records } = await openRun(page, text);
    // The burst is over after 5.5 ms: from there it only drains.
    const most = await page.run(() => {
      const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
      let most = 0;
      for (let k = 0; k < 40; k++) {
        session.seekTime((k / 100) * session.end);
        most = Math.max(most, session.view().state.requests.size);
      }
      return most;
    });
    const shares = Array.from({ length: 120 }, (_, k) => 0.3 + k / 12000);
    await seekTimes(page, shares); // warm
    await stepping(page, 0.35, 60);
    const playing = await recorded(page, () => play(page, 2, 0.3, 2500));
    /** @type {number[]} */
    let clock = [];
    const scrubbing = await recorded(page, async () => {
      clock = await seekTimes(page, shares);
    });
    const steps = await recorded(page, () => stepping(page, 0.35, 120));
    return [
      { what: 'requests in flight, most', value: most, unit: '', budget: Infinity },
      { what: 'records', value: records, unit: '', budget: Infinity },
      { what: 'load: simulate and index', value: loadMs, unit: 'ms', budget: Infinity },
      { what: 'a frame’s own work while playing 2 ms a second', value: playing.own, unit: 'ms', budget: 8 },
      ...parts(playing),
      { what: 'a frame’s own work while the time is dragged', value: scrubbing.own, unit: 'ms', budget: 8 },
      ...parts(scrubbing),
      { what: 'the same by the clock, median', value: quantile(clock, 0.5), unit: 'ms', budget: Infinity },
      { what: 'a step’s own work, with its movement', value: steps.own, unit: 'ms', budget: 16 },
      ...parts(steps),
    ];
  };
}

export const flight = {
  'ten thousand requests in flight, 2.6.24 deadline': run('2.6.24', 'deadline', 'nr_requests=20000 unplug_thresh=1'),
  'ten thousand requests in flight, 4.4 cfq': run('4.4', 'cfq'),
  'the same burst, 6.18 mq-deadline: as many requests in flight as there are tags': run('6.18', 'mq-deadline', 'nr_requests=2048', 2048),
};
