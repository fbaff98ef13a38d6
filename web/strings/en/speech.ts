/** What a screen reader is told of a run. */
export const speech = {
  heading: 'What is read aloud',
  modes: {
    some: 'each step by hand; while playing only unplugs',
    every: 'every event, also while playing',
    none: 'nothing',
  },
  now: 'Read aloud: {mode}.',
  more: 'And {n} more events.',
  key: ['V', 'what is read aloud: by hand, every event, nothing'] as [string, string],
};
