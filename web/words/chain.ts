import { Kind } from '../fold/kinds.ts';
import { taskName, type View } from '../playground/view.ts';
import { fill, ms, strings } from '../strings.ts';
import { causeSentence } from './cause.ts';

/** A link of the chain behind an event: what led to the link before it. */
export interface Link {
  at: number; // record
  text: string;
  note: string; // the rule in a sentence, and when
  bios: readonly number[];
}

export interface Chain {
  links: Link[];
  more: boolean; // it goes on behind the last link
}

/** What led to record `i`, nearest first: up to the bio or op it began with, or `most` links. */
export function chainOf(view: View, i: number, most: number, beyondOps = false): Chain {
  const r = view.index.records;
  const links: Link[] = [];
  let before = i;
  for (let at = r.by(i); at >= 0 && at < before; before = at, at = r.by(at)) {
    if (saidAlready(view, at, before)) continue;
    if (links.length >= most) return { links, more: true };
    links.push({ at, text: textOf(view, at), note: noteOf(view, at), bios: biosOf(view, at) });
    if (r.kind(at) === Kind.TaskOp && !beyondOps) return { links, more: r.by(at) >= 0 && r.kind(r.by(at)) !== Kind.TaskOp && !beginsTask(view, r.by(at)) };
  }
  return { links, more: false };
}

/** The records that led to `i`, nearest first, none left out. */
export function causesOf(view: View, i: number, most: number): number[] {
  const r = view.index.records;
  const list: number[] = [];
  for (let at = r.by(i), before = i; at >= 0 && at < before && list.length < most; before = at, at = r.by(at)) list.push(at);
  return list;
}

/** The first run of a task: nothing led to it. */
function beginsTask(view: View, i: number): boolean {
  const r = view.index.records;
  return r.kind(i) === Kind.TaskRun && r.by(i) < 0;
}

/** Whether a record says no more than what it led to (`before`), or than what led to it. */
function saidAlready(view: View, i: number, before: number): boolean {
  const r = view.index.records;
  const kind = r.kind(i);
  const by = r.by(i);
  switch (kind) {
    case Kind.Choose: // the dispatch tells the rule
    case Kind.TaskRun:
    case Kind.TimerArm:
    case Kind.Tags:
    case Kind.Hold:
      return true;
    case Kind.TimerFire:
      return r.kind(before) === Kind.UnplugTimer;
    case Kind.PlugOff:
      return by >= 0 && r.kind(by) === Kind.Unplug && r.cause(by) === r.cause(i);
    case Kind.Unplug:
    case Kind.UnplugTimer:
      return by >= 0 && r.kind(by) === Kind.TaskPlug && r.cause(by) === r.cause(i);
    case Kind.WorkQueue:
      return r.kind(before) === Kind.WorkRun && view.causes[r.cause(i)]?.name !== 'run-restart';
    case Kind.WorkRun:
      return by >= 0 && r.kind(by) === Kind.WorkQueue && view.causes[r.cause(by)]?.name === 'run-restart';
    case Kind.TaskSleep: // the plug that it empties says so
      return r.kind(before) === Kind.TaskPlug;
  }
  return false;
}

/** Words by kind, for what no cause has words of its own for. */
const words: { [kind: number]: keyof typeof strings.chain } = {
  [Kind.Queue]: 'Q',
  [Kind.GetRequest]: 'G',
  [Kind.BackMerge]: 'M',
  [Kind.FrontMerge]: 'M',
  [Kind.Insert]: 'I',
  [Kind.Issue]: 'D',
  [Kind.Complete]: 'C',
  [Kind.Requeue]: 'R',
  [Kind.SleepRequest]: 'S',
  [Kind.Split]: 'X',
  [Kind.Unplug]: 'unplugged',
  [Kind.UnplugTimer]: 'timerFire',
  [Kind.PlugOff]: 'unplugged',
  [Kind.TimerFire]: 'timerFire',
  [Kind.WorkQueue]: 'kblockd',
  [Kind.WorkRun]: 'kblockd',
  [Kind.TaskSleep]: 'sleep',
  [Kind.TaskCompute]: 'op',
  [Kind.TaskWake]: 'wake',
  [Kind.TaskFork]: 'forked',
  [Kind.RequestFree]: 'freed',
  [Kind.BioEnd]: 'bioEnd',
  [Kind.TaskPlug]: 'flushed',
  [Kind.Switch]: 'switched',
  [Kind.Set]: 'set',
  [Kind.SoftQueue]: 'soft',
  [Kind.HardQueue]: 'hard',
};

function textOf(view: View, i: number): string {
  const s = strings.chain;
  const r = view.index.records;
  const kind = r.kind(i);
  const cause = view.causes[r.cause(i)]?.name ?? '';
  if (kind === Kind.TaskOp) return lineOf(view, i);
  if (cause === 'direct-issue') return s.direct;
  let text = kind === Kind.UnplugTimer && cause === 'plug-off-timer' ? s.timerFire : s.by[cause];
  if (!text && kind === Kind.Plug) text = r.arg(i) > 0 ? s.P : s.PTask;
  if (!text && kind === Kind.WorkRun && r.task(i) > 0) text = s.run;
  if (!text) text = s[words[kind]] as string;
  return text ? put(view, text, i) : cause;
}

/** The op as its line in the scenario has it. */
function lineOf(view: View, i: number): string {
  const r = view.index.records;
  const line = r.arg(i);
  if (line <= 0) return put(view, strings.chain.op, i);
  const op = (view.source?.split('\n')[line - 1] ?? '').replace(/#.*/, '').trim();
  return op === '' ? fill(strings.chain.line, { line }) : fill(strings.chain.lineOp, { line, op });
}

function put(view: View, text: string, i: number): string {
  const r = view.index.records;
  return text
    .replaceAll('{B.ms}', ms(r.arg(i)))
    .replaceAll('{A}', String(r.sector(i)))
    .replaceAll('{B}', String(r.arg(i)))
    .replaceAll('{req}', String(r.req(i)))
    .replaceAll('{bio}', String(r.bio(i)))
    .replaceAll('{task}', taskName(view, r.task(i)));
}

function noteOf(view: View, i: number): string {
  const r = view.index.records;
  const func = view.causes[r.cause(i)]?.func;
  const rule = causeSentence(view.causes, r, i, (id) => taskName(view, id));
  return [`${ms(r.time(i))} ms`, rule, func ? `${func}()` : ''].filter(Boolean).join(' · ');
}

/** The bios that a record speaks of. */
export function biosOf(view: View, i: number): readonly number[] {
  const r = view.index.records;
  if (r.bio(i) >= 0 && r.kind(i) !== Kind.IOContext) return [r.bio(i)];
  return r.req(i) >= 0 && r.kind(i) !== Kind.IOContext ? view.index.biosOfRequest(r.req(i)) : [];
}
