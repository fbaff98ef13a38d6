/** The page without a network, and its next version. */
export const offline = {
  newer: 'A newer blkplay is here. This page stays as it is until you reload it.',
  reload: 'Reload now',
  later: 'Later',
};
