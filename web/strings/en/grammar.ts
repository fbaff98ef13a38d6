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
    slot: '{n} slot|{n} slots',
    task: '{n} task|{n} tasks',
    event: '{n} event|{n} events',
  },
};
