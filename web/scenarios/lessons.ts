// The lessons' scenarios. Up to switch-while-plugged each file is a golden case of the kernel's own code, under its name.
import lTimerHz100 from './lessons/timer-hz100.blkplay';
import lTimerHz250 from './lessons/timer-hz250.blkplay';
import lTimerHz1000 from './lessons/timer-hz1000.blkplay';
import lThreshold from './lessons/threshold.blkplay';
import lSyncWrite from './lessons/sync-write.blkplay';
import lPlainRead from './lessons/plain-read.blkplay';
import lWaitUnplugs from './lessons/wait-unplugs.blkplay';
import lCompletionPulls from './lessons/completion-pulls.blkplay';
import lBackMerge from './lessons/back-merge.blkplay';
import lFrontMerge from './lessons/front-merge.blkplay';
import lJoinNoLine from './lessons/join-no-line.blkplay';
import lRefusedFull from './lessons/refused-full.blkplay';
import lRefusedDirection from './lessons/refused-direction.blkplay';
import lFullList from './lessons/full-list.blkplay';
import lWritesStarved from './lessons/writes-starved.blkplay';
import lExpiryNone from './lessons/expiry-none.blkplay';
import lExpiry3ms from './lessons/expiry-3ms.blkplay';
import lAnticipationWon from './lessons/anticipation-won.blkplay';
import lAnticipationOff from './lessons/anticipation-off.blkplay';
import lAnticipationLost from './lessons/anticipation-lost.blkplay';
import lCfqSlices from './lessons/cfq-slices.blkplay';
import lCfqIdleClass from './lessons/cfq-idle-class.blkplay';
import lCfqIdleFirst from './lessons/cfq-idle-first.blkplay';
import lReadersWriterNoop from './lessons/readers-writer-noop.blkplay';
import lReadersWriterCfq from './lessons/readers-writer-cfq.blkplay';
import lTaskPlug from './lessons/task-plug.blkplay';
import lSeventeenth from './lessons/seventeenth.blkplay';
import lEndsCompute from './lessons/ends-compute.blkplay';
import lEndsSleep from './lessons/ends-sleep.blkplay';
import lEndsNested from './lessons/ends-nested.blkplay';
import lBurst2624 from './lessons/burst-2.6.24.blkplay';
import lBurst44 from './lessons/burst-4.4.blkplay';
import lReclaimFlushes from './lessons/reclaim-flushes.blkplay';
import lReclaimUntracked from './lessons/reclaim-untracked.blkplay';
import lCloneIoShared from './lessons/clone-io-shared.blkplay';
import lCloneIoNotShared from './lessons/clone-io-not-shared.blkplay';
import lCounters from './lessons/counters.blkplay';
import lExitFirstDeadline from './lessons/exit-first-deadline.blkplay';
import lExitFirstCfq from './lessons/exit-first-cfq.blkplay';
import lThreshLowered from './lessons/thresh-lowered.blkplay';
import lNrRequestsRaised from './lessons/nr-requests-raised.blkplay';
import lSwitchWhilePlugged from './lessons/switch-while-plugged.blkplay';
import lThreeKernels2624 from './beyond/three-kernels-2.6.24.blkplay';
import lThreeKernels44 from './beyond/three-kernels-4.4.blkplay';
import lThreeKernels618 from './beyond/three-kernels-6.18.blkplay';
import lThreeKernels618None from './beyond/three-kernels-6.18-none.blkplay';
import lRealTrace from './beyond/real-trace.blkplay';
import { parseTime } from '../scenario/text.ts';

/** A run of a lesson: what its file says of itself. */
export interface LessonRun {
  readonly name: string; // of the file, and of the golden case
  readonly label: string; // what tells it from the lesson's other runs, '' if there is one only
  readonly event: number; // the traced event to open at, counted from 1; 0: an instant
  readonly at: number; // that instant, ns
  readonly place: string; // both as the file says it
  readonly look: string;
  readonly text: string;
}

/** One idea, shown by one to three runs. */
export interface Lesson {
  readonly title: string;
  readonly intro: string;
  readonly lesson: string;
  readonly runs: readonly LessonRun[];
  readonly beside?: Beside;
}

/** A lesson's machines on one clock: the workload of one run, and what each machine has otherwise. */
export interface Beside {
  readonly run: string;
  readonly machines: readonly string[];
}

