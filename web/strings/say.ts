import { strings, type Strings } from './table.ts';

/** Puts values into the {names} of a string. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export type Noun = keyof Strings['grammar']['nouns'];

/** "1 request", "2 requests". */
export function plural(n: number, noun: Noun): string {
  return counted(strings.grammar.nouns[noun], n);
}

/** "1 attempt", "2 attempts" out of "{n} attempt|{n} attempts". */
export function counted(words: string, n: number): string {
  const [one, many = one] = words.split('|');
  return fill(n === 1 ? one : many, { n });
}

/** What the engine says of itself, in the present language. */
export function described(text: string): string {
  return strings.described[text] ?? text;
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
