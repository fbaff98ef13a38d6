import type { Loss } from '../engine/machines.ts';
import type { BioLife } from '../fold/index.ts';
import { taskName, type View } from '../playground/view.ts';
import { fill, ms, strings } from '../strings.ts';
import { phaseAt, type First } from './differences.ts';

/** A, B, C, ... */
export function letterOf(machine: number): string {
  return String.fromCharCode(65 + machine);
}

/** What did not go along to a kernel, in words. */
export function lossText(loss: Loss, kernel: string): string {
  const c = strings.compare;
  let text = fill(c.loss[loss.kind], { name: loss.name, value: loss.value, kernel });
  if (loss.stays) text = fill(c.stays, { what: text });
  if (loss.count > 1) return fill(c.times, { what: text, count: loss.count });
  return loss.line > 0 ? fill(c.inLine, { what: text, line: loss.line }) : text;
}

/** All of it, as one line. */
export function lossesText(losses: readonly Loss[], kernel: string): string {
  return strings.compare.lost + losses.map((l) => lossText(l, kernel)).join(strings.compare.lossJoin);
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