const files: readonly (readonly [string, string][])[] = [
  [['timer-hz100', lTimerHz100], ['timer-hz250', lTimerHz250], ['timer-hz1000', lTimerHz1000]],
  [['threshold', lThreshold]],
  [['sync-write', lSyncWrite], ['plain-read', lPlainRead]],
  [['wait-unplugs', lWaitUnplugs]],
  [['completion-pulls', lCompletionPulls]],
  [['back-merge', lBackMerge], ['front-merge', lFrontMerge]],
  [['join-no-line', lJoinNoLine]],
  [['refused-full', lRefusedFull], ['refused-direction', lRefusedDirection]],
  [['full-list', lFullList]],
  [['writes-starved', lWritesStarved]],
  [['expiry-none', lExpiryNone], ['expiry-3ms', lExpiry3ms]],
  [['anticipation-won', lAnticipationWon], ['anticipation-off', lAnticipationOff], ['anticipation-lost', lAnticipationLost]],
  [['cfq-slices', lCfqSlices]],
  [['cfq-idle-class', lCfqIdleClass], ['cfq-idle-first', lCfqIdleFirst]],
  [['readers-writer-noop', lReadersWriterNoop], ['readers-writer-cfq', lReadersWriterCfq]],
  [['task-plug', lTaskPlug]],
  [['seventeenth', lSeventeenth]],
  [['ends-compute', lEndsCompute], ['ends-sleep', lEndsSleep], ['ends-nested', lEndsNested]],
  [['burst-2.6.24', lBurst2624], ['burst-4.4', lBurst44]],
  [['reclaim-flushes', lReclaimFlushes], ['reclaim-untracked', lReclaimUntracked]],
  [['clone-io-shared', lCloneIoShared], ['clone-io-not-shared', lCloneIoNotShared]],
  [['counters', lCounters]],
  [['exit-first-deadline', lExitFirstDeadline], ['exit-first-cfq', lExitFirstCfq]],
  [['thresh-lowered', lThreshLowered]],
  [['nr-requests-raised', lNrRequestsRaised]],
  [['switch-while-plugged', lSwitchWhilePlugged]],
  [
    ['three-kernels-2.6.24', lThreeKernels2624],
    ['three-kernels-4.4', lThreeKernels44],
    ['three-kernels-6.18', lThreeKernels618],
    ['three-kernels-6.18-none', lThreeKernels618None],
  ],
  [
    ['real-trace', lRealTrace],
    ['real-trace-4.4', onKernel(lRealTrace, '4.4', 'deadline', '4.4')],
    ['real-trace-6.18', onKernel(lRealTrace, '6.18', 'mq-deadline', '6.18')],
    ['real-trace-6.18-none', onKernel(lRealTrace, '6.18', 'none', '6.18, none')],
  ],
];

const kernels = ['kernel=2.6.24 elevator=deadline', 'kernel=4.4 elevator=deadline', 'kernel=6.18 elevator=mq-deadline', 'kernel=6.18 elevator=none'];

/** By the first run's name. The workload is one that has plugs, where any run has: another kernel leaves them out, but none adds them. */
const besides: Record<string, Beside> = {
  'burst-2.6.24': { run: 'burst-4.4', machines: ['kernel=2.6.24 elevator=noop', 'kernel=4.4 elevator=noop'] },
  'three-kernels-2.6.24': { run: 'three-kernels-4.4', machines: kernels },
  'real-trace': { run: 'real-trace', machines: kernels },
};

/** In how many lessons, from the first, every run equals one of the kernel's own code. */
export const goldenLessons = 26;

export const lessons: readonly Lesson[] = files.map((runs) => {
  const heads = runs.map(([, text]) => head(text));
  const [title] = heads[0].title.split(/: (?!.*: )/);
  return {
    title: runs.length > 1 ? title : heads[0].title,
    intro: heads[0].intro,
    lesson: heads[0].lesson,
    beside: besides[runs[0][0]],
    runs: runs.map(([name, text], k) => ({
      name,
      label: runs.length > 1 ? heads[k].title.slice(title.length + 2) : '',
      event: heads[k].event,
      at: heads[k].at,
      place: heads[k].place,
      look: heads[k].look,
      text,
    })),
  };
});

/** The same bios for another kernel; the label ends the title. */
function onKernel(text: string, kernel: string, elevator: string, label: string): string {
  return text
    .replace(/^# (.*): .*$/m, `# $1: ${label}`)
    .replace(/^kernel .*$/m, `kernel ${kernel}`)
    .replace(/^elevator .*$/m, `elevator ${elevator}`);
}

/** The comments that a lesson's file begins with: title, where to open, what it is, what to look at, what it teaches. */
function head(text: string) {
  const lines = text.split('\n').slice(1);
  const comments = lines.slice(0, lines.findIndex((l) => !l.startsWith('#'))).map((l) => l.slice(1).trim());
  const place = /^look at (?:event (\d+)|(\S+))$/.exec(comments[1])!;
  const [, intro, look, lesson] = /^(.*) Look: (.*) Lesson: (.*)$/.exec(comments.slice(2).join(' '))!;
  return { title: comments[0], event: Number(place[1] ?? 0), at: place[2] ? parseTime(place[2]) : 0, place: comments[1], intro, look, lesson };
}
