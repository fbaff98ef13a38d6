/** The two lab sheets. Steps and questions stand in the order of web/labs/sheets.ts; a table's answers go row by row. */
export const labs = {
  names: 'Names',
  date: 'Date',
  seed: 'Seed',
  time: '45 minutes, in pairs',
  goals: 'Afterwards you can',
  minutes: '{n} min',
  find: 'Number and name are those of the playground’s gallery.',
  tour: 'the tour',
  exercise: 'exercise {name}',
  print: 'Print',
  key: 'Teacher’s key',
  keyTitle: 'key',
  keyNote: 'For the teacher. What depends on the seed is given for the exercise as it stands in the list; for a pair’s own seed its result code is checked again with blkplay grade.',
  sheet: 'The sheet',
  other: { a: 'Lab A', b: 'Lab B' },
  playground: 'Playground',
  title: { a: 'Lab A: queue plugging', b: 'Lab B: from queue plug to task plug' },
  kernels: { a: 'Linux 2.6.24', b: 'Linux 2.6.24 and 4.4' },
  aims: {
    a: ['name the five ways in which a plug comes out,', 'read a trace line by line,', 'explain why U is not the same as “unplugged”,', 'tune delay and threshold for a stated aim.'],
    b: ['say who owns a plug in each kernel,', 'predict U and UT counts,', 'explain why sleeping must flush,', 'show one case where the older design loses.'],
  },
  a: [
    { task: 'Take the tour. Write down what each letter means.', questions: [{ ask: '', columns: ['P', 'M', 'UT', 'U', 'D', 'C'], answers: ['the queue is plugged', 'back merge: the bio joins a request', 'the unplug timer fired', 'somebody called blk_unplug', 'the request goes to the driver', 'the request is complete'] }] },
    {
      task: 'One write, three values of HZ.',
      questions: [
        { ask: 'Time from P to UT in each, in ms?', columns: ['HZ 100', 'HZ 250', 'HZ 1000'], answers: ['10 − 2.5 = 7.5', '4 − 2.5 = 1.5', '5 − 2.5 = 2.5'] },
        { ask: 'Why is none of them 3 ms?', columns: [], answers: ['3 ms is turned into whole ticks, rounded down, at least one (1, 1 and 3), and the timer ends on a tick edge, while P came between two.'] },
      ],
    },
    {
      task: 'Five runs: what pulls the plug?',
      questions: [
        { ask: 'Fill in for the first D after the plug.', columns: ['cause', 'line before D', 'a U?'], answers: ['unplug_thresh requests wait', 'I of the fourth write', 'no', 'a sync bio', 'I of the sync write', 'no', 'the task waits', 'U 2', 'yes', 'task 1 waits', 'U 3', 'yes', 'a completion', 'C', 'no'] },
        { ask: 'In which run is a U without effect, and which line is it?', columns: [], answers: ['In “Whoever waits unplugs”: #13, at 1.2 ms, by task 2. Nothing was plugged any more.'] },
      ],
    },
    {
      task: 'Merges.',
      questions: [
        { ask: 'Count the lines.', columns: ['G', 'M', 'D'], answers: ['1', '3', '1', '2', '1', '1', '3', '1', '3'] },
        { ask: 'Two requests become one in the second run. Where is that in the trace?', columns: [], answers: ['Nowhere: after M #9 the two touch and join. Two G and one D show it.'] },
      ],
    },
    {
      task: 'Your own seed: first predict, then reach the goal.',
      questions: [{ ask: 'Your setting, the count of D, the longest Q2C; and one sentence: why is a larger delay no better?', columns: [], answers: ['unplug_delay 5 ms and unplug_thresh of at least 5: 4 D, 7 ms. A longer delay makes every bio wait longer, and 4 D are as few as four streams can have.'] }],
    },
    { task: 'Hand in: the tables of A3 and A5, your result code, and the link of your final setting.', questions: [{ ask: 'Result code', columns: [], answers: ['blkplay grade runs it again.'] }] },
  ],
  b: [
    {
      task: 'One burst, side by side.',
      questions: [
        { ask: 'Count of D and time of the last C.', columns: ['D', 'last C, ms'], answers: ['5', '3.8', '4', '3.4'] },
        { ask: 'Which bio came too late, and for what?', columns: [], answers: ['W 8+8: its head, W 0+8, was sent off when the fourth head came in, and a started request takes no more bios.'] },
      ],
    },
    {
      task: 'The task’s own plug, first with four writes, then with eighteen.',
      questions: [
        { ask: 'Between which events does no elevator see the requests?', columns: [], answers: ['Between P #3 and the first I, #10: they are private to the task until it flushes its plug.'] },
        { ask: 'Why U 16 and not U 17?', columns: [], answers: ['A plug holds 16 requests of a queue; it is flushed before the seventeenth is added, which begins a new one.'] },
      ],
    },
    {
      task: 'What ends a task plug?',
      questions: [{ ask: 'The flush, and the first D.', columns: ['U or UT', 'count', 'at, ms', 'task of D'], answers: ['U', '2', '2', '1', 'UT', '2', '1', '0 (kblockd)', 'U', '3', '2', '1'] }],
    },
    {
      task: 'A deadlock that does not happen, and one that would.',
      questions: [
        { ask: 'Name the two things that wait for each other.', columns: [], answers: ['The task waits for bio 0; bio 0 waits in the task’s plug until the task goes on.'] },
        { ask: 'Where in the kernel is the circle broken?', columns: [], answers: ['In schedule(): sched_submit_work() flushes the plug before the task sleeps.'] },
      ],
    },
    {
      task: 'Your own seed: E10, then question 3 of E11.',
      questions: [
        { ask: 'The flushes of E10, in order.', columns: [], answers: ['U 16, UT 1, U 3'] },
        { ask: 'The smallest threshold in E11, and why.', columns: [], answers: ['5, one more than there are streams: then the four heads do not unplug, and their tails can merge.'] },
      ],
    },
    {
      task: 'Hand in: B1, B5, B8, B9 and both result codes. For the fast:',
      questions: [{ ask: 'What does cfq ask before it merges?', columns: [], answers: ['Whether bio and request belong to the same cfq queue; with CLONE_IO both tasks have one. cfq_allow_merge()'] }],
    },
  ],
};
