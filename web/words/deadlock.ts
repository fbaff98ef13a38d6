import { taskName, type View } from '../playground/view.ts';
import { fill, plural, sentences, strings } from '../strings.ts';

const s = strings.deadlock;

/** The deadlock as a circle: each task, what it waits for, and who holds that. '' if the run did not end so. */
export function deadlockWords(view: View): string {
  const edges = view.state.waitsFor;
  if (edges.length === 0) return '';
  const steps = edges.map((e) => {
    const waiter = taskName(view, e.waiter);
    const holder = taskName(view, e.holder);
    const own = e.waiter === e.holder;
    const values = { waiter, holder, bio: e.bio, requests: plural(e.held, 'request') };
    if (e.bio < 0) return fill(own ? s.starvesOwn : s.starves, values);
    return fill(own ? s.waitsOwn : s.waits, values);
  });
  return sentences(s.deadlock, ...steps, edges.every((e) => e.waiter === e.holder) ? s.closeOwn : s.close);
}
