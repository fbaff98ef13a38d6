/** The words of the element before its player is there: they are in every page from the start. */
export const play = {
  play: 'Play this run',
  note: 'Loads the player, then runs in this page. The picture stands without it.',
  noteText: 'Loads the player, then runs in this page.',
  loading: 'Loading the simulator',
  slow: 'Slow connection; what is shown here stays.',
  failed: 'The simulator did not load: {reason}.',
  noWasm: 'this browser has no WebAssembly',
  noText: 'The scenario did not load: {reason}.',
  nothing: 'no scenario is given',
  answers: '{address} answers {status}',
  retry: 'Try again',
  scenario: 'Scenario',
  run: 'A run of the block layer',
};
