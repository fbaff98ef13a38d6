import type { Loss } from '../engine/machines.ts';
import { fill, strings } from '../strings.ts';

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
