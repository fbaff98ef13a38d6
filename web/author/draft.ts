const key = 'blkplay-author';

/** Work that is not saved yet, kept for this tab if the browser lets us. */
export function readDraft(): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** False if it could not be kept. */
export function keepDraft(text: string): boolean {
  try {
    sessionStorage.setItem(key, text);
    return true;
  } catch {
    return false; // refused or full
  }
}
