/** What the bar says of parts of a page that come late or not at all: needed before any other word is there. */
export const bar = {
  comes: 'Loading…',
  failed: 'A part of this page did not load. What you have done is still here.',
  retry: 'Try again',
  reload: 'Reload the page',
  dismiss: 'Close this message',
};
