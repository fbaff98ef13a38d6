/** A step of a lab: how long it takes, what is opened. Words and answers stand in the strings, at the same place. */
export interface LabStep {
  readonly minutes: number;
  readonly runs: readonly string[]; // of the gallery
  readonly tour?: boolean;
  readonly exercises?: readonly string[];
  readonly questions: readonly LabQuestion[];
}

/**
 * How one answers: on lines; in blanks beside labels; in a table with a row for
 * each of the step's runs. `number` is false for what has no number of its own.
 */
export interface LabQuestion {
  readonly form: 'lines' | 'blanks' | 'table';
  readonly lines: number;
  readonly number: boolean;
}

const lines = (n: number): LabQuestion => ({ form: 'lines', lines: n, number: true });
const table: LabQuestion = { form: 'table', lines: 0, number: true };

export type Lab = 'a' | 'b';

export const labSheets: Record<Lab, readonly LabStep[]> = {
  a: [
    { minutes: 5, runs: [], tour: true, questions: [{ form: 'blanks', lines: 0, number: false }] },
    { minutes: 8, runs: ['timer-hz100', 'timer-hz250', 'timer-hz1000'], questions: [{ form: 'blanks', lines: 0, number: true }, lines(2)] },
    { minutes: 10, runs: ['threshold', 'sync-write', 'plain-read', 'wait-unplugs', 'completion-pulls'], questions: [table, lines(1)] },
    { minutes: 7, runs: ['back-merge', 'join-no-line', 'refused-full'], questions: [table, lines(1)] },
    { minutes: 12, runs: [], exercises: ['e02'], questions: [lines(2)] },
    { minutes: 3, runs: [], questions: [{ form: 'lines', lines: 1, number: false }] },
  ],
  b: [
    { minutes: 7, runs: ['burst-2.6.24', 'burst-4.4'], questions: [table, lines(1)] },
    { minutes: 8, runs: ['task-plug', 'seventeenth'], questions: [lines(1), lines(2)] },
    { minutes: 8, runs: ['ends-compute', 'ends-sleep', 'ends-nested'], questions: [table] },
    { minutes: 7, runs: ['reclaim-flushes', 'reclaim-untracked'], questions: [lines(2), lines(1)] },
    { minutes: 12, runs: [], exercises: ['e10', 'e11'], questions: [lines(1), lines(2)] },
    { minutes: 3, runs: ['clone-io-shared', 'clone-io-not-shared'], questions: [{ form: 'lines', lines: 1, number: false }] },
  ],
};
