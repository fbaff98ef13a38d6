import { isTraced, Kind, letterOf, rwbsText } from '../fold/kinds.ts';
import { taskName, type View } from '../playground/view.ts';
import { fill, strings } from '../strings.ts';

/** A line of the trace pane, in blkparse's columns. */
export interface Line {
  sequence: string;
  seconds: string;
  letter: string;
  rwbs: string;
  rest: string;
  printed: boolean; // blktrace has it
}

export function line(view: View, step: number): Line {
  const r = view.index.records;
  const i = view.index.steps[step];
  const kind = r.kind(i);
  const sequence = view.index.sequence[step];
  const shown: Line = {
    sequence: sequence > 0 ? String(sequence) : '–',
    seconds: (r.time(i) / 1e9).toFixed(9),
    letter: letterOf(kind) || (kind === Kind.PlugOff ? '·U' : ''),
    rwbs: isTraced(kind) ? rwbsText(r.rwbs(i)) : '',
    rest: '',
    printed: sequence > 0,
  };
  const who = `[${r.task(i) === 0 ? '0' : taskName(view, r.task(i))}]`;
  switch (kind) {
    case Kind.Plug:
      shown.rest = who;
      break;
    case Kind.Unplug:
    case Kind.UnplugTimer:
      shown.rest = `${who} ${r.sectors(i)}`;
      break;
    case Kind.PlugOff:
      shown.rest = fill(strings.trace.untraced, { cause: (view.causes[r.cause(i)]?.name ?? '').replace('plug-off-', '') });
      break;
    case Kind.Set:
      shown.rest = `set ${view.tunables[r.aux(i)] ?? r.aux(i)} ${r.sector(i)}`;
      break;
    case Kind.Switch:
      shown.rest = `elevator ${view.elevators[r.sector(i)] ?? r.sector(i)}`;
      break;
    default:
      shown.rest = `${r.sector(i)} + ${r.sectors(i)} ${who}`;
  }
  return shown;
}
