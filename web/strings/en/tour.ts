/** The tour: seven steps in the order of web/tour/steps.ts. */
export const tour = {
  name: 'Tour',
  menu: 'Tour: 90 seconds',
  count: '{n} of {count}',
  event: 'event {n}, {ms} ms',
  next: 'Next',
  back: 'Back',
  skip: 'Skip the tour',
  done: 'Done',
  offer: 'First time here? The tour takes 90 seconds.',
  take: 'Take the tour',
  later: 'Not now',
  steps: [
    { title: 'A task writes', text: 'The task “writer” writes 8 sectors. That is a bio, and the trace prints Q for it. The block with the digit 1 on the task’s card is this bio.' },
    { title: 'The queue is plugged', text: 'The queue was empty, so the kernel plugs it (P) and sets a timer. The request waits (I), although the device has nothing to do: perhaps more comes.' },
    { title: 'What touches, merges', text: 'The next write begins where the first one ends and joins its request (M). The one at 100 gets a request of its own (G). Two requests, three bios.' },
    { title: 'The timer pulls the plug', text: 'Nobody waited, so the timer ends it (UT, then U): one tick, 4 ms at HZ 250. The 2 in the trace counts requests.' },
    { title: 'The device works', text: 'It gets 16 sectors as one request (D). When that is complete (C, at 4.6 ms), the end fetches the next one in the same instant, without a U.' },
    { title: 'Who waits, unplugs', text: 'The task “reader” reads and waits for it: that pulls the plug at once, U by task 2 and D in the same instant. Done in 0.5 ms; the first write took 3.6 ms.' },
    { title: 'Your turn', text: 'Turn one thing and look what becomes of it. Or fire something of your own: everything you do is a line in the scenario.' },
  ],
  tries: [
    { label: 'HZ 100', text: 'A tick now lasts 10 ms: the timer is too late. The reader’s wait pulls the plug at 5.5 ms, and deadline serves the read first.' },
    { label: 'unplug_thresh 2', text: 'The second request pulls the plug at 1 ms, without a line in the trace. The first write takes 0.6 ms, and has merged all the same.' },
  ],
};
