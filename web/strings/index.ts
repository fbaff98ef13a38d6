// Every word the page shows, one table for each language. **Bold** is marked so; {name} is filled in by fill().
import { en } from './en.ts';
import { askAgain } from '../parts/bar.ts';
import { chooseLanguage, rememberLanguage, type Language } from './language.ts';
import { strings, type Strings } from './table.ts';

export { tagOf, type Language } from './language.ts';
export * from './say.ts';
export { strings, type Strings } from './table.ts';

/** English is always there: it says what is wrong if another language does not come. */
const tongues: Record<Language, () => Promise<Tongue>> = {
  en: async () => ({ words: en }),
  zh: () => import('./zh.ts'),
};

/** What a language brings. */
interface Tongue {
  words: Strings;
  /** A message in this language; as it is until the messages have come, which is then told. */
  said?(message: string, come: () => void): string;
}

let tongue: Tongue = { words: en };

let current: Language = 'en';
let asked: Language = 'en'; // the latest wish

export function language(): Language {
  return current;
}

/** Fired at the window when `strings` speaks another language. */
export const languageEvent = 'blk-language';

function tell(): void {
  globalThis.dispatchEvent?.(new Event(languageEvent));
}

/** What the engine or the tools say, in the present language: they speak English. As it is if that has no words for it. */
export function said(message: string): string {
  return tongue.said?.(message, tell) ?? message;
}

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
  const [come] = await Promise.all([tongues[to](), ...beside.map((load) => load(to))]);
  if (asked !== to || to === current) return;
  current = to;
  tongue = come;
  exchange(strings, come.words);
  tell();
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
