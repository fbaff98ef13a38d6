/** What a new exercise begins as: short, whole, and without a finding. */
export const template = `version 1
name mine
title How many requests reach the device?
# drawn from the seed: another seed is another variant
param writes 3..6
param gap 8 16 24
variant base writes=4 gap=16
let last_one (writes - 1) * gap

story
  A program sends {writes} writes of 8 sectors, {gap} sectors apart, and waits for them.

# the machine and its workload, as in the playground
run main
  version 1
  kernel 2.6.24
  elevator noop
  hz 250
  queue unplug_thresh=16
  device linear base_us=400 per_sector_ns=12500
  task 1 name=writer
    sleep until 1ms
    for i in 1..writes
      write {(i - 1) * gap} +8
    end
    wait

predict requests
  ask How many requests does the device get?
  answer count(D)
  wrong writes
    Some of them touch: two writes that touch become one request.
  right Writes that touch become one request, others stay alone.
  otherwise
    Draw the {writes} writes on a line, from 0 to {last_one + 8}. Those that touch are one request.
  look line(D)
  hint Do two of the writes touch?

explain cause
  ask What made the first request go?
  answer unplugs(D)[1]
  choice plug-off-timer The unplug timer fired.
  choice plug-off-threshold As many requests waited as unplug_thresh says.
  choice plug-off-wait The program waited for its writes.
  wrong "plug-off-timer"
    The timer needs 3 ms, and the program waits at once.
  wrong "plug-off-threshold"
    {count(G)} requests waited, and unplug_thresh is {unplug_thresh}.
  right Whoever waits for a request pulls the plug.
  look line(U)
  hint Read the line before the first D.
`;
