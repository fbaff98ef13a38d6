import type { Given, Lesson, Question, Sheet, Tools, Verdict } from '../engine/tools.ts';
import { textOf } from '../engine/errors.ts';
import { judged, packProgress, progressIn, type Done, type Progress } from './progress.ts';

/** One exercise with one seed: what was answered, and what a run says of it. */
export class Course {
  verdicts = new Map<string, Verdict>(); // of goals: of the last attempt
  attempts = new Map<string, string>(); // the last attempt at each goal
  /** Runs that no question is about and that are a goal's with its knobs turned: they might be its answer. */
  concealed: ReadonlySet<string> = new Set();
  busy = ''; // name of the question that is being judged
  failure = '';
  #progress: Progress;

  constructor(
    readonly tools: Tools,
    readonly text: string,
    readonly seed: string,
    public language: string,
    public lesson: Lesson,
    progress: Progress,
    readonly changed: () => void,
  ) {
    this.#progress = progressIn(lesson, progress);
    for (const q of lesson.questions) {
      const done = this.#progress.get(q.name);
      if (done && q.kind === 'goal') this.attempts.set(q.name, done.answer);
    }
  }

  /** The language is the one to tell it in, if the exercise has words in it. */
  static async open(tools: Tools, text: string, seed: string, language: string, progress: Progress, changed: () => void): Promise<Course> {
    const course = new Course(tools, text, seed, language, await tools.lesson(text, seed, language), progress, changed);
    course.concealed = await course.#conceal();
    return course;
  }

  /** Tells it in another language; what was answered stays, and what was said of it is said anew. */
  async tell(language: string): Promise<void> {
    if (language === this.language) return;
    this.language = language;
    const lesson = await this.tools.lesson(this.text, this.seed, language);
    const verdicts = new Map<string, Verdict>();
    for (const { name, kind } of lesson.questions) {
      const answer = kind === 'goal' ? this.attempts.get(name) : this.#progress.get(name)?.answer;
      if (answer === undefined || !this.verdicts.has(name)) continue;
      verdicts.set(name, await this.tools.lessonCheck(this.text, this.seed, language, name, answer));
    }
    if (language !== this.language) return;
    this.lesson = lesson;
    this.verdicts = verdicts;
    this.changed();
    await this.judge();
  }

  async #conceal(): Promise<ReadonlySet<string>> {
    const { runs, questions } = this.lesson;
    const names = new Set<string>();
    for (const run of runs.slice(1)) {
      if (questions.some((q) => q.run === run.name)) continue;
      for (const q of questions) {
        if (q.kind !== 'goal') continue;
        const { problem } = await this.tools.lessonTurned(this.text, this.seed, q.name, run.text);
        if (!problem) names.add(run.name);
      }
    }
    return names;
  }

  get progress(): Progress {
    return this.#progress;
  }

  get packed(): string {
    return packProgress(this.#progress);
  }

  /** Answers in the order of the questions. */
  get given(): Given[] {
    return this.lesson.questions.flatMap((q) => {
      const done = this.#progress.get(q.name);
      return done ? [{ question: q.name, answer: done.answer }] : [];
    });
  }

  question(name: string): Question | undefined {
    return this.lesson.questions.find((q) => q.name === name);
  }

  /** Judges all that may be judged and is not yet. */
  async judge(): Promise<void> {
    for (const q of this.lesson.questions) {
      const done = this.#progress.get(q.name);
      if (done && !this.verdicts.has(q.name) && judged(this.lesson, q, this.#progress)) await this.#judge(q, done.answer);
    }
  }

  /**
   * Takes an answer. One that cannot be judged (no number, out of bounds) is not
   * taken: the verdict then says what the problem is. False if it was not taken.
   */
  async answer(q: Question, answer: string): Promise<boolean> {
    if (q.kind === 'goal') return this.#attempt(q, answer);
    this.verdicts.delete(q.name);
    this.#set({ question: q.name, answer, tries: 1 });
    await this.judge();
    this.#progress = new Map([...this.#progress].filter(([name]) => !this.verdicts.get(name)?.problem));
    this.changed();
    return this.#progress.has(q.name);
  }

  async #attempt(q: Question, answer: string): Promise<boolean> {
    const verdict = await this.#judge(q, answer);
    if (!verdict || verdict.problem) return false;
    const before = this.#progress.get(q.name);
    const reached = before !== undefined && !verdict.right && (await this.#isRight(q, before.answer));
    this.#set({ question: q.name, answer: reached ? before.answer : answer, tries: (before?.tries ?? 0) + 1 });
    return true;
  }

  #right = new Map<string, boolean>();

  async #isRight(q: Question, answer: string): Promise<boolean> {
    const key = `${q.name} ${answer}`;
    if (!this.#right.has(key)) this.#right.set(key, (await this.tools.lessonCheck(this.text, this.seed, this.language, q.name, answer)).right);
    return this.#right.get(key)!;
  }

  async #judge(q: Question, answer: string): Promise<Verdict | null> {
    this.busy = q.name;
    this.failure = '';
    this.changed();
    try {
      const verdict = await this.tools.lessonCheck(this.text, this.seed, this.language, q.name, answer);
      this.verdicts.set(q.name, verdict);
      if (q.kind === 'goal' && !verdict.problem) this.attempts.set(q.name, answer);
      this.#right.set(`${q.name} ${answer}`, verdict.right);
      return verdict;
    } catch (e) {
      this.failure = textOf(e);
      return null;
    } finally {
      this.busy = '';
      this.changed();
    }
  }

  #set(done: Done): void {
    this.#progress = new Map([...this.#progress, [done.question, done]]);
    this.changed();
  }

  /** Whether an attempt at a goal has reached it, be it not the last. */
  reached(q: Question): boolean {
    const done = this.#progress.get(q.name);
    return done !== undefined && this.#right.get(`${q.name} ${done.answer}`) === true;
  }

  /** What is handed in. */
  sheet(person: string): Promise<Sheet> {
    return this.tools.lessonSheet(this.text, this.seed, person, this.given);
  }

  /** The scenario of a run, or of an attempt at a goal. */
  async scenario(run: string, goal: Question | null): Promise<string> {
    const attempt = goal && this.attempts.get(goal.name);
    if (!goal || attempt === null || attempt === undefined) return this.lesson.runs.find((r) => r.name === run)?.text ?? '';
    return (await this.tools.lessonScenario(this.text, this.seed, goal.name, attempt)).text;
  }
}
