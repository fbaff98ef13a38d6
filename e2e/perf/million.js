import { cpuTime, openRun, quantile, scattered, seekTimes, timelineTimes } from './frames.js';

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
    const end = Array.from({ length: 100 }, (_, k) => 0.5 + k / 100000);
    /** @type {number[][]} */
    const clock = [];
    /** @param {() => Promise<number[]>} action */
    const each = async (action) => {
      let n = 1;
      const cpu = await cpuTime(page, async () => {
        const times = await action();
        clock.push(times);
        n = times.length;
      });
      return { own: cpu.own / n, all: cpu.all / n };
    };
    const seek = await each(() => seekTimes(page, scattered(100)));
    const play = await each(() => seekTimes(page, end));
    await timelineTimes(page, [...Array(24).fill('-'), ...Array(24).fill('+')]); // warm
    const out = await each(() => timelineTimes(page, Array(24).fill('-')));
    const pan = await each(() => timelineTimes(page, [...Array(12).fill('PageUp'), ...Array(12).fill('PageDown')]));
    const into = await each(() => timelineTimes(page, Array(24).fill('+')));
    return [
      { what: 'events that blktrace prints', value: steps, unit: '', budget: Infinity },
      { what: 'records', value: records, unit: '', budget: Infinity },
      { what: 'load: simulate and index, by the clock', value: loadMs, unit: 'ms', budget: Infinity },
      { what: 'a seek anywhere: own work', value: seek.own, unit: 'ms', budget: 16 },
      { what: '    with painting', value: seek.all, unit: 'ms', budget: Infinity },
      { what: 'a seek anywhere, by the clock, median', value: quantile(clock[0], 0.5), unit: 'ms', budget: Infinity },
      { what: 'a seek anywhere, by the clock, 95 of 100', value: quantile(clock[0], 0.95), unit: 'ms', budget: Infinity },
      { what: 'a frame while playing: own work', value: play.own, unit: 'ms', budget: 16 },
      { what: '    with painting', value: play.all, unit: 'ms', budget: Infinity },
      { what: 'a frame of zooming out to the whole run: own work', value: out.own, unit: 'ms', budget: 16 },
      { what: '    with painting', value: out.all, unit: 'ms', budget: Infinity },
      { what: 'a frame of panning the whole run: own work', value: pan.own, unit: 'ms', budget: 16 },
      { what: '    with painting', value: pan.all, unit: 'ms', budget: Infinity },
      { what: 'a frame of zooming in: own work', value: into.own, unit: 'ms', budget: 16 },
      { what: '    with painting', value: into.all, unit: 'ms', budget: Infinity },
    ];
  };
}

export const million = {
  'a million events, 2.6.24 deadline': run('2.6.24', 'deadline'),
  'a million events, 6.18 mq-deadline': run('6.18', 'mq-deadline'),
};
