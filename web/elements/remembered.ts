import type { ElevatorValue } from '../fold/state.ts';
import { taskName, type View } from '../playground/view.ts';
import { fill, ms, strings } from '../strings.ts';
import { causeSentence } from '../words/cause.ts';
import { cfqTurn } from './cfq.ts';

const m = strings.machine;
const c = strings.schedulers;

/** Numbers of the ElevatorState records, see the elevators' own packages. */
const Value = { batch: 1, anticipation: 2 } as const;

/** What the elevator remembers from one choice to the next. */
export function remembered(view: View): string {
  const { state, machine } = view;
  const batch = state.elevatorValues.get(Value.batch);
  if (machine.elevator === 'deadline' && !Number.isNaN(machine.value('fifo_batch'))) {
    return fill(m.batch, {
      starved: batch?.a ?? 0,
      starvedMost: machine.value('writes_starved'),
      batch: batch?.b ?? 0,
      batchMost: machine.value('fifo_batch'),
    });
  }
  if (machine.elevator === 'cfq') return cfqTurn(view);
  if (machine.elevator !== 'as') return lastChoice(view);
  const wait = state.elevatorValues.get(Value.anticipation);
  return [antic(view, wait), batch ? batchOf(view, batch) : ''].filter(Boolean).join(' · ');
}

/** The rule by which the elevator chose last. */
function lastChoice(view: View): string {
  const { chosen } = view.state;
  if (!chosen) return '';
  const why = causeSentence(view.causes, view.index.records, chosen.at, (id) => taskName(view, id));
  return why === '' ? '' : fill(c.last, { why });
}

function batchOf(view: View, batch: ElevatorValue): string {
  const left = batch.b - view.now;
  return fill(left > 0 ? c.batchOf : c.batchOver, { kind: batch.a === 1 ? c.sync1 : c.sync0, ms: ms(Math.max(0, left)) });
}

function antic(view: View, wait: ElevatorValue | undefined): string {
  if (wait?.a === 1) return m.anticCompletion;
  if (wait?.a === 2) return fill(m.anticNext, { task: taskName(view, wait.req), ms: ms(Math.max(0, wait.b - view.now)) });
  return m.anticOff;
}
