import { unpackProgress, type Progress } from './progress.ts';

/** Where an exercise's text comes from. */
export type Source = { kind: 'site' | 'board'; name: string } | { kind: 'text'; text: string };

/** What the page's fragment asks for: `#lesson=e02&seed=17&done=PACKED`, `#board=ID`, `#text=LESSON`. */
export interface Address {
  source: Source | null; // null: the list of exercises
  seed: string; // '': none asked for
  progress: Progress;
  damaged: boolean; // there was a progress, and it cannot be read
}

export function readAddress(fragment: string): Address {
  const given = new URLSearchParams(fragment.replace(/^#/, '').replace(/\+/g, '%2B')); // a scenario written by hand is full of +8
  const packed = given.get('done') ?? '';
  const progress = unpackProgress(packed);
  return { source: sourceOf(given), seed: seedOf(given.get('seed')), progress: progress ?? new Map(), damaged: progress === null };
}

export function writeAddress(source: Source, seed: string, packed: string): string {
  const [key, value] = source.kind === 'text' ? ['text', source.text] : [source.kind === 'board' ? 'board' : 'lesson', source.name];
  return `#${key}=${encodeURIComponent(value)}&seed=${seed}${packed && `&done=${packed}`}`;
}

function sourceOf(given: URLSearchParams): Source | null {
  const board = given.get('board');
  const text = given.get('text');
  const name = given.get('lesson');
  if (board) return { kind: 'board', name: board };
  if (text) return { kind: 'text', text };
  return name && /^[\w-]{1,40}$/.test(name) ? { kind: 'site', name: name.toLowerCase() } : null;
}

/** A seed is a whole number below 2^64, in decimal. */
export function seedOf(text: string | null): string {
  const digits = /^\d{1,20}$/.test(text?.trim() ?? '') ? BigInt(text!.trim()) : -1n;
  return digits >= 0n && digits < 1n << 64n ? String(digits) : '';
}

/** A seed by chance, short enough to be told aloud. */
export function newSeed(): string {
  return String(1000 + (crypto.getRandomValues(new Uint32Array(1))[0] % 999_000));
}
