import { Kind } from './kinds.ts';
import type { RecordList } from './records.ts';
import type { MachineState } from './state.ts';

/**
 * Folds a record of an io_context's counters. A task uses the context it was the
 * first to appear with, or that its parent shared with it by CLONE_IO, until
 * the context has one user less by that task's own doing.
 */
export function contextChanged(s: MachineState, r: RecordList, i: number): void {
  if (r.kind(i) !== Kind.IOContext) return;
  const id = r.sector(i);
  const task = r.task(i);
  const before = s.contexts.get(id);
  const now = { refs: r.sectors(i), tasks: r.req(i), users: r.bio(i), icqs: r.arg(i) };
  s.contexts.set(id, now);
  const mine = s.contextOf.get(task);
  if (!before || (mine === undefined && now.users > before.users)) {
    if (mine === undefined && task !== 0) s.contextOf.set(task, id);
  } else if (mine === id && (now.users < before.users || now.users < 0)) {
    s.contextOf.delete(task);
  }
  if (now.refs <= 0) s.contexts.delete(id);
}

/** With CLONE_IO (arg 1) the child uses its parent's context. */
export function taskForked(s: MachineState, r: RecordList, i: number): void {
  const shared = s.contextOf.get(r.task(i));
  if (r.arg(i) === 1 && shared !== undefined) s.contextOf.set(r.sector(i), shared);
}

/** The tasks that use a context, but one. */
export function sharersOf(s: MachineState, context: number, but: number): number[] {
  return [...s.contextOf].filter(([task, id]) => id === context && task !== but).map(([task]) => task);
}
