const key = 'blkplay-visited';

/** What to do about the tour when the page opens. */
export type Opening = 'show' | 'offer' | 'nothing';

/**
 * A first visit begins with the tour. A link to something else never does, nor
 * does a second visit. Where the browser keeps nothing for us, nobody knows
 * which visit it is: the tour is offered, once for the page and its reloads.
 * The address can ask for it (?tour) and ask not to be asked (?tour=0).
 */
export function opening(): Opening {
  const asked = new URLSearchParams(location.search).get('tour');
  if (asked === '0') return 'nothing';
  if (asked !== null) return 'show';
  if (location.hash.length > 1) return 'nothing';
  try {
    if (localStorage.getItem(key) !== null) return 'nothing';
    localStorage.setItem(key, '1');
    return 'show';
  } catch {
    const state = history.state as Record<string, unknown> | null;
    if (state?.[key]) return 'nothing';
    history.replaceState({ ...state, [key]: true }, '');
    return 'offer';
  }
}
