import type { BioLife } from '../fold/index.ts';
import { taskName, type View } from '../playground/view.ts';
import { fill, ms, strings } from '../strings.ts';
import { phaseAt, type First } from './differences.ts';

/** A, B, C, ... */
export function letterOf(machine: number): string {
  return String.fromCharCode(65 + machine);
}

/** The first difference in a sentence; ** marks bold. */
export function firstText(first: First, letter: string, view: View): string {
  const bio = first.a ?? first.b!;
  return fill(strings.compare.first, {
    letter,
    ms: ms(first.time),
    bio: `${bio.sector} + ${bio.sectors}`,
    task: taskName(view, first.task),
    a: phaseText(first.a, first.time),
    b: phaseText(first.b, first.time),
  });
}

function phaseText(bio: BioLife | null, time: number): string {
  const p = strings.compare.phase;
  const phase = phaseAt(bio, time);
  if (phase === 'waits' && bio!.issued >= 0) return fill(p.waitsUntil, { ms: ms(bio!.issued) });
  return p[phase];
}
