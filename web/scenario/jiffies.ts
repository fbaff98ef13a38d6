/** How unplug_delay becomes a timer in 2.6.24: blk_queue_make_request() and mod_timer(). */
export interface Delay {
  jiffies: number;
  jiffyNs: number;
  least: number; // ms from the plug to the timer, at least...
  most: number; // ...and at most: it depends on where in a jiffy the plug is
}

/** `(3 * HZ) / 1000` in whole jiffies, at least 1; the timer fires on a jiffy's edge. */
export function unplugDelay(delayMs: number, hz: number): Delay {
  const jiffies = Math.max(1, Math.floor((delayMs * hz) / 1000));
  const jiffyMs = 1000 / hz;
  return { jiffies, jiffyNs: 1e9 / hz, least: (jiffies - 1) * jiffyMs, most: jiffies * jiffyMs };
}
