const prefix = 'blkplay-exercise:';

/** What the browser keeps for a reader, if it lets us; without it all that is kept stands in the address. */
export class Shelf {
  read(key: string): string {
    try {
      return localStorage.getItem(prefix + key) ?? '';
    } catch {
      return '';
    }
  }

  keep(key: string, text: string): void {
    try {
      if (text === '') localStorage.removeItem(prefix + key);
      else localStorage.setItem(prefix + key, text);
    } catch {
      // Refused or full: the address holds the same.
    }
  }
}
