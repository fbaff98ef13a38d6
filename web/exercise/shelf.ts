import { alone } from './home.ts';

const prefix = 'blkplay-exercise:';

/**
 * What the browser keeps for a reader, if it lets us; without it all that is kept stands in the
 * address. In a package a learning platform keeps it: there the next reader may be another.
 */
export class Shelf {
  read(key: string): string {
    if (alone()) return '';
    try {
      return localStorage.getItem(prefix + key) ?? '';
    } catch {
      return '';
    }
  }

  keep(key: string, text: string): void {
    if (alone()) return;
    try {
      if (text === '') localStorage.removeItem(prefix + key);
      else localStorage.setItem(prefix + key, text);
    } catch {
      // Refused or full: the address holds the same.
    }
  }
}
