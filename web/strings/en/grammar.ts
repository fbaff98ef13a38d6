/** How sentences and lists are put together, and how things are counted: one|many. */
export const grammar = {
  space: ' ', // between two sentences
  comma: ', ',
  and: ' and ',
  colon: ': ',
  stop: '.',
  nouns: {
    request: '{n} request|{n} requests',
    bio: '{n} bio|{n} bios',
    'plugged period': '{n} plugged period|{n} plugged periods',
    icq: '{n} icq|{n} icqs',
    'other task': '{n} other task|{n} other tasks',
    read: '{n} read|{n} reads',
    write: '{n} write|{n} writes',
    'sync read': '{n} sync read|{n} sync reads',
    'sync write': '{n} sync write|{n} sync writes',
    slot: '{n} slot|{n} slots',
    task: '{n} task|{n} tasks',
    event: '{n} event|{n} events',
    result: '{n} result|{n} results',
    run: '{n} run|{n} runs',
    stretch: '{n} stretch|{n} stretches',
  },
};
