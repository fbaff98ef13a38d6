// Every word the page shows, one table for each language. **Bold** is marked so; {name} is filled in by fill().
import { en } from './en.ts';
import { chooseLanguage, rememberLanguage, type Language } from './language.ts';
import { strings, type Strings } from './table.ts';
import { zh } from './zh.ts';

export { tagOf, type Language } from './language.ts';
export * from './say.ts';
export { strings, type Strings } from './table.ts';

const tables: Record<Language, Strings> = { en, zh };

let current: Language = 'en';

export function language(): Language {
  return current;
}

/** Fired at the window when `strings` speaks another language. */
export const languageEvent = 'blk-language';

/** Makes every string speak this language. Whoever shows some must show them again: see languageEvent. */
export function setLanguage(to: Language): void {
  if (to === current) return;
  current = to;
  exchange(strings, tables[to]);
  globalThis.dispatchEvent?.(new Event(languageEvent));
}

/** The same by a person's wish: remembered, if the browser lets us. */
export function switchLanguage(to: Language): void {
  rememberLanguage(to);
  setLanguage(to);
}

function exchange(words: object, by: object): void {
  const into = words as Record<string, unknown>;
  for (const key of Object.keys(into)) if (!(key in by)) delete into[key];
  for (const [key, value] of Object.entries(by)) {
    const old = into[key];
    if (typeof value === 'object' && !Array.isArray(value) && typeof old === 'object') exchange(old!, value);
    else into[key] = value;
  }
}

setLanguage(chooseLanguage());
