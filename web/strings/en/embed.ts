/** The words of the page that stands in other pages' frames. */
export const embed = {
  nothing: 'This frame shows a run, and its address names none. An address that does ends in # and a scenario; the playground makes it.',
  playground: 'Open the playground',
  faults: {
    newer: 'A later blkplay made this address; this one cannot read it.',
    cut: 'The end of this address is missing.',
    damaged: 'This address is damaged: it is not as it was made.',
    long: 'This address is too long.',
    large: 'The scenario in this address is too large.',
    cannot: 'This browser cannot unpack the address: it has no DecompressionStream.',
  },
};
