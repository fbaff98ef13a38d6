import type { Change } from '../engine/machines.ts';
import { pack, unpack } from '../share/link.ts';
import { readChanges } from './changes.ts';

/** What is shown, as a link has it. */
export interface PageState {
  text: string;
  at: number; // ns
  machines: readonly (readonly Change[])[];
  sweep: SweepState;
}

/** A sweep as somebody wrote it; what is '' is as the page begins. */
export interface SweepState {
  x: string; // "unplug_thresh=1..32"
  y: string;
  metric: string;
}

export async function packState(state: PageState, words: readonly string[]): Promise<string> {
  const { x, y, metric } = state.sweep;
  const more = Object.fromEntries(Object.entries({ x, y, metric }).filter(([, value]) => value !== ''));
  return pack({ text: state.text, at: Math.round(state.at), compare: [...words], more });
}

/** What a fragment shows; null if it is no link. Machines are none where it names none. Rejects as unpack does. */
export async function unpackState(fragment: string): Promise<PageState | null> {
  const shared = await unpack(fragment);
  if (!shared) return null;
  const more = shared.more ?? {};
  return {
    text: shared.text,
    at: shared.at ?? 0,
    machines: (shared.compare ?? []).map(readChanges),
    sweep: { x: more.x ?? '', y: more.y ?? '', metric: more.metric ?? '' },
  };
}
