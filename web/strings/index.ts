// Every word the page shows, one table for each language. **Bold** is marked so; {name} is filled in by fill().
import { en } from './en.ts';
import { askAgain } from '../parts/bar.ts';
import { chooseLanguage, rememberLanguage, type Language } from './language.ts';
import { strings, type Strings } from './table.ts';

export { tagOf, type Language } from './language.ts';
export * from './say.ts';
export { strings, type Strings } from './table.ts';

/** English is always there: it says what is wrong if another language does not come. */
const tables: Record<Language, () => Promise<Strings>> = {
  en: () => Promise.resolve(en),
  zh: async () => (await import('./zh.ts')).zh,
};

let current: Language = 'en';
let asked: Language = 'en'; // the latest wish

export function language(): Language {
  return current;
}

/** Fired at the window when `strings` speaks another language. */
export const languageEvent = 'blk-language';

const beside: ((to: Language) => Promise<void>)[] = [];

/** Loads more words with each language, the present one's now: awaited before anybody is told of that language. */
export async function besideLanguage(load: (to: Language) => Promise<void>): Promise<void> {
  beside.push(load);
  const now = (): Promise<void> => load(current).catch(() => askAgain(strings.bar, now));
  await now();
}

/** Makes every string speak this language. Whoever shows some must show them again: see languageEvent. Rejects, and changes nothing, if the words do not load. */
export async function setLanguage(to: Language): Promise<void> {
  asked = to;
  if (to === current) return;
  const [table] = await Promise.all([tables[to](), ...beside.map((load) => load(to))]);
  if (asked !== to || to === current) return;
  current = to;
  exchange(strings, table);
  globalThis.dispatchEvent?.(new Event(languageEvent));
}

/** The same by a person's wish: remembered, if the browser lets us. What does not load is told, and can be asked for again. */
export function switchLanguage(to: Language): Promise<void> {
  rememberLanguage(to);
  return speak(to);
}

function speak(to: Language): Promise<void> {
  return setLanguage(to).catch(() => askAgain(strings.bar, () => speak(to)));
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

// Whoever imports this waits for the reader's language: nothing is shown in another one first, unless it does not load.
const first = chooseLanguage();
if (first !== 'en') await setLanguage(first).catch(() => void askAgain(strings.bar, () => speak(first)));
