import { check, fromBase64url, toBase64url } from '../share/bytes.ts';
import type { Lesson, Question } from '../engine/tools.ts';

/** What a reader did with a question. */
export interface Done {
  question: string;
  answer: string; // of a goal the attempt that reached it, else the last
  tries: number; // attempts; 1 for what can be answered once
}

/** Questions by name; what is not there has no answer yet. */
export type Progress = ReadonlyMap<string, Done>;

/** What a packed progress may have: a lesson's answers are far fewer. */
const packedCharsMax = 16 << 10;

/** Progress as characters that stand in a fragment as they are; '' if there is none. */
export function packProgress(progress: Progress): string {
  if (progress.size === 0) return '';
  const bytes = new TextEncoder().encode(JSON.stringify([...progress.values()].map((d) => [d.question, d.answer, d.tries])));
  return `${toBase64url(bytes)}.${check(bytes)}`;
}

/** The progress that was packed, null if the characters are cut or damaged. */
export function unpackProgress(packed: string): Progress | null {
  if (packed === '') return new Map();
  const [body, sum] = packed.split('.');
  const bytes = packed.length <= packedCharsMax ? fromBase64url(body) : null;
  if (!bytes || check(bytes) !== sum) return null;
  let list: unknown;
  try {
    list = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  const progress = new Map<string, Done>();
  for (const entry of list as unknown[]) {
    if (!Array.isArray(entry)) return null;
    const [question, answer, tries] = entry as unknown[];
    if (typeof question !== 'string' || typeof answer !== 'string' || !Number.isInteger(tries)) return null;
    progress.set(question, { question, answer, tries: Math.max(1, tries as number) });
  }
  return progress;
}

/** What of it is about this lesson's questions. */
export function progressIn(lesson: Lesson, progress: Progress): Progress {
  return new Map([...progress].filter(([name]) => lesson.questions.some((q) => q.name === name)));
}

const missing = (questions: readonly Question[], progress: Progress): Question[] => questions.filter((q) => !progress.has(q.name));

/** The predictions about a run that are still to be given. */
export function predictionsLeft(lesson: Lesson, run: string, progress: Progress): Question[] {
  return missing(lesson.questions.filter((q) => q.kind === 'predict' && q.run === run), progress);
}

/**
 * What a reader may see of a run. Nothing of it is computed while it is sealed; as
 * `lines` it is what blktrace prints, so that its causes can be asked for.
 */
export type Seal = 'sealed' | 'lines' | 'open';

/** A run that no question is about opens when every question has an answer: it may be the answer to one. */
export function sealOf(lesson: Lesson, run: string, progress: Progress): Seal {
  const about = lesson.questions.filter((q) => q.run === run && q.kind !== 'goal');
  if (about.length === 0) {
    const goal = lesson.questions.some((q) => q.run === run);
    const before = goal ? lesson.questions.filter((q) => q.kind === 'predict') : lesson.questions;
    return missing(before, progress).length === 0 ? 'open' : 'sealed';
  }
  if (predictionsLeft(lesson, run, progress).length > 0) return 'sealed';
  return missing(about, progress).length === 0 ? 'open' : 'lines';
}

/** Whether an answer may be judged: a verdict on one prediction tells about the others of that run. */
export function judged(lesson: Lesson, q: Question, progress: Progress): boolean {
  return progress.has(q.name) && (q.kind === 'goal' || predictionsLeft(lesson, q.run, progress).length === 0);
}

/** Whether attempts at a goal are allowed: they are runs, and tell what is to be predicted. */
export function goalsOpen(lesson: Lesson, progress: Progress): boolean {
  return missing(lesson.questions.filter((q) => q.kind === 'predict'), progress).length === 0;
}
