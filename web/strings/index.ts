// Every word the page shows, one table for each language. **Bold** is marked so; {name} is filled in by fill().
import { en } from './en.ts';
import { chooseLanguage, rememberLanguage, type Language } from './language.ts';
import { zh } from './zh.ts';

export { tagOf, type Language } from './language.ts';

export type Strings = typeof en;

const tables: Record<Language, Strings> = { en, zh };

/** The words of the present language: always this one object, whose words setLanguage() exchanges. */
export const strings: Strings = structuredClone(en);

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
  for (const [key, value] of Object.entries(by)) {
    const old = into[key];
    if (typeof value === 'object' && !Array.isArray(value) && typeof old === 'object') exchange(old!, value);
    else into[key] = value;
  }
}

setLanguage(chooseLanguage());

/** Puts values into the {names} of a string. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export type Noun = keyof Strings['grammar']['nouns'];

/** "1 request", "2 requests". */
export function plural(n: number, noun: Noun): string {
  const [one, many = one] = strings.grammar.nouns[noun].split('|');
  return fill(n === 1 ? one : many, { n });
}

/** Sentences one after the other, as the language sets them; empty ones are left out. */
export function sentences(...parts: readonly string[]): string {
  return parts.filter((p) => p !== '').join(strings.grammar.space);
}

/** "tar", "tar and grep", "tar, grep and mail". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return words.slice(0, -1).join(strings.grammar.comma) + strings.grammar.and + words[words.length - 1];
}

/** Milliseconds with three decimals: time is never rounded further. */
export function ms(ns: number): string {
  return (ns / 1e6).toFixed(3);
}
