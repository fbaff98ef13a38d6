/** The words of the embedded player; the rest it takes from the page's tables. */
export const player = {
  waiting: 'Waiting: {what}.',
  next: 'Next: {go}.',
  goes: 'It goes on with {go}.',
  nextUnplug: 'next unplug',
  bySector: 'by sector',
  home: 'Open in playground',
  newTab: '(opens a new tab)',
  line: 'Line {line}, column {column}: ',
  badText: 'This scenario does not run.',
  busy: 'Simulating …',
  knobs: 'Settings of this run',
  speed: 'speed, ms/s',
};
