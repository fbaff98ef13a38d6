// What crosses for calls about exercises; its twin is wasm/tools/lessons.go.

import type { Reader, Writer } from './protocol.ts';

/** A text of an exercise: a run and its scenario, a parameter and its value. */
export interface NamedText {
  name: string;
  label: string;
  text: string;
}

/** What a reader may turn; see core/lesson/knob.go. */
export interface Knob {
  name: string;
  numeric: boolean;
  low: number; // if numeric
  high: number;
  step: number; // between values worth trying; others are allowed
  words: string[]; // if not numeric: what it may be set to
  now: string; // what it is set to; of sector, the sectors of all bios
}

export type QuestionKind = 'predict' | 'explain' | 'goal';
export type AnswerType = 'none' | 'number' | 'time' | 'word' | 'numbers' | 'times' | 'words';

/** A question as a reader sees it. It holds no answer. */
export interface Question {
  name: string;
  kind: QuestionKind;
  run: string; // name of the run it is about, or starts from
  ask: string;
  answer: AnswerType; // of a goal none: the answer is knobs, as in "unplug_thresh=5"
  slots: string[]; // of a list: what each element is; empty: a list of any length
  offer: string[]; // values to offer; empty: any
  choices: { word: string; text: string }[]; // explain
  knobs: Knob[]; // goal
  turn: number; // goal: at most so many knobs; 0: any
  checks: string[]; // goal: what must hold
  least: string; // goal: the knob whose smallest value is asked for
  hints: string[];
}

/** An exercise with its parameters drawn from a seed. */
export interface Lesson {
  name: string;
  digest: string;
  language: string; // of its words; '': its own
  languages: string[]; // that it has words in, beside its own
  title: string;
  story: string; // a blank line parts paragraphs
  showCauses: boolean; // the reader needs the records that blktrace does not print
  hints: string[]; // to the exercise as a whole
  parameters: NamedText[];
  runs: NamedText[]; // text: the scenario
  questions: Question[];
}

/** What there is to say of an answer. */
export interface Verdict {
  right: boolean;
  problem: string; // why it could not be judged; '' if it was
  given: string; // the answer in its canonical form
  want: string; // the right answer; of a goal ''
  reply: string; // what the author says to this answer
  checks: { text: string; holds: boolean; found: string }[]; // of a goal
  look: { run: string; line: number }; // where it can be seen: number of the traced event, from 1; 0 is nowhere
}

export interface Given {
  question: string;
  answer: string;
}

/** What is handed in. */
export interface Sheet {
  code: string;
  json: string;
  csv: string; // the result, with its head line
  right: number;
  of: number;
  scaled: number; // 0 to 1
}

/** A graded code; see core/lesson/results.go. */
export interface Graded {
  label: string;
  person: string;
  exercise: string;
  digest: string;
  seed: number;
  status: 'verified' | 'altered' | 'damaged' | 'stale' | 'unknown';
  problem: string;
  right: number;
  of: number;
  scaled: number;
  answers: { question: string; kind: QuestionKind; given: string; want: string; right: boolean; claimed: boolean }[];
  code: string;
}

/** What the linter found. */
export interface Finding {
  line: number; // 0: nowhere in particular
  column: number;
  rule: string;
  error: boolean; // else it may be allowed
  text: string;
}

const kinds: readonly QuestionKind[] = ['predict', 'explain', 'goal'];
// by core/lesson's Type; yes and no are no answers
const types: readonly AnswerType[] = ['none', 'number', 'time', 'none', 'word', 'none', 'numbers', 'times', 'none', 'words'];

const texts = (r: Reader): string[] => r.list(() => r.text());
const bool = (r: Reader): boolean => r.u32() === 1;

export const readNamed = (r: Reader): NamedText[] => r.list(() => ({ name: r.text(), label: r.text(), text: r.text() }));

function readQuestion(r: Reader): Question {
  return {
    name: r.text(),
    kind: kinds[r.u32()],
    run: r.text(),
    ask: r.text(),
    answer: types[r.u32()],
    slots: texts(r),
    offer: texts(r),
    choices: r.list(() => ({ word: r.text(), text: r.text() })),
    knobs: r.list(() => ({
      name: r.text(), numeric: bool(r), low: r.i64(), high: r.i64(), step: r.i64(), words: texts(r), now: r.text(),
    })),
    turn: r.u32(),
    checks: texts(r),
    least: r.text(),
    hints: texts(r),
  };
}

export function readLesson(r: Reader): Lesson {
  return {
    name: r.text(),
    digest: r.text(),
    language: r.text(),
    languages: texts(r),
    title: r.text(),
    story: r.text(),
    showCauses: bool(r),
    hints: texts(r),
    parameters: readNamed(r),
    runs: readNamed(r),
    questions: r.list(() => readQuestion(r)),
  };
}

export function readVerdict(r: Reader): Verdict {
  return {
    right: bool(r),
    problem: r.text(),
    given: r.text(),
    want: r.text(),
    reply: r.text(),
    checks: r.list(() => ({ text: r.text(), holds: bool(r), found: r.text() })),
    look: { run: r.text(), line: r.u32() },
  };
}

export function writeGiven(w: Writer, answers: readonly Given[]): Writer {
  w.u32(answers.length);
  for (const a of answers) w.text(a.question).text(a.answer);
  return w;
}

export function readSheet(r: Reader): Sheet {
  return { code: r.text(), json: r.text(), csv: r.text(), right: r.u32(), of: r.u32(), scaled: r.u32() / 1000 };
}

export function readFindings(r: Reader): Finding[] {
  return r.list(() => ({ line: r.u32(), column: r.u32(), rule: r.text(), error: bool(r), text: r.text() }));
}
